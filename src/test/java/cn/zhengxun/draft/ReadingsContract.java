package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.LinkKind;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The readings of a bill and the stored mapping between them. */
@WithMockUser(username = "staff", authorities = "staff")
abstract class ReadingsContract {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private static final String ALARM = "遭受家庭暴力的人可以向公安机关报案，公安机关应当及时出警制止。";
    private static final String SHELTER = "县级人民政府可以设立临时庇护场所，为受害人提供生活帮助。";
    private static final String SCHOOL = "学校、幼儿园应当开展家庭美德和反家庭暴力教育。";
    private static final String REPORT = "医疗机构及其工作人员发现疑似家庭暴力的，应当向公安机关报告。";
    private static final String DATE = "本法自公布之日起施行。";

    @Autowired
    Drafts drafts;

    @Autowired
    Bills bills;

    @Autowired
    Mappings mappings;

    @Autowired
    NewBills newBills;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    private final String title =
            "反家庭暴力法" + SEQUENCE.incrementAndGet() + getClass().getSimpleName();

    @AfterEach
    void turn_the_clock_back() {
        clock.reset();
    }

    @Test
    void the_first_reading_has_no_mapping_the_second_gets_one_when_it_is_confirmed() {
        DraftId first = confirmed("一审稿", ALARM, SCHOOL, DATE);
        DraftId second = imported("二审稿", ALARM, SHELTER, SCHOOL, DATE);
        assertThat(stored(first, second)).isZero();
        assertThat(mappings.of(first)).isEmpty();
        assertThat(mappings.open(first)).isZero();

        drafts.confirm(new ConfirmStructure(second));

        assertThat(stored(first, second)).isEqualTo(1);
        ReadingMapping mapping = mappings.of(second).orElseThrow();
        assertThat(mapping.before().id()).isEqualTo(first);
        assertThat(mapping.after().id()).isEqualTo(second);
        assertEveryArticleIsLinked(mapping);
        assertThat(mappings.open(second)).isEqualTo(mapping.open().size());
    }

    @Test
    void a_reading_that_comes_late_is_put_between_its_neighbours() {
        DraftId first = confirmed("一审稿", ALARM, DATE);
        DraftId third = confirmed("三审稿", ALARM, SHELTER, DATE);
        assertThat(mappings.of(third).orElseThrow().before().id()).isEqualTo(first);

        DraftId second = confirmed("二审稿", ALARM, SHELTER, SCHOOL, DATE);

        assertThat(bills.holding(first).drafts()).extracting(Draft::id).containsExactly(first, second, third);
        assertThat(mappings.of(third).orElseThrow().before().id()).isEqualTo(second);
        assertThat(stored(first, second)).isEqualTo(1);
        assertThat(stored(second, third)).isEqualTo(1);
    }

    @Test
    void a_mapping_from_before_mappings_were_stored_is_shown_and_stored_with_the_first_decision() {
        DraftId first = confirmed("一审稿", ALARM, DATE);
        DraftId second = confirmed("二审稿", ALARM, DATE);
        forget(first, second);

        ReadingMapping computed = mappings.of(second).orElseThrow();
        assertEveryArticleIsLinked(computed);
        assertThat(computed.links()).extracting(ClauseLink::id).containsOnly(0L);
        assertThat(mappings.open(second)).isEqualTo(computed.open().size());
        mappings.correct(new CorrectMapping(second, article(first, 2), List.of()));

        assertThat(stored(first, second)).isEqualTo(1);
        assertEveryArticleIsLinked(mappings.of(second).orElseThrow());
    }

    @Test
    void an_accepted_link_is_settled_with_who_and_when() {
        DraftId first = confirmed("一审稿", ALARM, DATE);
        DraftId second = confirmed("二审稿", ALARM, DATE);
        ClauseLink link = linkOf(second, article(first, 1));
        clock.forward(Duration.ofHours(1));

        mappings.settle(new SettleLink(second, link.before(), link.after()));
        mappings.settle(new SettleLink(second, link.before(), link.after()));

        ClauseLink settled = linkOf(second, article(first, 1));
        assertThat(settled.after()).isEqualTo(link.after());
        assertThat(settled.kind()).isEqualTo(link.kind());
        assertThat(settled.settledAt()).isEqualTo(clock.instant());
        assertThat(settled.settledBy()).isEqualTo("staff");
        assertThat(settled.byHand()).isFalse();
        assertThat(settled.open()).isFalse();
        assertThat(audited("SettleLink", second)).hasSize(2);
    }

    @Test
    void an_article_that_was_taken_apart_gets_several_successors_and_the_others_follow() {
        DraftId first = confirmed("一审稿", ALARM + SHELTER, SCHOOL, DATE);
        DraftId second = confirmed("二审稿", ALARM, SHELTER, SCHOOL, DATE);

        mappings.correct(
                new CorrectMapping(second, article(first, 1), List.of(article(second, 1), article(second, 2))));
        mappings.correct(new CorrectMapping(second, article(first, 2), List.of(article(second, 3))));
        mappings.correct(new CorrectMapping(second, article(first, 3), List.of(article(second, 4))));

        ReadingMapping mapping = mappings.of(second).orElseThrow();
        assertThat(mapping.links())
                .extracting(ClauseLink::before, ClauseLink::after, ClauseLink::kind)
                .containsExactly(
                        tuple(article(first, 1), article(second, 1), LinkKind.SPLIT),
                        tuple(article(first, 1), article(second, 2), LinkKind.SPLIT),
                        tuple(article(first, 2), article(second, 3), LinkKind.RENUMBERED),
                        tuple(article(first, 3), article(second, 4), LinkKind.RENUMBERED));
        assertThat(mapping.open()).isEmpty();
        assertThat(audited("CorrectMapping", second)).hasSize(3);
    }

    @Test
    void forerunners_can_be_said_too_and_what_loses_its_last_counterpart_is_asked_about() {
        DraftId first = confirmed("一审稿", ALARM, REPORT, DATE);
        DraftId second = confirmed("二审稿", ALARM + REPORT, DATE);
        setAlone(second);

        mappings.correct(new CorrectMapping(second, article(second, 1), List.of(article(first, 1), article(first, 2))));
        assertThat(mappings.of(second).orElseThrow().links())
                .filteredOn(link -> article(second, 1).equals(link.after()))
                .hasSize(2)
                .extracting(ClauseLink::kind)
                .containsOnly(LinkKind.JOINED);

        mappings.correct(new CorrectMapping(second, article(second, 1), List.of(article(first, 1))));

        ClauseLink left = linkOf(second, article(first, 2));
        assertThat(left.kind()).isEqualTo(LinkKind.REMOVED);
        assertThat(left.open()).isTrue();
        assertThat(linkOf(second, article(first, 1)).kind()).isEqualTo(LinkKind.CHANGED);
        assertEveryArticleIsLinked(mappings.of(second).orElseThrow());
    }

    @Test
    void decisions_are_taken_back_one_by_one_from_the_last() {
        DraftId first = confirmed("一审稿", ALARM, SCHOOL, DATE);
        DraftId second = confirmed("二审稿", ALARM, SHELTER, SCHOOL, DATE);
        List<String> untouched = described(second);

        mappings.correct(new CorrectMapping(second, article(first, 1), List.of()));
        List<String> once = described(second);
        mappings.correct(
                new CorrectMapping(second, article(first, 2), List.of(article(second, 1), article(second, 4))));
        assertThat(described(second)).isNotEqualTo(once);
        assertThat(mappings.of(second).orElseThrow().undoable()).isTrue();

        mappings.undo(new UndoMappingDecision(second));
        assertThat(described(second)).isEqualTo(once);
        mappings.undo(new UndoMappingDecision(second));
        assertThat(described(second)).isEqualTo(untouched);
        assertThat(mappings.of(second).orElseThrow().undoable()).isFalse();
        assertThatThrownBy(() -> mappings.undo(new UndoMappingDecision(second)))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("没有可以撤销的核对。");
        assertThat(audited("UndoMappingDecision", second)).hasSize(2);
    }

    @Test
    void what_people_settled_outlives_a_correction_and_the_rest_is_computed_anew() {
        DraftId first = confirmed("一审稿", ALARM, SCHOOL, REPORT, DATE);
        DraftId second = confirmed("二审稿", SCHOOL, ALARM, REPORT, DATE);
        mappings.correct(new CorrectMapping(second, article(first, 1), List.of(article(second, 2))));
        mappings.correct(new CorrectMapping(second, article(first, 2), List.of()));
        ClauseLink accepted = linkOf(second, article(first, 4));
        mappings.settle(new SettleLink(second, accepted.before(), accepted.after()));

        addArticle(second, "第五条", SHELTER);
        removeArticle(second, article(second, 3));
        reconfirm(second);

        ReadingMapping mapping = mappings.of(second).orElseThrow();
        assertEveryArticleIsLinked(mapping);
        assertThat(linkOf(second, article(first, 1)).after()).isEqualTo(article(second, 2));
        assertThat(linkOf(second, article(first, 1)).settledAt()).isNotNull();
        assertThat(linkOf(second, article(first, 2)).kind()).isEqualTo(LinkKind.REMOVED);
        assertThat(linkOf(second, article(first, 2)).settledBy()).isEqualTo("staff");
        assertThat(linkOf(second, accepted.before()).after()).isEqualTo(accepted.after());
        assertThat(linkOf(second, accepted.before()).settledAt()).isNotNull();
        assertThat(mapping.undoable()).isFalse();
    }

    @Test
    void what_is_not_on_the_page_any_more_is_refused_in_a_sentence() {
        DraftId first = confirmed("一审稿", ALARM, DATE);
        DraftId second = confirmed("二审稿", ALARM, DATE);

        assertThatThrownBy(() -> mappings.settle(new SettleLink(second, article(first, 1), null)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("刷新");
        assertThatThrownBy(() ->
                        mappings.correct(new CorrectMapping(second, article(first, 1), List.of(article(first, 2)))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("重新选择");
        assertThatThrownBy(() -> mappings.correct(new CorrectMapping(first, article(first, 1), List.of())))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("之前没有");
    }

    @Test
    void succession_goes_through_all_readings_and_says_where_a_removed_article_stood() {
        DraftId first = confirmed("一审稿", ALARM, SCHOOL, DATE);
        DraftId second = confirmed("二审稿", SHELTER, ALARM, SCHOOL, DATE);
        DraftId third = confirmed("三审稿", ALARM, SHELTER, DATE);
        link(second, article(first, 1), article(second, 2));
        link(second, article(first, 2), article(second, 3));
        link(second, article(first, 3), article(second, 4));
        link(third, article(second, 1), article(third, 2));
        link(third, article(second, 2), article(third, 1), article(third, 2));
        link(third, article(second, 3));
        link(third, article(second, 4), article(third, 3));

        Succession way = mappings.succession(first, third);

        assertThat(way.of(article(first, 1))).containsExactly(article(third, 1), article(third, 2));
        assertThat(way.of(paragraph(first, 1)))
                .singleElement()
                .satisfies(id ->
                        assertThat(way.end().unitOf(id).orElseThrow().id()).isIn(article(third, 1), article(third, 2)));
        assertThat(way.of(article(first, 2))).isEmpty();
        assertThat(way.placeOf(article(first, 2))).contains(article(third, 2));
        assertThat(way.of(article(first, 3))).containsExactly(article(third, 3));
        assertThat(mappings.succession(second, third).of(article(second, 1))).containsExactly(article(third, 2));
    }

    @Test
    void a_second_import_of_a_reading_has_its_own_way_to_the_later_one() {
        DraftId first = confirmed("一审稿", ALARM, SCHOOL, DATE);
        clock.forward(Duration.ofMinutes(1));
        DraftId firstAgain = confirmed("一审稿", ALARM, SCHOOL, DATE);
        DraftId second = confirmed("二审稿", ALARM, SCHOOL, DATE);
        assertThat(mappings.of(second).orElseThrow().before().id()).isEqualTo(firstAgain);

        Succession way = mappings.succession(first, second);

        for (int n = 1; n <= 3; n++) {
            assertThat(way.of(article(first, n))).containsExactly(article(second, n));
        }
    }

    @Test
    void two_who_found_no_bill_of_a_title_make_one_together_and_both_go_on() {
        Instant now = clock.instant();
        BillId first = newBills.titled(title, now);

        BillId second = new TransactionTemplate(transactions).execute(status -> {
            BillId same = newBills.titled(title, now);
            db.sql("UPDATE bill SET created_at = created_at WHERE id = ?")
                    .param(same.value())
                    .update();
            return same;
        });

        assertThat(second).isEqualTo(first);
    }

    @Test
    void many_who_register_the_same_new_bill_at_once_share_it() throws Exception {
        int people = 8;
        ExecutorService threads = Executors.newFixedThreadPool(people);
        CountDownLatch ready = new CountDownLatch(people);
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<DraftId>> imports = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                imports.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    return imported("一审稿", ALARM, DATE);
                }));
            }
            ready.await();
            go.countDown();
            Set<BillId> shared = new HashSet<>();
            for (Future<DraftId> one : imports) {
                shared.add(drafts.find(one.get()).bill());
            }
            assertThat(shared).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private DraftId imported(String reading, String... articles) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < articles.length; i++) {
            text.append("第")
                    .append("一二三四五六七八九".charAt(i))
                    .append("条　")
                    .append(articles[i])
                    .append('\n');
        }
        return drafts.importDraft(new ImportDraft(
                title,
                reading,
                title + reading,
                "a.txt",
                text.toString().getBytes(StandardCharsets.UTF_8),
                Visibility.PUBLIC));
    }

    private DraftId confirmed(String reading, String... articles) {
        DraftId draft = imported(reading, articles);
        drafts.confirm(new ConfirmStructure(draft));
        return draft;
    }

    private void link(DraftId draft, ClauseId article, ClauseId... counterparts) {
        mappings.correct(new CorrectMapping(draft, article, List.of(counterparts)));
    }

    /** Every link between the two texts is taken away, so that a test starts from nothing. */
    private void setAlone(DraftId draft) {
        ReadingMapping mapping = mappings.of(draft).orElseThrow();
        mapping.earlier().articles().forEach(article -> link(draft, article.id()));
    }

    private ClauseId article(DraftId draft, int n) {
        return drafts.clauses(draft).articles().get(n - 1).id();
    }

    private ClauseId paragraph(DraftId draft, int n) {
        return drafts.clauses(draft).children(article(draft, n)).get(0).id();
    }

    private ClauseLink linkOf(DraftId draft, ClauseId before) {
        return mappings.of(draft).orElseThrow().links().stream()
                .filter(link -> before.equals(link.before()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> described(DraftId draft) {
        return mappings.of(draft).orElseThrow().links().stream()
                .map(link -> link.before() + " " + link.after() + " " + link.kind() + " " + link.settledBy())
                .toList();
    }

    private static void assertEveryArticleIsLinked(ReadingMapping mapping) {
        assertThat(mapping.links().stream().map(ClauseLink::before).collect(Collectors.toSet()))
                .containsAll(ids(mapping.earlier()));
        assertThat(mapping.links().stream().map(ClauseLink::after).collect(Collectors.toSet()))
                .containsAll(ids(mapping.later()));
    }

    private static List<ClauseId> ids(ClauseTree tree) {
        return tree.articles().stream().map(Clause::id).toList();
    }

    private int stored(DraftId before, DraftId after) {
        return db.sql("SELECT COUNT(*) FROM draft_mapping WHERE before_draft = ? AND after_draft = ?")
                .params(before.value(), after.value())
                .query(Integer.class)
                .single();
    }

    private void forget(DraftId before, DraftId after) {
        Stream.of("clause_link", "mapping_decision", "draft_mapping")
                .forEach(table -> db.sql("DELETE FROM " + table + " WHERE before_draft = ? AND after_draft = ?")
                        .params(before.value(), after.value())
                        .update());
    }

    private void addArticle(DraftId draft, String label, String text) {
        int position = drafts.clauses(draft).clauses().size();
        db.sql(
                        "INSERT INTO clause (draft_id, position, kind, number, label, text) VALUES (?, ?, 'ARTICLE', '5', ?, '')")
                .params(draft.value(), position, label)
                .update();
        db.sql("""
                        INSERT INTO clause (draft_id, parent_id, position, kind, number, label, text)
                        VALUES (?, (SELECT id FROM clause WHERE draft_id = ? AND position = ?), ?, 'PARAGRAPH', '1', ?, ?)
                        """)
                .params(draft.value(), draft.value(), position, position + 1, label, text)
                .update();
    }

    private void removeArticle(DraftId draft, ClauseId article) {
        Stream.of("DELETE FROM clause WHERE parent_id = ?", "DELETE FROM clause WHERE id = ?")
                .forEach(sql -> db.sql(sql).param(article.value()).update());
        assertThat(ids(drafts.clauses(draft))).doesNotContain(article);
    }

    private void reconfirm(DraftId draft) {
        db.sql("UPDATE draft SET confirmed_at = NULL WHERE id = ?")
                .param(draft.value())
                .update();
        drafts.confirm(new ConfirmStructure(draft));
    }

    private List<String> audited(String action, DraftId draft) {
        return db
                .sql("SELECT detail FROM audit_entry WHERE action = ? ORDER BY id")
                .param(action)
                .query(String.class)
                .list()
                .stream()
                .filter(detail -> detail.matches(".*\"draft\":" + draft.value() + "[,}].*"))
                .toList();
    }
}
