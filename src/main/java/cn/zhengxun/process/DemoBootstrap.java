package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Explanations;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.consultation.SavePlan;
import cn.zhengxun.consultation.WorkingCalendar;
import cn.zhengxun.consultation.WriteExplanation;
import cn.zhengxun.directory.DemoDirectory;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Expert;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.draft.DemoLibrary;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Invitations;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Demo mode's data: a directory, a law in the library before and after its revision, and one consultation that collects for twenty days more, brought there by the same
 * steps that people take. Made once, in an empty database.
 */
@Component
@Order(30)
@ConditionalOnProperty("zhengxun.demo")
class DemoBootstrap implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoBootstrap.class);
    private static final String STAFF = "staff";
    private static final int DAYS_LEFT = 20;
    private static final int WORKING_DAYS_AFTER = 6;
    private static final String LAW = "反食品浪费法(2021-04-29).md";

    private final DemoDirectory demoDirectory;
    private final DemoLibrary demoLibrary;
    private final Directory directory;
    private final Consultations consultations;
    private final Drafts drafts;
    private final Plans plans;
    private final Explanations explanations;
    private final Invitations invitations;
    private final WorkingCalendar calendar;
    private final DemoSteps steps;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoBootstrap(
            DemoDirectory demoDirectory,
            DemoLibrary demoLibrary,
            Directory directory,
            Consultations consultations,
            Drafts drafts,
            Plans plans,
            Explanations explanations,
            Invitations invitations,
            WorkingCalendar calendar,
            DemoSteps steps,
            TransactionTemplate transaction,
            Clock clock) {
        this.demoDirectory = demoDirectory;
        this.demoLibrary = demoLibrary;
        this.directory = directory;
        this.consultations = consultations;
        this.drafts = drafts;
        this.plans = plans;
        this.explanations = explanations;
        this.invitations = invitations;
        this.calendar = calendar;
        this.steps = steps;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!consultations.list().isEmpty()) {
            return;
        }
        demoDirectory.seed();
        steps.as(STAFF, demoLibrary::seed);
        ConsultationNumber number = steps.start(STAFF, letter());
        steps.as(
                STAFF,
                () -> drafts.confirm(
                        new ConfirmStructure(consultations.find(number).draft())));
        steps.complete(number, "userTask_confirmStructure", STAFF, Map.of());
        steps.complete(number, "userTask_acceptIntake", "director", Map.of("decision", "accept"));
        steps.as(STAFF, () -> plan(number));
        steps.complete(number, "userTask_draftPlan", STAFF, Map.of());
        steps.complete(number, "userTask_approvePlan", "director", Map.of("decision", "approve"));
        steps.complete(number, "userTask_signPlan", "leader", Map.of("decision", "approve"));
        steps.complete(number, "userTask_confirmAudience", STAFF, Map.of());
        steps.as(STAFF, () -> explain(number));
        steps.complete(number, "userTask_writeExplanation", STAFF, Map.of());
        steps.await(() -> consultations.find(number).acceptsAt(clock.instant()), "the demo collects");
        transaction.executeWithoutResult(status -> invitations.openChannel(number, null, "demo"));
        LOG.info("demo consultation {} collects at /q/demo", number);
    }

    private Map<String, Object> letter() throws IOException {
        LocalDate lastDay = Shanghai.dateOf(clock.instant()).plusDays(DAYS_LEFT);
        byte[] law = new ClassPathResource("demo/" + LAW).getContentAsByteArray();
        return Map.ofEntries(
                Map.entry("title", "《中华人民共和国反食品浪费法》征询（演示，文本为2021年公布文本）"),
                Map.entry("bill", "中华人民共和国反食品浪费法"),
                Map.entry("reading", "公布文本"),
                Map.entry("level", "NATIONAL"),
                Map.entry("requestingBody", "演示来文单位"),
                Map.entry("deadline", calendar.plus(lastDay, WORKING_DAYS_AFTER).toString()),
                Map.entry("visibility", "PUBLIC"),
                Map.entry("sensitive", false),
                Map.entry("template", "NORMAL"),
                Map.entry(
                        "document",
                        Variables.fileValue(LAW)
                                .file(law)
                                .mimeType("text/markdown")
                                .create()));
    }

    private void plan(ConsultationNumber number) {
        List<Clause> articles =
                drafts.clauses(consultations.find(number).draft()).articles();
        plans.save(new SavePlan(
                number,
                "听取街道居民、餐饮商户和社区对防止食品浪费的意见。",
                List.of(
                        new Plan.Focus(articles.get(6).id(), "饭店对浪费的客人收厨余处理费，您赞成吗？怎样收才公道？"),
                        new Plan.Focus(articles.get(5).id(), "机关和学校的食堂，怎样做才能少浪费？")),
                "全部",
                List.of("个人链接", "扫码", "座谈会"),
                "征集期间在各立法议事小院各开一次座谈会。",
                directory.experts().stream().map(Expert::id).toList(),
                2));
    }

    private void explain(ConsultationNumber number) {
        explanations.write(new WriteExplanation(number, """
                        这部法律管的是“剩饭剩菜”：饭店、食堂、外卖平台、超市和我们每个家庭，都有少浪费的责任。

                        跟您关系最大的几处：饭店要提醒适量点餐，可以奖励“光盘”的客人，也可以向浪费严重的客人收厨余处理费（第七条）；单位和学校的食堂要管好自己的饭菜（第六条、第九条）。

                        您只要说说：这样规定行不行得通？还缺什么？怎么说都可以，我们一字不改地记下来。"""));
    }
}
