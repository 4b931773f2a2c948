package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.correction.Correction;
import cn.zhengxun.draft.correction.DraftsAtRandom;
import cn.zhengxun.draft.correction.Join;
import cn.zhengxun.draft.correction.Renumber;
import cn.zhengxun.draft.correction.Retitle;
import cn.zhengxun.draft.correction.Retype;
import cn.zhengxun.draft.correction.Split;
import cn.zhengxun.draft.correction.StructureText;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "staff", authorities = "staff")
abstract class StructuresContract {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    @Autowired
    Structures structures;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient db;

    @Autowired
    Rows rows;

    @Test
    void what_is_put_right_is_what_everybody_reads_and_undo_gives_back_the_very_rows() {
        DraftId draft = imported("第一条 甲。第二条 乙。\n第三条 丙。");
        ClauseTree read = drafts.clauses(draft);
        ClauseId words = read.clauses().get(1).id();

        List<ClauseId> fresh = correct(draft, new Split(words, 2, null));

        ClauseTree right = drafts.clauses(draft);
        assertThat(right.articles()).extracting(Clause::label).containsExactly("第一条", "第二条", "第三条");
        assertThat(right.articles().get(1).id()).isEqualTo(fresh.get(0));
        assertThat(structures.find(draft).journal()).singleElement().satisfies(made -> {
            assertThat(made.correction()).isEqualTo(new Split(words, 2, null));
            assertThat(made.by()).isEqualTo("staff");
        });
        assertThat(undo(draft)).isEqualTo(words);
        assertThat(drafts.clauses(draft)).isEqualTo(read);
        assertThat(structures.find(draft).undoable()).isFalse();
        assertThat(redo(draft)).isEqualTo(words);
        assertThat(drafts.clauses(draft)).as("with the same ids").isEqualTo(right);
        assertThat(structures.find(draft).redoable()).isFalse();
    }

    @Test
    void every_operation_is_kept_and_made_again_as_it_was() {
        DraftId draft = imported("第一章 总 则\n第一条 甲：\n（一）乙。\n机密文稿\n丙。\n第三条 丁。\n第四条 戊。");
        List<ClauseTree> seen = new ArrayList<>(List.of(drafts.clauses(draft)));
        for (int i = 0; i < 5; i++) {
            ClauseTree now = drafts.clauses(draft);
            correct(
                    draft,
                    switch (i) {
                        case 0 -> new Retype(id(now, "机密文稿"), ClauseKind.NOTE);
                        case 1 -> new Join(id(now, "丙"));
                        case 2 -> new Renumber(now.articles().get(1).id(), "第二条", true);
                        case 3 -> new Retitle(now.clauses().get(0).id(), "总 则");
                        default -> new Split(id(now, "丁"), 1, ClauseKind.ITEM);
                    });
            seen.add(drafts.clauses(draft));
        }
        assertThat(seen).doesNotHaveDuplicates();
        for (int i = 4; i >= 0; i--) {
            undo(draft);
            assertThat(drafts.clauses(draft)).isEqualTo(seen.get(i));
        }
        for (int i = 1; i <= 5; i++) {
            redo(draft);
            assertThat(drafts.clauses(draft)).isEqualTo(seen.get(i));
        }
    }

    @Test
    void something_new_overtakes_what_was_undone_and_the_journal_keeps_both() {
        DraftId draft = imported("第一条 甲。\n乙。\n丙。");
        ClauseTree read = drafts.clauses(draft);
        correct(draft, new Join(id(read, "丙")));
        undo(draft);
        correct(draft, new Join(id(read, "乙")));

        assertThatThrownBy(() -> redo(draft)).isInstanceOf(RuleViolation.class).hasMessageContaining("没有可以重做");
        assertThat(db.sql("SELECT state FROM correction WHERE draft_id = ? ORDER BY step")
                        .param(draft.value())
                        .query(String.class)
                        .list())
                .containsExactly("OVERTAKEN", "MADE");
        undo(draft);
        assertThat(drafts.clauses(draft)).isEqualTo(read);
        assertThatThrownBy(() -> undo(draft)).isInstanceOf(RuleViolation.class).hasMessageContaining("没有可以撤销");
    }

    @Test
    void any_corrections_are_in_the_rows_what_they_are_on_paper() {
        for (int seed = 0; seed < 12; seed++) {
            DraftsAtRandom random = new DraftsAtRandom(seed);
            DraftId draft = imported(StructureText.of("草案", random.tree()));
            ClauseTree read = drafts.clauses(draft);
            int made = 0;
            for (int i = 0; i < 25; i++) {
                try {
                    correct(draft, random.correction(drafts.clauses(draft)));
                    made++;
                } catch (RuleViolation refused) {
                    assertThat(refused.getMessage()).endsWith("。");
                }
            }
            assertThat(made).isPositive();
            ClauseTree right = drafts.clauses(draft);
            for (int i = 0; i < made; i++) {
                undo(draft);
            }
            assertThat(drafts.clauses(draft)).as("seed %d", seed).isEqualTo(read);
            for (int i = 0; i < made; i++) {
                redo(draft);
            }
            assertThat(drafts.clauses(draft)).as("seed %d", seed).isEqualTo(right);
        }
    }

    @Test
    void whoever_saw_an_older_tree_is_told_and_changes_nothing() {
        DraftId draft = imported("第一条 甲。\n乙。");
        int seen = structures.find(draft).version();
        correct(draft, new Join(id(drafts.clauses(draft), "乙")));
        ClauseTree now = drafts.clauses(draft);

        ClauseId article = now.articles().get(0).id();
        assertThatThrownBy(
                        () -> structures.correct(new CorrectStructure(draft, seen, new Renumber(article, "二", false))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("刚刚被别人改过");
        assertThatThrownBy(() -> structures.undo(new UndoCorrection(draft, seen)))
                .isInstanceOf(RuleViolation.class);
        assertThat(drafts.clauses(draft)).isEqualTo(now);
    }

    @Test
    void of_two_who_correct_at_once_exactly_one_succeeds() throws Exception {
        DraftId draft = imported("第一条 甲。\n乙。\n第二条 丙。\n丁。");
        ClauseTree read = drafts.clauses(draft);
        int version = structures.find(draft).version();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> answers = people.invokeAll(List.of(
                    attempt(start, new CorrectStructure(draft, version, new Join(id(read, "乙")))),
                    attempt(start, new CorrectStructure(draft, version, new Join(id(read, "丁"))))));
            assertThat(List.of(
                            answers.get(0).get(30, TimeUnit.SECONDS),
                            answers.get(1).get(30, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder(true, false);
        } finally {
            people.shutdownNow();
        }
        assertThat(structures.find(draft).version()).isEqualTo(version + 1);
        assertThat(drafts.clauses(draft).clauses()).hasSize(5);
    }

    private Callable<Boolean> attempt(CyclicBarrier start, CorrectStructure command) {
        return () -> {
            start.await(30, TimeUnit.SECONDS);
            try {
                structures.correct(command);
                return true;
            } catch (RuleViolation told) {
                assertThat(told).hasMessageContaining("刚刚被别人改过");
                return false;
            }
        };
    }

    @Test
    void a_confirmed_tree_is_not_corrected_until_it_is_reopened() {
        DraftId draft = imported("第一条 甲。\n乙。");
        drafts.confirm(new ConfirmStructure(draft));
        Correction join = new Join(id(drafts.clauses(draft), "乙"));

        assertThatThrownBy(() -> correct(draft, join))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经确认");
        structures.reopen(new ReopenStructure(draft));
        structures.reopen(new ReopenStructure(draft));
        correct(draft, join);
        drafts.confirm(new ConfirmStructure(draft));

        assertThat(drafts.find(draft).confirmedAt()).isNotNull();
        assertThat(audited("ReopenStructure", draft)).isEqualTo(1);
        assertThat(audited("CorrectStructure", draft)).isEqualTo(1);
        assertThat(audited("ConfirmStructure", draft)).isEqualTo(2);
    }

    @Test
    void the_confirmation_is_taken_back_only_before_anybody_is_asked() {
        for (Status status : Status.values()) {
            ConsultationNumber number = rows.consultation(Level.MUNICIPAL, status);
            DraftId draft = rows.draftOf(number);
            if (status == Status.INTAKE || status == Status.PLANNING || status == Status.DECLINED) {
                structures.reopen(new ReopenStructure(draft));
                assertThat(drafts.find(draft).confirmedAt()).isNull();
            } else {
                assertThatThrownBy(() -> structures.reopen(new ReopenStructure(draft)))
                        .as(status.name())
                        .isInstanceOf(RuleViolation.class)
                        .hasMessageContaining(number.value());
                assertThat(drafts.find(draft).confirmedAt()).isNotNull();
            }
        }
    }

    @Test
    void an_approved_plan_keeps_the_structure_as_it_is() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        db.sql("""
                        INSERT INTO consultation_decision (consultation, subject, decision, remark, decided_by, decided_at)
                        VALUES (?, 'plan', 'approve', '', 'director', CURRENT_TIMESTAMP)
                        """).param(number.value()).update();

        assertThatThrownBy(() -> structures.reopen(new ReopenStructure(rows.draftOf(number))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("方案已经审批通过");
    }

    @Test
    void a_question_of_the_plan_follows_the_words_it_asks_about() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        DraftId draft = rows.draftOf(number);
        rows.plan(number);
        ClauseId second = rows.articles(number).get(1);
        db.sql("UPDATE plan_focus SET clause_id = ? WHERE consultation = ?")
                .params(second.value(), number.value())
                .update();
        structures.reopen(new ReopenStructure(draft));

        correct(draft, new Join(second));

        ClauseId first = drafts.clauses(draft).clauses().get(1).id();
        assertThat(db.sql("SELECT clause_id FROM plan_focus WHERE consultation = ?")
                        .param(number.value())
                        .query(Long.class)
                        .list())
                .containsExactly(first.value());
    }

    @Test
    void a_split_in_the_first_of_five_thousand_clauses_moves_all_others() {
        DraftId draft = imported(DraftTexts.ofArticles(1260));
        ClauseTree read = drafts.clauses(draft);

        correct(draft, new Split(read.clauses().get(3).id(), 9, null));

        assertThat(drafts.clauses(draft).clauses())
                .hasSize(read.clauses().size() + 1)
                .extracting(Clause::position)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, read.clauses().size()).boxed().toList());
    }

    @Test
    void an_unknown_draft_is_not_found() {
        DraftId unknown = new DraftId(987_654_321);

        assertThatThrownBy(() -> structures.find(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> structures.reopen(new ReopenStructure(unknown)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> structures.undo(new UndoCorrection(unknown, 0)))
                .isInstanceOf(NotFound.class);
    }

    private List<ClauseId> correct(DraftId draft, Correction correction) {
        return structures.correct(
                new CorrectStructure(draft, structures.find(draft).version(), correction));
    }

    private ClauseId undo(DraftId draft) {
        return structures.undo(new UndoCorrection(draft, structures.find(draft).version()));
    }

    private ClauseId redo(DraftId draft) {
        return structures.redo(new RedoCorrection(draft, structures.find(draft).version()));
    }

    private long audited(String action, DraftId draft) {
        return db.sql("SELECT count(*) FROM audit_entry WHERE action = ? AND (detail LIKE ? OR detail LIKE ?)")
                .params(action, "%\"draft\":" + draft.value() + ",%", "%\"draft\":" + draft.value() + "}%")
                .query(Long.class)
                .single();
    }

    private static ClauseId id(ClauseTree tree, String words) {
        return tree.clauses().stream()
                .filter(clause -> clause.text().contains(words))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private DraftId imported(String text) {
        return drafts.importDraft(new ImportDraft(
                "校正的法案" + SEQUENCE.incrementAndGet(),
                "一审稿",
                "草案",
                "草案.txt",
                text.getBytes(StandardCharsets.UTF_8),
                Visibility.PUBLIC));
    }
}
