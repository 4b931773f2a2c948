package cn.zhengxun.process;

import cn.zhengxun.adoption.OutcomeKind;
import cn.zhengxun.adoption.Outcomes;
import cn.zhengxun.adoption.RecordOutcome;
import cn.zhengxun.collation.Collation;
import cn.zhengxun.collation.Decision;
import cn.zhengxun.collation.Grade;
import cn.zhengxun.collation.NoteSuggestions;
import cn.zhengxun.collation.Reviews;
import cn.zhengxun.collation.ScreenSuggestions;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Explanations;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.consultation.ResumeConsultation;
import cn.zhengxun.consultation.ReturnFromAbove;
import cn.zhengxun.consultation.SavePlan;
import cn.zhengxun.consultation.Steering;
import cn.zhengxun.consultation.SuspendConsultation;
import cn.zhengxun.consultation.Workflow;
import cn.zhengxun.consultation.WriteExplanation;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.report.Reports;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A consultation brought to any of its ten steps with the real rooms behind it. */
abstract class StepsFixture {
    static final String LAW = """
            城市绿化条例

            第一章 总则

            第一条 为了保护城市绿化，制定本条例。

            第二条 本条例适用于本市行政区域内的绿化规划、建设和管理。
            任何单位和个人都有爱护绿化的义务。

            第三条 禁止下列行为：
            （一）损坏树木；
            （二）占用绿地。
            """;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Consultations consultations;

    @Autowired
    ConsultationProcess process;

    @Autowired
    Workflow workflow;

    @Autowired
    MockMvc pages;

    @Autowired
    Drafts drafts;

    @Autowired
    Plans plans;

    @Autowired
    Explanations explanations;

    @Autowired
    Steering steering;

    @Autowired
    Invitations invitations;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Collation collation;

    @Autowired
    Reviews reviews;

    @Autowired
    Reports reports;

    @Autowired
    List<MailWriter> mailWriters;

    @Autowired
    Outcomes outcomes;

    @Autowired
    JdbcClient db;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    Walk walk;
    ConsultationNumber number;
    ExpertId[] experts;

    @BeforeEach
    void aDirectory() {
        clock.reset();
        walk = new Walk(engine);
        walk.watch(new ScreenCheck(engine, workflow, pages)::equalsEngine);
        List.of("staff", "staff2", "director", "leader", "expert1", "expert2", "expert3")
                .forEach(walk::account);
        experts = new ExpertId[] {rows.expert("expert1"), rows.expert("expert2"), rows.expert("expert3")};
    }

    @AfterEach
    void backToTheStart() {
        clock.reset();
    }

    /** A start form filled in well. */
    static Map<String, Object> letter() {
        Map<String, Object> form = new HashMap<>();
        form.put("title", "关于征求《城市绿化条例（草案）》意见的函");
        form.put("bill", "城市绿化条例" + UUID.randomUUID());
        form.put("reading", "征求意见稿");
        form.put("level", "MUNICIPAL");
        form.put("requestingBody", "市人大常委会法工委");
        form.put("deadline", "2026-12-31");
        form.put("visibility", "PUBLIC");
        form.put("sensitive", false);
        form.put("template", "NORMAL");
        form.put("document", file("草案.txt", LAW.getBytes(StandardCharsets.UTF_8)));
        return form;
    }

    static Object file(String name, byte[] content) {
        return Variables.fileValue(name).file(content).mimeType("text/plain").create();
    }

    // ---- the steps, each up to the next

    void registered(Object... changes) {
        number = walk.start(Walk.with(letter(), changes));
        walk.run("callActivity_intake");
    }

    void accepted(Object... changes) {
        registered(changes);
        walk.as("staff", () -> drafts.confirm(new ConfirmStructure(draftId())));
        walk.complete("userTask_confirmStructure", "staff");
        walk.complete("userTask_acceptIntake", "director", "decision", "accept");
        walk.run("callActivity_plan");
    }

    cn.zhengxun.draft.DraftId draftId() {
        return consultations.find(number).draft();
    }

    void planWritten() {
        var clause = drafts.clauses(draftId()).articles().get(1).id();
        walk.as(
                "staff",
                () -> plans.save(new SavePlan(
                        number,
                        "听取居民对绿化的意见",
                        List.of(new Plan.Focus(clause, "您觉得谁该管绿化？")),
                        "全部",
                        List.of("个人链接", "座谈会"),
                        "",
                        List.of(experts),
                        2)));
    }

    void planned(Object... changes) {
        accepted(changes);
        planWritten();
        walk.complete("userTask_draftPlan", "staff");
        walk.complete("userTask_approvePlan", "director", "decision", "approve");
        if (consultations.find(number).needsLeader()) {
            walk.complete("userTask_signPlan", "leader", "decision", "approve");
        }
    }

    void collecting(Object... changes) {
        planned(changes);
        rows.informant("丁一", "one@example.com");
        walk.run("callActivity_push");
        walk.complete("userTask_confirmAudience", "staff");
        walk.run("serviceTask_issueInvitations", "serviceTask_queueMail");
        walk.run("callActivity_explain", "callActivity_collect");
    }

    void explained() {
        walk.as("staff", () -> explanations.write(new WriteExplanation(number, "这部条例讲的是谁来种树、谁来管树。")));
        walk.complete("userTask_writeExplanation", "staff");
        walk.run("callActivity_explain");
    }

    void answered(int count) {
        List<Invitation> invited = invitations.of(number);
        for (int i = 0; i < count; i++) {
            InformantId informant = invited.get(0).informant();
            suggestions.submit(new SubmitSuggestions(
                    number,
                    UUID.randomUUID().toString(),
                    Channel.PERSONAL_LINK,
                    invited.get(0).id(),
                    informant,
                    null,
                    null,
                    false,
                    false,
                    null,
                    null,
                    "居民",
                    null,
                    null,
                    true,
                    false,
                    false,
                    List.of(new SubmitSuggestions.Item(
                            null, SuggestionKind.SUBSTANCE, "应当多种树" + i + "，楼下的树坏了没人管。", null, null))));
        }
    }

    void collated(int count, Object... changes) {
        collecting(changes);
        explained();
        answered(count);
        clock.set(consultations.find(number).collectUntil().plusSeconds(1));
        walk.fire("timer_collectUntil").run("callActivity_collect", "callActivity_collate", "serviceTask_findAlike");
        screened();
    }

    void screened() {
        var open = suggestions.of(number).stream()
                .map(cn.zhengxun.suggestion.Suggestion::id)
                .filter(id -> !collation.of(number).containsKey(id))
                .toList();
        if (!open.isEmpty()) {
            walk.as("staff", () -> collation.screenAll(screenAll(open)));
        }
    }

    ScreenSuggestions screenAll(List<cn.zhengxun.suggestion.SuggestionId> open) {
        return new ScreenSuggestions(
                number,
                open.stream().map(id -> new ScreenSuggestions.Seen(id, null)).toList(),
                Decision.FORWARD,
                "具体可行",
                null,
                null);
    }

    void reviewing(Object... changes) {
        collated(3, changes);
        walk.complete("userTask_collate", "staff");
        walk.complete("userTask_checkCollation", "staff2", "decision", "approve");
        walk.run("callActivity_review");
    }

    void noted(String expert) {
        walk.as(
                expert,
                () -> reviews.note(new NoteSuggestions(
                        number,
                        collation.forwarded(number).stream()
                                .map(id -> new NoteSuggestions.Note(id, Grade.KEY, false, "合法", "必要", "可行", null))
                                .toList())));
        walk.complete("userTask_review", expert);
    }

    void composed() {
        reviewing();
        noted("expert1");
        walk.run("userTask_review");
        noted("expert2");
        walk.run("userTask_review");
        walk.run("callActivity_submit");
    }

    void submitted() {
        composed();
        walk.complete("userTask_checkReport", "director", "decision", "approve");
        walk.complete("userTask_signReport", "leader", "decision", "approve");
        walk.run("serviceTask_notifySubmitted");
    }

    void receiptRecorded() {
        walk.complete(
                "userTask_recordReceipt",
                "staff",
                "receiptNumber",
                "收〔2026〕7号",
                "receiptFrom",
                "市人大常委会法工委",
                "receivedOn",
                LocalDate.ofInstant(clock.instant(), clock.getZone()).toString());
        walk.run("serviceTask_closingArchive", "callActivity_feedback");
    }

    void judged() {
        suggestions
                .of(number)
                .forEach(suggestion -> walk.as(
                        "staff",
                        () -> outcomes.record(new RecordOutcome(
                                number,
                                suggestion.id(),
                                OutcomeKind.NOT_ADOPTED,
                                null,
                                null,
                                null,
                                "已由其他条款规定，不再重复。",
                                "审议结果的报告"))));
    }

    void throughTheReportAgain() {
        walk.run("callActivity_collate", "serviceTask_findAlike");
        screened();
        walk.complete("userTask_collate", "staff");
        walk.complete("userTask_checkCollation", "staff2", "decision", "approve");
        walk.run("callActivity_review");
        noted("expert1");
        walk.run("userTask_review");
        noted("expert2");
        walk.run("userTask_review");
        walk.run("callActivity_submit");
        walk.complete("userTask_checkReport", "director", "decision", "approve");
        walk.complete("userTask_signReport", "leader", "decision", "approve");
        walk.run("serviceTask_notifySubmitted");
    }

    void returnedByUpperBody() {
        walk.as("staff", () -> steering.returned(new ReturnFromAbove(number, "请补充第三条的意见")));
    }

    void suspended() {
        walk.as("staff", () -> steering.suspend(new SuspendConsultation(number, "法工函〔2026〕11号", "等待上位法修改")));
    }

    void resumed(LocalDate deadline) {
        walk.as("staff", () -> steering.resume(new ResumeConsultation(number, deadline, "法工函〔2026〕12号", "继续审议")));
    }
}
