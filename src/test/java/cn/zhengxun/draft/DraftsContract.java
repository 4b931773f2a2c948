package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "staff", authorities = "staff")
abstract class DraftsContract {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();
    private static final PromulgatedLaw LAW = PromulgatedLaw.named("慈善法(2023");

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @AfterEach
    void turn_the_clock_back() {
        clock.reset();
    }

    @Test
    void an_imported_draft_is_read_back_as_it_was_read() {
        DraftId id = drafts.importDraft(command(newBill(), "慈善法.md", LAW.content()));

        Draft draft = drafts.find(id);
        assertThat(draft.id()).isEqualTo(id);
        assertThat(draft.reading()).isEqualTo("二审稿");
        assertThat(draft.title()).isEqualTo("慈善法（修订草案）");
        assertThat(draft.fileName()).isEqualTo("慈善法.md");
        assertThat(draft.mediaType()).isEqualTo("text/markdown");
        assertThat(draft.sha256()).matches("[0-9a-f]{64}");
        assertThat(draft.importedAt()).isEqualTo(clock.instant());
        assertThat(draft.importedBy()).isEqualTo("staff");
        assertThat(draft.confirmedAt()).isNull();
        assertThat(drafts.file(id)).isEqualTo(LAW.content());

        ClauseTree stored = drafts.clauses(id);
        ClauseTree parsed = drafts.parse("慈善法.md", LAW.content()).tree();
        assertThat(stored.clauses())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "parent")
                .isEqualTo(parsed.clauses());
        assertThat(stored.clauses()).extracting(Clause::id).doesNotHaveDuplicates();
        assertThat(parents(stored)).isEqualTo(parents(parsed));
        assertThat(stored.find(stored.clauses().get(7).id()))
                .contains(stored.clauses().get(7));
    }

    @Test
    void drafts_of_one_bill_share_it_and_each_import_is_audited() {
        String bill = newBill();
        DraftId first = drafts.importDraft(command(bill, "一.txt", text("第一条 甲。")));
        DraftId second = drafts.importDraft(command(bill, "二.txt", text("第一条 乙。")));

        assertThat(drafts.find(first).bill()).isEqualTo(drafts.find(second).bill());
        assertThat(drafts.find(first).sha256()).isNotEqualTo(drafts.find(second).sha256());
        assertThat(auditOf("ImportDraft", first))
                .hasSize(1)
                .first()
                .satisfies(detail -> assertThat(detail)
                        .contains(
                                "\"articles\":1",
                                "\"clauses\":2",
                                drafts.find(first).sha256())
                        .doesNotContain("甲"));
    }

    @Test
    void the_first_confirmation_stands() {
        DraftId id = drafts.importDraft(command(newBill(), "一.txt", text("第一条 甲。")));

        drafts.confirm(new ConfirmStructure(id));
        Draft confirmed = drafts.find(id);
        clock.forward(Duration.ofHours(1));
        drafts.confirm(new ConfirmStructure(id));

        assertThat(confirmed.confirmedBy()).isEqualTo("staff");
        assertThat(confirmed.confirmedAt()).isEqualTo(clock.instant().minus(Duration.ofHours(1)));
        assertThat(drafts.find(id)).isEqualTo(confirmed);
        assertThat(auditOf("ConfirmStructure", id)).hasSize(1);
    }

    @Test
    void what_cannot_be_read_leaves_nothing_behind() {
        String bill = newBill();

        assertThatThrownBy(() -> drafts.importDraft(command(bill, "通知.txt", text("会议通知"))))
                .isInstanceOf(UnreadableDraft.class);
        assertThatThrownBy(() -> command(" ", "", null))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(InvalidCommand.Fault::field)
                                .contains("bill", "fileName", "content"));
        assertThat(db.sql("SELECT count(*) FROM bill WHERE title = ?")
                        .param(bill)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_unknown_draft_is_not_found() {
        DraftId unknown = new DraftId(987_654_321);

        assertThatThrownBy(() -> drafts.find(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.file(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.clauses(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.confirm(new ConfirmStructure(unknown))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_civil_code_s_size_is_imported_and_read_again() {
        byte[] code = text(DraftTexts.ofArticles(1260));

        DraftId id = drafts.importDraft(command(newBill(), "民法典.txt", code));
        ClauseTree tree = drafts.clauses(id);

        assertThat(tree.articles()).hasSize(1260);
        assertThat(tree.clauses()).hasSize(2 + 1260 * 5);
    }

    private List<String> auditOf(String action, DraftId draft) {
        return db.sql("SELECT detail FROM audit_entry WHERE action = ? AND (detail LIKE ? OR detail LIKE ?)")
                .params(action, "%\"draft\":" + draft.value() + ",%", "%\"draft\":" + draft.value() + "}")
                .query(String.class)
                .list();
    }

    /** The position of each clause's parent. */
    private static List<Integer> parents(ClauseTree tree) {
        return tree.clauses().stream()
                .map(clause -> clause.parent() == null
                        ? -1
                        : tree.find(clause.parent()).orElseThrow().position())
                .toList();
    }

    private static String newBill() {
        return "慈善法" + SEQUENCE.incrementAndGet();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ImportDraft command(String bill, String fileName, byte[] content) {
        return new ImportDraft(bill, "二审稿", "慈善法（修订草案）", fileName, content, Visibility.PUBLIC);
    }
}
