package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BillTest {
    private static final BillId BILL = new BillId(1);
    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    private final Draft first = draft(11, "一审稿", 0, 10);
    private final Draft secondAgain = draft(14, "二审稿", 4, 5);
    private final Draft second = draft(12, "二审稿", 2, 20);
    private final Draft third = draft(13, "三审稿", 1, null);
    private final Draft law = draft(15, "公布文本", 5, 30);

    @Test
    void drafts_stand_by_reading_whenever_they_came() {
        Bill bill = bill(Set.of(), law, third, second, secondAgain, first);

        assertThat(bill.drafts()).containsExactly(first, second, secondAgain, third, law);
    }

    @Test
    void of_several_imports_of_one_reading_the_one_confirmed_last_counts() {
        Bill bill = bill(Set.of(), first, second, secondAgain, law);

        assertThat(bill.standing(Reading.SECOND)).contains(second);
        assertThat(bill.previous(law)).contains(second);
        assertThat(bill.next(first)).contains(second);
    }

    @Test
    void a_replaced_file_does_not_count_even_if_it_was_confirmed_last() {
        Bill bill = bill(Set.of(second.id()), first, second, secondAgain, law);

        assertThat(bill.previous(law)).contains(secondAgain);
        assertThat(bill.standing()).containsExactly(first, secondAgain, law);
    }

    @Test
    void an_unconfirmed_text_is_nobodys_forerunner_but_has_its_own() {
        Bill bill = bill(Set.of(), first, third, law);

        assertThat(bill.previous(law)).contains(first);
        assertThat(bill.previous(third)).contains(first);
        assertThat(bill.next(third)).contains(law);
        assertThat(bill.previous(first)).isEmpty();
        assertThat(bill.next(law)).isEmpty();
    }

    @Test
    void another_bills_draft_is_not_found() {
        assertThatThrownBy(() -> bill(Set.of(), first).draft(law.id())).isInstanceOf(NotFound.class);
    }

    private static Bill bill(Set<DraftId> replaced, Draft... drafts) {
        return new Bill(BILL, "测试法", List.of(drafts), replaced);
    }

    private static Draft draft(long id, String reading, int imported, Integer confirmed) {
        return new Draft(
                new DraftId(id),
                BILL,
                reading,
                reading,
                Visibility.PUBLIC,
                "a.txt",
                "text/plain",
                "0",
                START.plusSeconds(imported),
                "staff",
                confirmed == null ? null : START.plusSeconds(confirmed),
                confirmed == null ? null : "staff");
    }
}
