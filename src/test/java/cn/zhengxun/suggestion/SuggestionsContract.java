package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What handing in, closing and reading promise, on either database. */
abstract class SuggestionsContract {
    @Autowired
    Suggestions suggestions;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void several_suggestions_of_one_submission_are_kept_with_the_clause_as_it_read() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        ClauseId second = rows.articles(number).get(1);

        Receipt receipt = suggestions.submit(Handing.to(number)
                .saying(second, "提示应当醒目", "应当以醒目方式提示", "老人看不清小字")
                .saying(null, "整体很好")
                .command());

        assertThat(receipt.number()).matches("R-20261123-[2-9A-HJKMNP-Z]{6}");
        assertThat(receipt.at()).isEqualTo(TestClock.START);
        assertThat(receipt.suggestions()).isEqualTo(2);
        assertThat(receipt.late()).isFalse();
        List<Suggestion> kept = suggestions.of(number);
        assertThat(kept).extracting(Suggestion::original).containsExactly("提示应当醒目", "整体很好");
        assertThat(kept.get(0).clause()).isEqualTo(second);
        assertThat(kept.get(0).clauseLabel()).isEqualTo("第二条");
        assertThat(kept.get(0).clauseText()).contains(Rows.ARTICLES.get(1));
        assertThat(kept.get(0).proposed()).isEqualTo("应当以醒目方式提示");
        assertThat(kept.get(0).reason()).isEqualTo("老人看不清小字");
        assertThat(kept.get(1).clause()).isNull();
        assertThat(kept.get(1).clauseLabel()).isEqualTo("整体");
        assertThat(kept.get(1).clauseText()).isEmpty();
        assertThat(kept).allSatisfy(one -> assertThat(one.receipt()).isEqualTo(receipt.number()));
        assertThat(kept.get(0)).isEqualTo(suggestions.find(kept.get(0).id()));
    }

    @Test
    void words_are_kept_as_they_were_written() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        String odd = "　 前面有空格\r\n\t👵🏻说𠮷野家“浪费”<script>alert('一')</script> & 'x'; DROP TABLE suggestion; --\n\n后面也有 ";
        String longest = "𠮷".repeat(2500) + "意".repeat(2500);

        suggestions.submit(Handing.to(number)
                .saying(null, odd, longest, "")
                .saying(null, longest)
                .command());

        List<Suggestion> kept = suggestions.of(number);
        assertThat(kept.get(0).original()).isEqualTo(odd);
        assertThat(kept.get(0).proposed()).isEqualTo(longest);
        assertThat(kept.get(0).reason()).isEmpty();
        assertThat(kept.get(1).original()).isEqualTo(longest);
    }

    @Test
    void the_same_key_again_returns_the_first_receipt_and_stores_nothing() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        Handing first = Handing.to(number).saying(null, "第一次");
        Receipt receipt = suggestions.submit(first.command());
        clock.forward(Duration.ofMinutes(5));

        Receipt again = new Receipt(receipt.number(), receipt.at(), 1, false, true);
        assertThat(receipt.again()).isFalse();
        assertThat(suggestions.submit(first.command())).isEqualTo(again);
        assertThat(suggestions.submit(
                        Handing.to(number).key(first.key()).saying(null, "别的").command()))
                .isEqualTo(again);
        assertThat(suggestions.count(number)).isEqualTo(1);
        assertThat(audited("SubmitSuggestions", number)).isEqualTo(1);
    }

    @Test
    void eight_at_once_with_one_key_leave_one_record_and_get_one_receipt() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        SubmitSuggestions command = Handing.to(number).saying(null, "同一份").command();

        List<Receipt> receipts = atOnce(8, i -> () -> desk.submit(command));

        assertThat(receipts.stream().map(Receipt::number).distinct()).hasSize(1);
        assertThat(receipts).filteredOn(receipt -> !receipt.again()).hasSize(1);
        assertThat(suggestions.count(number)).isEqualTo(1);
        assertThat(audited("SubmitSuggestions", number)).isEqualTo(1);
    }

    @Test
    void twenty_at_once_with_keys_of_their_own_are_all_kept() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);

        List<Receipt> receipts = atOnce(
                20,
                i -> () -> desk.submit(Handing.to(number)
                        .saying(null, "意见" + i)
                        .saying(rows.articles(number).get(0), "又一条" + i)
                        .command()));

        assertThat(receipts.stream().map(Receipt::number).distinct()).hasSize(20);
        assertThat(suggestions.of(number))
                .extracting(Suggestion::original)
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_last_second_counts_and_the_next_is_late_and_kept_apart() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        InformantId informant = rows.informant("王", null);
        clock.set(TestClock.START.plus(Duration.ofDays(20)).minusSeconds(1));
        assertThat(suggestions
                        .submit(Handing.to(number).saying(null, "赶上了").command())
                        .late())
                .isFalse();

        clock.forward(Duration.ofSeconds(1));
        Receipt late = suggestions.submit(
                Handing.to(number).by(informant).saying(null, "晚了一秒").command());

        assertThat(late.late()).isTrue();
        assertThat(suggestions.count(number)).isEqualTo(1);
        assertThat(suggestions.of(number)).extracting(Suggestion::original).containsExactly("赶上了");
        assertThat(suggestions.ofInformant(informant))
                .extracting(Suggestion::original)
                .containsExactly("晚了一秒");
        assertThat(suggestions.close(number)).isEqualTo(1);
        assertThat(suggestions.ofInformant(informant).get(0).number()).isNull();
    }

    @Test
    void after_collection_was_closed_what_comes_is_late_until_the_file_is_closed() {
        for (Status status : List.of(Status.COLLATING, Status.REVIEWING, Status.SUBMITTING, Status.TRACKING)) {
            ConsultationNumber number = rows.consultation(Level.NATIONAL, status);
            assertThat(suggestions
                            .submit(Handing.to(number).saying(null, "晚").command())
                            .late())
                    .as(status.name())
                    .isTrue();
        }
        for (Status status : List.of(
                Status.INTAKE, Status.PLANNING, Status.PUSHING, Status.DECLINED, Status.ENDED, Status.ARCHIVED)) {
            ConsultationNumber number = rows.consultation(Level.NATIONAL, status);
            assertThatThrownBy(() -> suggestions.submit(
                            Handing.to(number).saying(null, "不收").command()))
                    .as(status.name())
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageNotContaining("不收");
            assertThat(stored(number)).isZero();
        }
    }

    @Test
    void a_clause_of_another_draft_is_refused_and_nothing_is_kept() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        ConsultationNumber other = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        ClauseId foreign = rows.articles(other).get(0);

        assertThatThrownBy(() -> suggestions.submit(Handing.to(number)
                        .saying(null, "好的")
                        .saying(foreign, "错的")
                        .command()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("重新选择条款");

        assertThat(stored(number)).isZero();
    }

    @Test
    void an_invitation_is_answered_over_its_link_and_also_by_word_at_a_meeting() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        InformantId linked = rows.informant("张", "z@example.org");
        InformantId spoken = rows.informant("李", null);
        InvitationId link = rows.invitation(number, linked);
        rows.invitation(number, spoken);

        suggestions.submit(Handing.to(number).over(link).saying(null, "用链接").command());
        suggestions.submit(Handing.to(number).by(spoken).saying(null, "会上说").command());

        assertThat(suggestions.ofInformant(linked))
                .extracting(Suggestion::original)
                .containsExactly("用链接");
        assertThat(db.sql("SELECT COUNT(*) FROM invitation WHERE consultation = ? AND answered_at IS NOT NULL")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void an_invitation_to_another_consultation_is_refused() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        ConsultationNumber other = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        InvitationId foreign = rows.invitation(other, rows.informant("张", null));

        assertThatThrownBy(() -> suggestions.submit(
                        Handing.to(number).over(foreign).saying(null, "不收").command()))
                .isInstanceOf(RuleViolation.class);
        assertThat(stored(number)).isZero();
    }

    @Test
    void closing_numbers_in_order_of_arrival_and_again_changes_nothing() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        suggestions.submit(
                Handing.to(number).saying(null, "一").saying(null, "二").command());
        clock.forward(Duration.ofMinutes(1));
        suggestions.submit(Handing.to(number).saying(null, "三").command());
        assertThat(suggestions.of(number)).extracting(Suggestion::number).containsOnlyNulls();

        assertThat(suggestions.close(number)).isEqualTo(3);
        Map<String, Integer> once = numbers(number);
        assertThat(suggestions.close(number)).isEqualTo(3);

        assertThat(once).containsExactly(Map.entry("一", 1), Map.entry("二", 2), Map.entry("三", 3));
        assertThat(numbers(number)).isEqualTo(once);
    }

    @Test
    void each_contributor_stands_once_with_all_of_theirs() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        InformantId informant = rows.informant("王", "w@example.org");
        suggestions.submit(Handing.to(number).by(informant).saying(null, "一").command());
        Receipt second = suggestions.submit(Handing.to(number)
                .by(informant)
                .saying(null, "二")
                .saying(null, "三")
                .command());
        Receipt named = suggestions.submit(
                Handing.to(number).by("赵", "13900000000").saying(null, "四").command());
        Receipt anonymous =
                suggestions.submit(Handing.to(number).saying(null, "五").command());
        suggestions.close(number);

        Map<Contributor, List<Suggestion>> everyone = suggestions.byContributor(number);

        long outsider = suggestions.of(number).get(3).submission();
        long nobody = suggestions.of(number).get(4).submission();
        assertThat(everyone.keySet())
                .containsExactly(
                        new Contributor(informant, null, "王", "w@example.org", second.number()),
                        new Contributor(null, outsider, "赵", "13900000000", named.number()),
                        new Contributor(null, nobody, null, null, anonymous.number()));
        assertThat(everyone.values())
                .extracting(theirs -> theirs.stream().map(Suggestion::original).toList())
                .containsExactly(List.of("一", "二", "三"), List.of("四"), List.of("五"));
    }

    @Test
    void the_audit_names_no_words_and_no_person() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        Receipt receipt = suggestions.submit(
                Handing.to(number).by("赵某", "13900000000").saying(null, "秘密的话").command());

        String detail = db.sql("SELECT detail FROM audit_entry WHERE consultation = ? AND action = 'SubmitSuggestions'")
                .param(number.value())
                .query(String.class)
                .single();

        assertThat(detail).contains("\"suggestions\":1").doesNotContain("赵某", "13900000000", "秘密的话", receipt.number());
    }

    @Test
    void an_unknown_suggestion_is_not_found() {
        assertThatThrownBy(() -> suggestions.find(new SuggestionId(-1))).isInstanceOf(NotFound.class);
    }

    private Map<String, Integer> numbers(ConsultationNumber number) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        suggestions.of(number).forEach(one -> numbers.put(one.original(), one.number()));
        return numbers;
    }

    private int stored(ConsultationNumber number) {
        return db.sql("SELECT COUNT(*) FROM submission WHERE consultation = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    private int audited(String action, ConsultationNumber number) {
        return db.sql("SELECT COUNT(*) FROM audit_entry WHERE action = ? AND consultation = ?")
                .params(action, number.value())
                .query(Integer.class)
                .single();
    }

    private static <T> List<T> atOnce(int threads, IntFunction<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> running = new ArrayList<>();
            IntStream.range(0, threads)
                    .forEach(i -> running.add(pool.submit(() -> {
                        start.await();
                        return work.apply(i).call();
                    })));
            start.countDown();
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }
}
