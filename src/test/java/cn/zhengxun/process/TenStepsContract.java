package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.adoption.OutcomeKind;
import cn.zhengxun.collation.Grade;
import cn.zhengxun.consultation.CloseCollectionEarly;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.EndConsultation;
import cn.zhengxun.consultation.MoveDeadline;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.draft.Draft;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.suggestion.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Every path of every model, walked with the real rooms behind it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class TenStepsContract extends StepsFixture {
    // ---- the main path

    @Test
    @Order(1)
    void a_letter_goes_through_all_ten_steps_and_is_archived() {
        submitted();
        receiptRecorded();
        judged();
        walk.complete("userTask_recordOutcomes", "staff");
        walk.complete("userTask_checkOutcomes", "staff2", "decision", "approve");
        walk.run("serviceTask_publishOutcomes", "callActivity_archive");
        walk.complete("userTask_approveEvaluation", "director", "remark", "办理规范");
        walk.run("serviceTask_archiveCase");

        assertThat(walk.ended()).isTrue();
        assertThat(walk.endEvents()).containsExactly("endEvent_archived");
        assertThat(walk.hasJobs()).isFalse();
        assertThat(consultations.find(number).status()).isEqualTo(Status.ARCHIVED);
        assertThat(outcomes.of(number))
                .hasSize(3)
                .allSatisfy((id, outcome) -> assertThat(outcome.publishedAt()).isNotNull());
        assertThat(workflow.tenSteps(number).active()).isEmpty();
        assertThat(workflow.tenSteps(number).done()).contains("callActivity_intake", "callActivity_archive");
    }

    @Test
    @Order(2)
    void a_declined_letter_ends_at_once() {
        registered();
        walk.as("staff", () -> drafts.confirm(new ConfirmStructure(draftId())));
        walk.complete("userTask_confirmStructure", "staff");
        assertThat(walk.refusal("userTask_acceptIntake", "director")).contains("受理");
        assertThat(walk.refusal("userTask_acceptIntake", "director", "decision", "decline"))
                .contains("答复");
        walk.complete("userTask_acceptIntake", "director", "decision", "decline", "reply", "不属于本联系点职责。");

        assertThat(walk.endEvents()).containsExactly("endEvent_declined");
        assertThat(consultations.find(number).status()).isEqualTo(Status.DECLINED);
        assertThat(consultations.find(number).declineReply()).isEqualTo("不属于本联系点职责。");
    }

    @Test
    @Order(3)
    void a_national_plan_needs_the_leader_and_may_come_back_twice() {
        accepted("level", "NATIONAL");
        assertThat(walk.refusal("userTask_draftPlan", "staff")).isNotBlank();
        planWritten();
        walk.complete("userTask_draftPlan", "staff");
        assertThat(walk.refusal("userTask_approvePlan", "director", "decision", "return"))
                .contains("退回时请写明");
        walk.complete("userTask_approvePlan", "director", "decision", "return", "remark", "请增加座谈安排");
        assertThat(consultations.lastReturn(number, "plan"))
                .hasValueSatisfying(decision -> assertThat(decision.remark()).isEqualTo("请增加座谈安排"));
        walk.complete("userTask_draftPlan", "staff");
        walk.complete("userTask_approvePlan", "director", "decision", "approve");
        walk.complete("userTask_signPlan", "leader", "decision", "return", "remark", "请征求环卫工人意见");
        walk.complete("userTask_draftPlan", "staff");
        walk.complete("userTask_approvePlan", "director", "decision", "approve");
        walk.complete("userTask_signPlan", "leader", "decision", "approve");
        walk.run("callActivity_push");

        assertThat(consultations.find(number).collectUntil()).isNotNull();
        assertThat(walk.openTasks()).containsExactly("userTask_confirmAudience");
    }

    @Test
    @Order(4)
    void collection_may_close_early_without_an_opinion_and_is_reported_as_such() {
        collecting();
        walk.fire("startEvent_remind");
        walk.fire("startEvent_chase");
        walk.complete("userTask_writeExplanation", "staff", "skip", true, "skipReason", "条文浅显");
        walk.run("callActivity_explain");
        walk.as("staff", () -> steering.closeEarly(new CloseCollectionEarly(number, "来文单位要求提前")));
        walk.run("callActivity_collect", "callActivity_collate", "serviceTask_findAlike");
        walk.complete("userTask_collate", "staff");
        walk.complete("userTask_checkCollation", "staff2", "decision", "approve");
        walk.run("callActivity_submit");

        assertThat(walk.openTasks()).containsExactly("userTask_checkReport");
        assertThat(reports.latest(number)).isPresent();
        assertThat(consultations.find(number).collectClosedAt()).isNotNull();
    }

    @Test
    @Order(5)
    void an_urgent_consultation_may_skip_the_experts_with_a_reason() {
        collated(1, "template", "URGENT", "urgentReason", "下周审议", "deadline", "2026-12-04");
        walk.complete("userTask_collate", "staff");
        assertThat(walk.refusal("userTask_checkCollation", "staff", "decision", "approve"))
                .isNotBlank();
        walk.complete("userTask_checkCollation", "staff2", "decision", "return", "remark", "请补写理由");
        walk.complete("userTask_collate", "staff");
        assertThat(walk.refusal("userTask_checkCollation", "staff2", "decision", "approve", "skipReview", true))
                .contains("理由");
        walk.complete(
                "userTask_checkCollation", "staff2", "decision", "approve", "skipReview", true, "skipReason", "时间不足");
        walk.run("callActivity_submit");

        assertThat(walk.openTasks()).containsExactly("userTask_checkReport");
        assertThat(consultations.find(number).reviewSkipReason()).isEqualTo("时间不足");
    }

    @Test
    @Order(6)
    void a_normal_consultation_may_not_skip_the_experts() {
        collated(1);
        walk.complete("userTask_collate", "staff");
        assertThat(walk.refusal(
                        "userTask_checkCollation",
                        "staff2",
                        "decision",
                        "approve",
                        "skipReview",
                        true,
                        "skipReason",
                        "时间不足"))
                .contains("加急");
        assertThat(collation.forwarded(number))
                .as("nothing was confirmed by the refused completion")
                .isEmpty();
    }

    @Test
    @Order(7)
    void an_expert_must_grade_everything_and_the_quorum_ends_the_round() {
        reviewing();
        assertThat(walk.openTasks()).hasSize(3).containsOnly("userTask_review");
        assertThat(walk.refusal("userTask_review", "expert1")).isNotBlank();
        assertThat(process.openTasks(number))
                .extracting(task -> task.assignee())
                .containsExactlyInAnyOrder("expert1", "expert2", "expert3");
        assertThat(process.openTasks(number)).extracting(task -> task.groups()).containsOnly(List.of("expert"));
        noted("expert1");
        walk.run("userTask_review");
        assertThat(process.openTasks(number))
                .extracting(task -> task.assignee())
                .containsExactlyInAnyOrder("expert2", "expert3");
        assertThat(tellOfReview("expert2").subject()).contains("智囊论证");
        assertThatThrownBy(() -> tellOfReview("expert1")).as("has finished").isInstanceOf(NotDue.class);
        noted("expert3");
        walk.run("userTask_review");
        walk.run("callActivity_submit");

        assertThat(walk.openTasks()).containsExactly("userTask_checkReport");
        assertThat(reviews.grades(number).values()).containsOnly(Grade.KEY);
    }

    private Mail tellOfReview(String expert) {
        MailWriter writer = mailWriters.stream()
                .filter(one -> one.template().equals("task-arrived"))
                .findFirst()
                .orElseThrow();
        return writer.write(new QueuedMail(
                1, "task:" + number + ":userTask_review:智囊论证", number, Recipient.user(expert), writer.template(), 1));
    }

    @Test
    @Order(8)
    void the_report_is_amended_until_director_and_leader_agree() {
        composed();
        walk.complete("userTask_checkReport", "director", "decision", "return", "remark", "导语太长");
        walk.complete("userTask_amendReport", "staff");
        walk.complete("userTask_checkReport", "director", "decision", "approve");
        walk.complete("userTask_signReport", "leader", "decision", "return", "remark", "请补充数据");
        walk.complete("userTask_amendReport", "staff");
        walk.complete("userTask_checkReport", "director", "decision", "approve");
        walk.complete("userTask_signReport", "leader", "decision", "approve");

        assertThat(reports.latest(number).orElseThrow().frozenAt()).isNotNull();
        walk.run("serviceTask_notifySubmitted");
        assertThat(walk.refusal("userTask_recordReceipt", "staff", "receiptNumber", "1", "receivedOn", "昨天"))
                .contains("签收日期");
    }

    @Test
    @Order(9)
    void the_upper_body_returns_the_report_while_its_receipt_is_awaited_and_again_later() {
        submitted();
        String first = reports.latest(number).orElseThrow().docxSha256();
        returnedByUpperBody();
        assertThat(consultations.find(number).reportVersion()).isEqualTo(2);
        throughTheReportAgain();
        receiptRecorded();
        returnedByUpperBody();
        throughTheReportAgain();

        assertThat(consultations.find(number).reportVersion()).isEqualTo(3);
        assertThat(reports.versions(number)).hasSize(3);
        assertThat(reports.versions(number))
                .filteredOn(version -> version.version() == 1)
                .singleElement()
                .satisfies(version -> assertThat(version.docxSha256()).isEqualTo(first));
        assertThat(walk.openTasks()).containsExactly("userTask_recordReceipt");
    }

    @Test
    @Order(10)
    void nothing_can_be_returned_before_it_was_submitted() {
        composed();
        assertThatThrownBy(this::returnedByUpperBody).isInstanceOf(RuleViolation.class);
        assertThat(walk.openTasks()).containsExactly("userTask_checkReport");
    }

    @Test
    @Order(11)
    void a_withdrawn_draft_stops_everything_and_every_author_is_answered() {
        collecting();
        assertThat(process.openTasks(number))
                .singleElement()
                .satisfies(task -> assertThat(task.groups()).containsExactly("staff", "expert"));
        answered(2);
        walk.as("staff", () -> steering.end(new EndConsultation(number, "草案撤回")));
        walk.run("serviceTask_archiveEnded");

        assertThat(walk.ended()).isTrue();
        assertThat(walk.endEvents()).containsExactly("endEvent_ended");
        assertThat(consultations.find(number).status()).isEqualTo(Status.ENDED);
        assertThat(outcomes.of(number))
                .hasSize(2)
                .allSatisfy((id, outcome) -> assertThat(outcome.kind()).isEqualTo(OutcomeKind.DRAFT_ENDED));
        assertThat(walk.hasJobs()).isFalse();
    }

    @Test
    @Order(12)
    void a_moved_deadline_moves_every_timer_and_tells_each_invitee_once() {
        collecting();
        Consultation before = consultations.find(number);
        walk.as(
                "staff",
                () -> steering.moveDeadline(
                        new MoveDeadline(number, LocalDate.of(2027, 1, 15), "法工函〔2026〕9号", "增加一次座谈会")));
        walk.run("serviceTask_tellInvitees");

        Consultation after = consultations.find(number);
        assertThat(after.collectUntil()).isAfter(before.collectUntil());
        assertThat(walk.dateOf("timer_collectUntil").toInstant()).isEqualTo(after.collectUntil());
        assertThat(walk.dateOf("startEvent_chase").toInstant()).isBefore(after.collectUntil());
        int invited = invitations.of(number).size();
        assertThat(db.sql("SELECT COUNT(*) FROM outbox WHERE consultation = ? AND template = 'deadline-moved'")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isPositive()
                .isLessThanOrEqualTo(invited);
    }

    @Test
    @Order(13)
    void the_daily_supervision_reminds_of_what_is_late_and_only_once() {
        registered();
        clock.forward(Duration.ofDays(8));
        walk.fire("startEvent_supervise");
        int told = reminders();
        walk.fire("startEvent_supervise");

        assertThat(told).isPositive();
        assertThat(reminders()).isEqualTo(told);
    }

    private int reminders() {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE consultation = ? AND campaign LIKE '%overdue%'")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    @Test
    @Order(14)
    void outcomes_need_all_answers_and_a_second_person_and_are_reminded_of_each_half_year() {
        submitted();
        receiptRecorded();
        clock.set(Instant.parse("2027-05-23T10:00:00+08:00"));
        walk.fire("boundaryEvent_halfYear");
        assertThat(db.sql(
                                "SELECT MIN(next_try_at) AS earliest FROM outbox WHERE consultation = ? AND campaign LIKE '%remindOutcomes%'")
                        .param(number.value())
                        .query((row, index) -> Timestamps.in(row, "earliest"))
                        .single())
                .as("on a Sunday nobody reads it")
                .isEqualTo(Instant.parse("2027-05-24T08:30:00+08:00"));
        assertThat(walk.refusal("userTask_recordOutcomes", "staff")).contains("3");
        judged();
        walk.complete("userTask_recordOutcomes", "staff");
        assertThat(walk.refusal("userTask_checkOutcomes", "staff", "decision", "approve"))
                .isNotBlank();
        walk.complete("userTask_checkOutcomes", "staff2", "decision", "return", "remark", "理由太短");
        walk.complete("userTask_recordOutcomes", "staff");
        walk.complete("userTask_checkOutcomes", "staff2", "decision", "approve");
        walk.run("serviceTask_publishOutcomes", "callActivity_archive");

        assertThat(walk.openTasks()).containsExactly("userTask_approveEvaluation");
        assertThat(walk.task("userTask_approveEvaluation").getDueDate().toInstant())
                .as("fifteen working days from now and not from the submission half a year ago")
                .isEqualTo(Instant.parse("2027-06-14T17:30:00+08:00"));
    }

    @Test
    @Order(15)
    void staff_enter_what_somebody_said_and_hand_over_the_receipt() {
        collecting();
        String words = "种".repeat(5000);
        String station = Long.toString(rows.station("民权街小院").value());
        Map<String, Object> form = new HashMap<>();
        form.put("consultation", number.value());
        form.put("channel", "MEETING");
        form.put("station", station);
        form.put("onBehalf", true);
        form.put("confirmedByPerson", true);
        form.put("consentProcessing", true);
        form.put(
                "suggestions",
                "[{\"clause\":null,\"kind\":\"SUBSTANCE\",\"original\":\"" + words
                        + "\",\"proposed\":null,\"reason\":null}]");
        var instance = walk.as("staff", () -> walk.submitStart(Models.SUGGESTION_ENTRY, form));

        assertThat(suggestions.of(number)).singleElement().satisfies(suggestion -> {
            assertThat(suggestion.original()).isEqualTo(words);
            assertThat(suggestion.onBehalf()).isTrue();
            assertThat(suggestion.channel()).isEqualTo(Channel.MEETING);
        });
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .extracting(org.camunda.bpm.engine.history.HistoricVariableInstance::getName)
                .as("what stays in the engine")
                .containsOnly("consultation", "receipt", "initiator");
        var receipt = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        assertThat(receipt.getDueDate()).isNotNull();
        walk.as("staff", () -> engine.getFormService().submitTaskForm(receipt.getId(), Map.of()));
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    @Test
    @Order(16)
    void an_urgent_national_plan_is_decided_by_director_and_leader_side_by_side() {
        accepted("level", "NATIONAL", "template", "URGENT", "urgentReason", "下周审议", "deadline", "2026-12-04");
        planWritten();
        walk.complete("userTask_draftPlan", "staff");
        assertThat(walk.openTasks()).containsExactly("userTask_approvePlanAtOnce", "userTask_signPlanAtOnce");
        walk.complete("userTask_signPlanAtOnce", "leader", "decision", "approve");
        walk.complete("userTask_approvePlanAtOnce", "director", "decision", "return", "remark", "请增加座谈安排");
        assertThat(walk.openTasks()).containsExactly("userTask_draftPlan");
        planWritten();
        walk.complete("userTask_draftPlan", "staff");
        walk.complete("userTask_signPlanAtOnce", "leader", "decision", "return", "remark", "请征求环卫工人意见");
        assertThat(walk.openTasks())
                .as("the director need not decide about what is drawn up anew")
                .containsExactly("userTask_draftPlan");
        planWritten();
        walk.complete("userTask_draftPlan", "staff");
        walk.complete("userTask_approvePlanAtOnce", "director", "decision", "approve");
        walk.complete("userTask_signPlanAtOnce", "leader", "decision", "approve");
        walk.run("callActivity_push");

        assertThat(consultations.find(number).collectUntil()).isNotNull();
        assertThat(plans.find(number).orElseThrow().approvedBy()).isEqualTo("leader");
    }

    @Test
    @Order(16)
    void a_suspended_consultation_stands_still_and_goes_on_with_a_new_deadline() {
        collecting();
        Consultation before = consultations.find(number);
        suspended();
        assertThat(consultations.find(number).acceptsAt(clock.instant())).isFalse();
        assertThat(walk.suspended("timer_collectUntil")).isTrue();
        assertThat(walk.suspended("startEvent_supervise")).isTrue();
        assertThat(walk.refusal("userTask_writeExplanation", "staff", "skip", true, "skipReason", "条文浅显"))
                .contains("暂停");
        assertThatThrownBy(() -> walk.as(
                        "staff",
                        () -> steering.moveDeadline(
                                new MoveDeadline(number, LocalDate.of(2027, 1, 15), "法工函〔2026〕9号", "延期"))))
                .hasMessageContaining("恢复");
        assertThatThrownBy(this::suspended).hasMessageContaining("已经暂停");
        walk.run("serviceTask_tellSuspended");
        clock.forward(Duration.ofDays(30));
        assertThat(walk.refusal("userTask_resumeConsultation", "staff", "letter", "法工函〔2026〕12号", "reason", "继续审议"))
                .contains("截止日期");
        walk.complete(
                "userTask_resumeConsultation",
                "staff",
                "newDate",
                "2027-02-26",
                "letter",
                "法工函〔2026〕12号",
                "reason",
                "继续审议");
        walk.run("serviceTask_tellResumed");

        Consultation after = consultations.find(number);
        assertThat(after.suspended()).isFalse();
        assertThat(after.deadline()).isEqualTo(LocalDate.of(2027, 2, 26));
        assertThat(after.collectUntil()).isAfter(before.collectUntil());
        assertThat(after.acceptsAt(clock.instant())).isTrue();
        assertThat(walk.suspended("timer_collectUntil")).isFalse();
        assertThat(walk.dateOf("timer_collectUntil").toInstant()).isEqualTo(after.collectUntil());
        explained();
    }

    @Test
    @Order(17)
    void a_suspended_consultation_may_be_withdrawn() {
        collecting();
        answered(1);
        suspended();
        walk.run("serviceTask_tellSuspended");
        walk.as("staff", () -> steering.end(new EndConsultation(number, "草案撤回")));
        walk.run("serviceTask_archiveEnded");

        assertThat(walk.ended()).isTrue();
        assertThat(walk.endEvents()).contains("endEvent_ended").doesNotContain("endEvent_resumed");
        assertThat(walk.hasJobs()).isFalse();
        assertThat(consultations.find(number).suspended()).isFalse();
    }

    @Test
    @Order(18)
    void the_next_reading_is_noted_in_the_file_of_the_one_under_way() {
        collecting();
        ConsultationNumber first = number;
        String bill = db.sql("SELECT b.title FROM bill b JOIN consultation c ON c.bill_id = b.id WHERE c.number = ?")
                .param(first.value())
                .query(String.class)
                .single();
        ConsultationNumber second = walk.start(Walk.with(letter(), "bill", bill, "reading", "二次审议稿"));
        walk.of(first).run("serviceTask_linkNextReading");

        assertThat(consultations.decisions(first))
                .filteredOn(decision -> decision.decision().equals("nextReading"))
                .singleElement()
                .satisfies(decision -> assertThat(decision.remark()).contains("二次审议稿", second.value()));
        assertThat(consultations.find(first).status()).isEqualTo(Status.COLLECTING);
    }

    @Test
    @Order(19)
    void a_change_of_course_may_be_started_in_tasklist_under_the_same_rules() {
        collecting();
        assertThatThrownBy(() -> change("suspend", "letter", "法工函〔2026〕11号", "reason", "等待上位法修改"))
                .hasMessageContaining("核对");
        assertThatThrownBy(() ->
                        change("resume", "confirmed", true, "letter", "函", "reason", "继续", "newDate", "2027-01-15"))
                .hasMessageContaining("没有暂停");
        assertThatThrownBy(() -> change("suspend", "confirmed", true, "reason", "等待"))
                .hasMessageContaining("来文");
        change("suspend", "confirmed", true, "letter", "法工函〔2026〕11号", "reason", "等待上位法修改");
        assertThat(consultations.find(number).suspended()).isTrue();
        change("end", "confirmed", true, "reason", "草案撤回");
        walk.run("serviceTask_archiveEnded");
        assertThat(walk.ended()).isTrue();
    }

    private void change(String kind, Object... fields) {
        walk.as(
                "staff",
                () -> walk.submitStart(
                        Models.CHANGE, Walk.with(Map.of("consultation", number.value(), "kind", kind), fields)));
    }

    // ---- what must not pass

    @Test
    @Order(20)
    void a_letter_with_a_fault_registers_nothing_and_says_what_to_do() {
        refused("请选择草案文件", "document", null);
        refused("条", "document", file("空白.txt", "今天天气很好。".getBytes(StandardCharsets.UTF_8)));
        refused("标题", "title", " ");
        refused("层级", "level", "PLANET");
        refused("截止日期", "deadline", "明天");
        refused("", "deadline", "2026-11-01");
        refused("加急", "deadline", "2026-12-04");
        refused("理由", "template", "URGENT", "urgentReason", "");
        refused("表单以外", "accepted", true);
    }

    @Test
    @Order(21)
    void pasted_words_are_registered_as_a_file_and_leave_nothing_in_the_engine() {
        String words = LAW + "\n" + "第九百条 " + "为".repeat(300_000) + "。";
        refused("只留一种", "documentText", words);

        ConsultationNumber pasted = walk.start(Walk.with(letter(), "document", null, "documentText", words));

        Draft draft = drafts.find(consultations.find(pasted).draft());
        assertThat(draft.fileName()).endsWith(".txt");
        assertThat(new String(drafts.file(draft.id()), StandardCharsets.UTF_8)).isEqualTo(words);
        assertThat(db.sql("SELECT COUNT(*) FROM ACT_RU_VARIABLE WHERE NAME_ = 'documentText'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(db.sql("SELECT COUNT(*) FROM ACT_HI_VARINST WHERE NAME_ = 'documentText'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void refused(String words, Object... changes) {
        int before = consultations.list().size();
        assertThatThrownBy(() -> walk.start(Walk.with(letter(), changes)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining(words);
        assertThat(consultations.list()).hasSize(before);
    }

    @Test
    @Order(21)
    void nothing_but_the_forms_fields_enters_a_process() {
        registered();
        walk.as("staff", () -> drafts.confirm(new ConfirmStructure(draftId())));
        assertThat(walk.refusal("userTask_confirmStructure", "staff", "accepted", true))
                .contains("表单以外");
        assertThat(walk.refusal("userTask_confirmStructure", "staff", "consultation", "2026-国-001"))
                .contains("表单以外");
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .createProcessInstanceByKey(Models.CONSULTATION)
                        .startBeforeActivity("callActivity_archive")
                        .execute())
                .isInstanceOf(RuleViolation.class);
        walk.complete("userTask_confirmStructure", "staff");
    }

    @Test
    @Order(22)
    void an_unconfirmed_structure_holds_the_task_and_a_wrong_file_is_replaced() {
        registered();
        assertThat(walk.refusal("userTask_confirmStructure", "staff")).contains("条款结构");
        var first = draftId();
        walk.as(
                "staff",
                () -> consultations.replaceDraftFile(new cn.zhengxun.consultation.ReplaceDraftFile(
                        number, "改.txt", LAW.replace("禁止下列行为", "不得有下列行为").getBytes(StandardCharsets.UTF_8))));
        assertThat(draftId()).isNotEqualTo(first);
        walk.as("staff", () -> drafts.confirm(new ConfirmStructure(draftId())));
        walk.complete("userTask_confirmStructure", "staff");
    }

    @Test
    @Order(23)
    void the_letter_leaves_neither_file_nor_words_in_the_engine() {
        registered();
        assertThat(db.sql(
                                "SELECT COUNT(*) FROM ACT_HI_VARINST WHERE NAME_ NOT IN ('consultation','accepted','initiator')"
                                        + " AND PROC_INST_ID_ IN (SELECT ID_ FROM ACT_HI_PROCINST WHERE BUSINESS_KEY_ = ?)")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(db.sql(
                                "SELECT COUNT(*) FROM ACT_RU_VARIABLE WHERE NAME_ IN ('document','documentText','title','requestingBody','suggestions')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(db.sql("SELECT COUNT(*) FROM ACT_GE_BYTEARRAY WHERE NAME_ LIKE '%草案%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(100)
    void every_flow_node_of_every_model_was_passed() {
        Map<String, Set<String>> missing = new HashMap<>();
        for (String key : Models.ALL) {
            var definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(definition.getId());
            Set<String> nodes = new TreeSet<>();
            model.getModelElementsByType(FlowNode.class).forEach(node -> nodes.add(node.getId()));
            Set<String> passed = new HashSet<>();
            for (var version : engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .list()) {
                for (HistoricActivityInstance activity : engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processDefinitionId(version.getId())
                        .finished()
                        .list()) {
                    passed.add(activity.getActivityId());
                }
            }
            nodes.removeAll(passed);
            if (!nodes.isEmpty()) {
                missing.put(key, nodes);
            }
        }
        assertThat(missing).isEmpty();
    }
}
