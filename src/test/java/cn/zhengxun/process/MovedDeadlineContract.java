package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.FixedTimetable;
import cn.zhengxun.consultation.MakeUrgent;
import cn.zhengxun.consultation.MoveDeadline;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** D moved later and earlier: every date that the engine holds follows, and is one that was counted by hand. */
abstract class MovedDeadlineContract extends StepsFixture {
    private static final Set<String> BY_THE_CALENDAR = Set.of("startEvent_supervise", "startEvent_remind");

    @Autowired
    Timetables timetables;

    @Test
    void in_collection_every_timer_and_task_follows() {
        collecting();
        Map<String, Set<Instant>> before = clocks();
        assertThat(before)
                .containsOnlyKeys(
                        "startEvent_supervise",
                        "startEvent_remind",
                        "startEvent_chase",
                        "timer_collectUntil",
                        "userTask_writeExplanation");
        assertThat(before.get("timer_collectUntil")).containsExactly(at("2026-12-24T00:00"));

        moved("2027-01-20");
        assertThat(clocks().get("timer_collectUntil")).containsExactly(at("2027-01-13T00:00"));
        sayWhatTheTimetableSays(before);

        moved("2026-12-18");
        assertThat(clocks().get("timer_collectUntil")).containsExactly(at("2026-12-11T00:00"));
        sayWhatTheTimetableSays(before);
        assertThat(clocks().get("userTask_writeExplanation"))
                .as("three working days after step 3, whatever D is")
                .isEqualTo(before.get("userTask_writeExplanation"));

        moved("2026-12-03");
        assertThat(clocks().get("timer_collectUntil")).containsExactly(at("2026-11-26T00:00"));
        assertThat(clocks().get("userTask_writeExplanation"))
                .as("nobody explains what is closed")
                .containsExactly(at("2026-11-25T17:30"));
        sayWhatTheTimetableSays(before);

        moved("2026-12-31");
        assertThat(clocks()).as("where it was before").isEqualTo(before);
        eachInviteeWasToldOnceOfEach(4);
    }

    @Test
    void silence_is_chased_once_however_often_the_deadline_moves() {
        collecting();
        db.sql(
                        "UPDATE outbox SET status = 'SENT', sent_at = created_at WHERE consultation = ? AND template = 'invitation'")
                .param(number.value())
                .update();
        clock.set(timetables.fixed(number).chaseAt());
        walk.fire("startEvent_chase");
        assertThat(told("chase")).isEqualTo(told("invitation")).isPositive();

        moved("2027-01-20");
        assertThat(timetables.fixed(number).chaseAt()).isAfter(clock.instant());
        assertThat(clocks()).doesNotContainKey("startEvent_chase");
        assertThat(clocks().get("timer_collectUntil")).containsExactly(at("2027-01-13T00:00"));
        assertThat(told("chase")).isEqualTo(told("invitation")).isPositive();
    }

    @Test
    void made_urgent_in_collection_it_follows_the_shorter_days_and_may_skip_the_experts() {
        collecting();
        Map<String, Set<Instant>> before = clocks();
        walk.as("staff", () -> steering.makeUrgent(new MakeUrgent(number, "下周审议")));
        walk.run("serviceTask_tellInvitees");

        assertThat(clocks().get("timer_collectUntil")).containsExactly(at("2026-12-29T00:00"));
        assertThat(clocks().get("userTask_writeExplanation"))
                .as("the day on which collection begins by the plan")
                .containsExactly(at("2026-11-24T17:30"));
        sayWhatTheTimetableSays(before);
        assertThat(told("deadline-moved")).isZero();
        assertThat(consultations.decisions(number).get(0).remark()).isEqualTo("下周审议");
        assertThatThrownBy(() -> walk.as("staff", () -> steering.makeUrgent(new MakeUrgent(number, "再急"))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("加急征询");

        explained();
        answered(1);
        clock.set(consultations.find(number).collectUntil().plusSeconds(1));
        walk.fire("timer_collectUntil").run("callActivity_collect", "callActivity_collate", "serviceTask_findAlike");
        screened();
        walk.complete("userTask_collate", "staff");
        walk.complete(
                "userTask_checkCollation", "staff2", "decision", "approve", "skipReview", true, "skipReason", "下周审议");
        walk.run("callActivity_submit");
        assertThat(walk.openTasks()).containsExactly("userTask_checkReport");
    }

    @Test
    void from_collation_to_signing_the_open_tasks_follow() {
        reviewingWith("2026-12-31");
        movedBothWays("userTask_review", "2027-01-18T17:30", "2026-12-29T17:30");
        noted("expert1");
        walk.run("userTask_review");
        noted("expert2");
        walk.run("userTask_review");
        walk.run("callActivity_submit");
        movedBothWays("userTask_checkReport", "2027-01-20T17:30", "2026-12-31T17:30");
        walk.complete("userTask_checkReport", "director", "decision", "approve");
        movedBothWays("userTask_signReport", "2027-01-20T17:30", "2026-12-31T17:30");
        eachInviteeWasToldOnceOfEach(8);
    }

    private void reviewingWith(String deadline) {
        collated(3, "deadline", deadline);
        movedBothWays("userTask_collate", "2027-01-14T17:30", "2026-12-25T17:30");
        walk.complete("userTask_collate", "staff");
        walk.complete("userTask_checkCollation", "staff2", "decision", "approve");
        walk.run("callActivity_review");
    }

    /** To 20 January and back to the last of December. */
    private void movedBothWays(String task, String later, String earlier) {
        Map<String, Set<Instant>> before = clocks();
        assertThat(before).containsOnlyKeys("startEvent_supervise", task);
        moved("2027-01-20");
        assertThat(clocks().get(task)).containsExactly(at(later));
        sayWhatTheTimetableSays(before);
        moved("2026-12-31");
        assertThat(clocks().get(task)).containsExactly(at(earlier));
        assertThat(clocks()).isEqualTo(before);
    }

    private void moved(String deadline) {
        walk.as(
                "staff",
                () -> steering.moveDeadline(
                        new MoveDeadline(number, LocalDate.parse(deadline), "法工函〔2026〕9号", "改到" + deadline)));
        walk.run("serviceTask_tellInvitees");
    }

    /** No timer that was there is gone, none is new, and each has today's date of the timetable. */
    private void sayWhatTheTimetableSays(Map<String, Set<Instant>> before) {
        Map<String, Set<Instant>> now = clocks();
        assertThat(now).containsOnlyKeys(before.keySet());
        now.forEach((element, dates) -> assertThat(dates)
                .as(element)
                .isEqualTo(BY_THE_CALENDAR.contains(element) ? before.get(element) : Set.of(expected(element))));
    }

    private Instant expected(String element) {
        FixedTimetable fixed = timetables.fixed(number);
        return switch (element) {
            case "timer_collectUntil" -> fixed.collectUntil();
            case "startEvent_chase" -> fixed.chaseAt();
            default ->
                timetables
                        .due(
                                number,
                                Models.stepOf(Models.keyOf(walk.task(element).getProcessDefinitionId())))
                        .orElseThrow();
        };
    }

    /** Every timer and every open task of the consultation, whichever of its instances holds it. */
    private Map<String, Set<Instant>> clocks() {
        Map<String, Set<Instant>> dates = new HashMap<>();
        for (ProcessInstance instance : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .list()) {
            for (Job job : engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .list()) {
                add(dates, elementOf(job), job.getDuedate().toInstant());
            }
        }
        for (Task task : engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .list()) {
            add(dates, task.getTaskDefinitionKey(), task.getDueDate().toInstant());
        }
        return dates;
    }

    private String elementOf(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private static void add(Map<String, Set<Instant>> dates, String element, Instant date) {
        dates.computeIfAbsent(element, key -> new TreeSet<>()).add(date);
    }

    private void eachInviteeWasToldOnceOfEach(int changes) {
        List<Integer> told =
                db.sql("""
                        SELECT COUNT(*) FROM outbox
                        WHERE consultation = ? AND template = 'deadline-moved'
                        GROUP BY recipient_kind, recipient, revision
                        """).param(number.value()).query(Integer.class).list();
        assertThat(told).hasSize(changes * told("invitation")).containsOnly(1);
    }

    private int told(String template) {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE consultation = ? AND template = ?")
                .params(number.value(), template)
                .query(Integer.class)
                .single();
    }

    private static Instant at(String shanghai) {
        return Instant.parse(shanghai + ":00+08:00");
    }
}
