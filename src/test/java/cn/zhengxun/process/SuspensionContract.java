package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.CloseCollectionEarly;
import cn.zhengxun.consultation.EndConsultation;
import cn.zhengxun.consultation.ReturnFromAbove;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.consultation.Suspensions;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Suspended and resumed, twice in a row and in every step from 1 to 9. */
abstract class SuspensionContract extends StepsFixture {
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 31);
    private LocalDate deadline = FIRST;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Timetables timetables;

    /** Stands still for a week; meanwhile the task refuses, and afterwards it goes on where it was. */
    private void standsStill(int step, String task, String user) {
        assertThat(consultations.find(number).step()).isEqualTo(step);
        suspended();
        clock.forward(Duration.ofDays(7));
        if (task != null) {
            assertThat(walk.refusal(task, user)).contains("暂停");
        }
        deadline = deadline.plusDays(14);
        resumed(deadline);
        walk.run("serviceTask_tellSuspended", "serviceTask_tellResumed");
        assertThat(consultations.find(number).suspended()).isFalse();
    }

    @Test
    void it_stands_still_in_every_step_and_comes_to_its_end_all_the_same() {
        registered();
        standsStill(1, "userTask_confirmStructure", "staff");
        walk.as("staff", () -> drafts.confirm(new ConfirmStructure(draftId())));
        walk.complete("userTask_confirmStructure", "staff");
        walk.complete("userTask_acceptIntake", "director", "decision", "accept");
        standsStill(1, null, null);
        walk.run("callActivity_plan");
        planWritten();
        standsStill(2, "userTask_draftPlan", "staff");
        walk.complete("userTask_draftPlan", "staff");
        walk.complete("userTask_approvePlan", "director", "decision", "approve");
        rows.informant("丁一", "one@example.com");
        walk.run("callActivity_push");
        standsStill(3, "userTask_confirmAudience", "staff");
        walk.complete("userTask_confirmAudience", "staff");
        walk.run("serviceTask_issueInvitations", "serviceTask_queueMail");
        walk.run("callActivity_explain", "callActivity_collect");
        standsStill(5, "userTask_writeExplanation", "staff");
        explained();
        answered(3);
        standsStill(5, null, null);
        assertThat(consultations.find(number).acceptsAt(clock.instant())).isTrue();
        assertThat(walk.dateOf("timer_collectUntil").toInstant())
                .isEqualTo(consultations.find(number).collectUntil());
        clock.set(consultations.find(number).collectUntil().plusSeconds(1));
        walk.fire("timer_collectUntil").run("callActivity_collect", "callActivity_collate", "serviceTask_findAlike");
        screened();
        standsStill(6, "userTask_collate", "staff");
        walk.complete("userTask_collate", "staff");
        walk.complete("userTask_checkCollation", "staff2", "decision", "approve");
        walk.run("callActivity_review");
        standsStill(7, "userTask_review", "expert1");
        noted("expert1");
        walk.run("userTask_review");
        noted("expert2");
        walk.run("userTask_review");
        walk.run("callActivity_submit");
        standsStill(8, "userTask_checkReport", "director");
        walk.complete("userTask_checkReport", "director", "decision", "approve");
        walk.complete("userTask_signReport", "leader", "decision", "approve");
        walk.run("serviceTask_notifySubmitted");
        receiptRecorded();
        judged();
        Instant evaluation = timetables.due(number, 10).orElseThrow();
        deadline = null;
        suspended();
        clock.forward(Duration.ofDays(7));
        resumed(null);
        walk.run("serviceTask_tellSuspended", "serviceTask_tellResumed");
        assertThat(timetables.due(number, 10).orElseThrow()).isAfterOrEqualTo(evaluation.plus(Duration.ofDays(7)));
        walk.complete("userTask_recordOutcomes", "staff");
        walk.complete("userTask_checkOutcomes", "staff2", "decision", "approve");
        walk.run("serviceTask_publishOutcomes", "callActivity_archive");
        assertThatThrownBy(this::suspended).hasMessageContaining("评价归档");
        walk.complete("userTask_approveEvaluation", "director", "remark", "办理规范");
        walk.run("serviceTask_archiveCase");

        assertThat(walk.ended()).isTrue();
        assertThat(suspensions.of(number))
                .hasSize(10)
                .allSatisfy(one -> assertThat(one.resumedAt()).isNotNull());
    }

    @Test
    void while_it_stands_still_nothing_else_may_change_its_course_but_its_withdrawal() {
        submitted();
        suspended();
        assertThatThrownBy(() -> walk.as("staff", () -> steering.returned(new ReturnFromAbove(number, "请补充"))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("恢复");
        assertThatThrownBy(() -> walk.as("staff", () -> steering.closeEarly(new CloseCollectionEarly(number, "提前"))))
                .hasMessageContaining("恢复");
        assertThatThrownBy(() -> resumed(null)).hasMessageContaining("截止日期");
        assertThatThrownBy(() -> resumed(LocalDate.of(2026, 11, 1))).hasMessageContaining("已经过去");
        walk.as("staff", () -> steering.end(new EndConsultation(number, "草案撤回")));
        walk.run("serviceTask_archiveEnded");
        assertThat(walk.ended()).isTrue();
        assertThat(consultations.find(number).status()).isEqualTo(Status.ENDED);
    }

    @Test
    void nobody_is_reminded_of_what_stands_still() {
        registered();
        suspended();
        clock.forward(Duration.ofDays(30));
        walk.fire("startEvent_supervise");
        assertThat(db.sql("SELECT COUNT(*) FROM outbox WHERE consultation = ? AND template = 'task-arrived'")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
