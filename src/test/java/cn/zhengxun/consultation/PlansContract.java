package cn.zhengxun.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plan, explanation and supervision on either database. */
abstract class PlansContract {
    @Autowired
    Plans plans;

    @Autowired
    Explanations explanations;

    @Autowired
    Supervision supervision;

    @Autowired
    Timetables timetables;

    @Autowired
    Consultations consultations;

    @Autowired
    TimetableRows timetableRows;

    @Autowired
    Drafts drafts;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_plan_is_kept_whole_and_replaced_whole() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        ExpertId expert = rows.expert("expert1");
        List<ClauseId> articles = rows.articles(number);

        plans.save(plan(number, articles.subList(0, 2), List.of(expert), 1));
        plans.save(plan(number, articles.subList(1, 2), List.of(expert), 1));

        Plan found = plans.find(number).orElseThrow();
        assertThat(found.purpose()).isEqualTo("听取餐饮业意见");
        assertThat(found.focus()).containsExactly(new Plan.Focus(articles.get(1), "您认为可行吗？"));
        assertThat(found.channels()).containsExactly("个人链接", "座谈会");
        assertThat(found.experts()).containsExactly(expert);
        assertThat(found.quorum()).isEqualTo(1);
        assertThat(found.approvedBy()).isNull();
    }

    @Test
    void a_plan_that_waits_for_the_signature_stays_as_it_is() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.PLANNING);
        List<ClauseId> articles = rows.articles(number);
        plans.save(plan(number, articles.subList(0, 1), List.of(), 0));
        consultations.record(new RecordDecision(number, "plan", Decision.APPROVE, ""));

        assertThatThrownBy(() -> plans.save(plan(number, articles.subList(1, 2), List.of(), 0)))
                .hasMessageContaining("已经审批通过");
        assertThatThrownBy(() -> consultations.replaceDraftFile(
                        new ReplaceDraftFile(number, "新.txt", "第一条 新。".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("已经审批通过");

        consultations.record(new RecordDecision(number, "plan", Decision.RETURN, "问题再具体些"));
        plans.save(plan(number, articles.subList(1, 2), List.of(), 0));
    }

    @Test
    void a_replaced_draft_is_confirmed_before_its_plan_passes() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        consultations.replaceDraftFile(
                new ReplaceDraftFile(number, "新.txt", "第一条 新。".getBytes(StandardCharsets.UTF_8)));
        DraftId replaced = consultations.find(number).draft();
        List<ClauseId> articles =
                drafts.clauses(replaced).articles().stream().map(Clause::id).toList();
        plans.save(plan(number, articles, List.of(), 0));

        assertThatThrownBy(() -> plans.requireComplete(number)).hasMessageContaining("条款结构还没有确认");
        drafts.confirm(new ConfirmStructure(replaced));
        plans.requireComplete(number);
    }

    @Test
    void an_incomplete_plan_may_be_saved_but_says_what_is_missing() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        assertThatThrownBy(() -> plans.requireComplete(number)).hasMessageContaining("还没有征询方案");

        plans.save(new SavePlan(number, " ", List.of(), "", List.of(), "", List.of(), 0));

        assertThatThrownBy(() -> plans.approve(new ApprovePlan(number)))
                .hasMessageContaining("征询目的")
                .hasMessageContaining("重点条款")
                .hasMessageContaining("征集渠道");
        assertThat(plans.find(number).orElseThrow().approvedBy()).isNull();
    }

    @Test
    void a_change_after_approval_takes_the_approval_away() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        SavePlan plan = plan(number, rows.articles(number), List.of(), 0);
        plans.save(plan);
        plans.approve(new ApprovePlan(number));
        assertThat(plans.find(number).orElseThrow().approvedAt()).isEqualTo(TestClock.START);

        plans.save(plan);

        assertThat(plans.find(number).orElseThrow().approvedAt()).isNull();
    }

    @Test
    void what_a_plan_names_must_exist_and_the_quorum_must_be_reachable() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        ConsultationNumber other = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        ExpertId expert = rows.expert("expert2");

        assertThatThrownBy(() -> plans.save(plan(number, rows.articles(other), List.of(), 0)))
                .hasMessageContaining("不在现在的草案里");
        assertThatThrownBy(() -> plans.save(plan(number, rows.articles(number), List.of(expert), 2)))
                .hasMessageContaining("最少专家人数是2");
        assertThatThrownBy(() -> plans.save(new SavePlan(number, "目的", List.of(), "（餐饮", List.of(), "", List.of(), 0)))
                .as("the audience cannot be read")
                .isInstanceOf(cn.zhengxun.kernel.RuleViolation.class);
    }

    @Test
    void a_plan_is_fixed_once_its_step_is_over() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);

        assertThatThrownBy(() -> plans.save(plan(number, rows.articles(number), List.of(), 0)))
                .hasMessageContaining("正在征集");
    }

    @Test
    void a_sheet_is_written_published_once_and_then_fixed() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        assertThatThrownBy(() -> explanations.publish(new PublishExplanation(number)))
                .hasMessageContaining("还没有写");
        explanations.write(new WriteExplanation(number, "第一段\n\n第二段\n还是第二段"));
        assertThat(explanations.find(number).orElseThrow().published()).isFalse();

        explanations.publish(new PublishExplanation(number));

        Explanation found = explanations.find(number).orElseThrow();
        assertThat(found.published()).isTrue();
        assertThat(found.paragraphs()).containsExactly("第一段", "第二段\n还是第二段");
        assertThatThrownBy(() -> explanations.write(new WriteExplanation(number, "改")))
                .hasMessageContaining("已经发布");
        assertThatCode(() -> explanations.publish(new PublishExplanation(number)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_sheet_may_be_skipped_with_a_reason() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);

        explanations.skip(new SkipExplanation(number, "草案简短"));

        assertThat(explanations.find(number).orElseThrow().skipReason()).isEqualTo("草案简短");
        assertThat(explanations.find(number).orElseThrow().published()).isFalse();
    }

    @Test
    void a_step_is_warned_of_at_eighty_per_cent_and_escalated_when_due_once_each() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        entry(number, 2, "2026-11-23T08:00", "2026-11-24T08:00");
        Supervise command = new Supervise(number);

        assertThat(supervision.check(command)).isEmpty();
        clock.set(at("2026-11-24T03:12"));
        assertThat(supervision.check(command))
                .containsExactly(new Supervision.Reminder(2, "director", at("2026-11-24T08:00"), false));
        clock.forward(Duration.ofMinutes(30));
        assertThat(supervision.check(command)).as("said already").isEmpty();
        clock.set(at("2026-11-24T08:00"));
        assertThat(supervision.check(command))
                .extracting(Supervision.Reminder::overdue)
                .containsExactly(true);
        clock.set(at("2026-11-25T08:00"));
        assertThat(supervision.check(command)).isEmpty();
    }

    @Test
    void nobody_is_reminded_on_a_day_off_nor_of_a_step_that_is_not_under_way() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        entry(number, 2, "2026-11-26T08:00", "2026-11-27T08:00");
        entry(number, 3, "2026-11-26T08:00", "2026-11-27T08:00");
        clock.set(at("2026-11-28T08:30"));
        assertThat(supervision.check(new Supervise(number))).as("Saturday").isEmpty();

        clock.set(at("2026-11-30T08:30"));

        assertThat(supervision.check(new Supervise(number)))
                .extracting(Supervision.Reminder::step)
                .containsExactly(2);
    }

    @Test
    void a_step_of_one_day_is_warned_of_in_its_morning() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        entry(number, 2, "2026-11-23T17:30", "2026-11-24T17:30");
        clock.set(at("2026-11-24T08:30"));

        assertThat(supervision.check(new Supervise(number)))
                .extracting(Supervision.Reminder::overdue)
                .containsExactly(false);
    }

    @Test
    void what_was_missed_while_the_program_was_down_is_escalated_once_on_the_next_working_day() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        entry(number, 2, "2026-11-24T17:30", "2026-11-27T17:30");
        clock.set(at("2026-11-29T08:30"));
        assertThat(supervision.check(new Supervise(number))).as("Sunday").isEmpty();

        clock.set(at("2026-12-02T08:30"));

        assertThat(supervision.check(new Supervise(number)))
                .as("no late warning beside the escalation")
                .extracting(Supervision.Reminder::overdue)
                .containsExactly(true);
        assertThat(supervision.check(new Supervise(number))).isEmpty();
    }

    @Test
    void several_nodes_that_look_at_once_tell_it_once() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        entry(number, 2, "2026-11-19T08:00", "2026-11-20T08:00");
        int nodes = 4;
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<Integer>> told = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                told.add(threads.submit(() -> {
                    together.await();
                    return supervision.check(new Supervise(number)).size();
                }));
            }
            int sum = 0;
            for (Future<Integer> one : told) {
                sum += one.get();
            }
            assertThat(sum).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void step_ten_is_supervised_from_its_own_date_and_step_nine_has_none() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.EVALUATING);
        entry(number, 10, "2026-11-02T10:00", "2026-11-23T17:30");
        assertThat(supervision.check(new Supervise(number)))
                .extracting(Supervision.Reminder::step, Supervision.Reminder::overdue)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(10, false));

        ConsultationNumber tracked = rows.consultation(Level.MUNICIPAL, Status.TRACKING);
        timetableRows.replace(tracked, List.of(TimetableEntry.planned(9, "staff", at("2026-01-05T08:00"), null)));
        assertThat(supervision.check(new Supervise(tracked))).isEmpty();
    }

    @Test
    void while_collecting_only_a_missing_sheet_is_reminded_of() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        entry(number, 4, "2026-11-19T08:00", "2026-11-20T08:00");
        entry(number, 5, "2026-11-19T08:00", "2026-11-20T08:00");

        assertThat(supervision.check(new Supervise(number)))
                .extracting(Supervision.Reminder::step)
                .containsExactly(4);

        ConsultationNumber explained = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        entry(explained, 4, "2026-11-19T08:00", "2026-11-20T08:00");
        explanations.skip(new SkipExplanation(explained, "草案简短"));
        assertThat(supervision.check(new Supervise(explained))).isEmpty();
    }

    private void entry(ConsultationNumber number, int step, String begins, String due) {
        timetableRows.replace(number, List.of(TimetableEntry.planned(step, "director", at(begins), at(due))));
    }

    private static SavePlan plan(
            ConsultationNumber number, List<ClauseId> clauses, List<ExpertId> experts, int quorum) {
        return new SavePlan(
                number,
                "听取餐饮业意见",
                clauses.stream()
                        .map(clause -> new Plan.Focus(clause, "您认为可行吗？"))
                        .toList(),
                "",
                List.of("个人链接", "座谈会"),
                "",
                experts,
                quorum);
    }

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }
}
