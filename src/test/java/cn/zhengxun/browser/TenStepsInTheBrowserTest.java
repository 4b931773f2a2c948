package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.AddExpert;
import cn.zhengxun.directory.AddInformant;
import cn.zhengxun.directory.AddStation;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantDetails;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Shanghai;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.StringUtils;

/** The whole product as its people use it: one draft law through all ten steps, with real browsers and real mail. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1",
            "camunda.bpm.process-engine-name=default",
            "camunda.bpm.generate-unique-process-engine-name=false",
            "camunda.bpm.job-execution.enabled=true",
            "camunda.bpm.job-execution.max-wait=500",
            "zhengxun.mail.dispatch=true",
            "zhengxun.mail.poll=500ms"
        })
@ActiveProfiles("test")
@DirtiesContext
class TenStepsInTheBrowserTest {
    private static final Path LAW = Path.of("src/test/resources/laws/反食品浪费法(2021-04-29).md");
    private static final String TITLE = "中华人民共和国反食品浪费法（草案）";

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication())
            .withPerMethodLifecycle(false);

    private static Chromium chromium;
    private static String base;

    @Autowired
    IdentityService identity;

    @Autowired
    Directory directory;

    @Autowired
    Consultations consultations;

    @Autowired
    ConsultationProcess process;

    @Autowired
    JdbcClient db;

    private final Postbox postbox = new Postbox(MAIL);
    private final Set<String> complaints = new TreeSet<>();
    private final List<Person> people = new ArrayList<>();
    private ConsultationNumber number;
    private Person staff;
    private Person colleague;
    private Person director;
    private Person leader;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) throws IOException {
        int port = freePort();
        base = "http://localhost:" + port;
        properties.add("server.port", () -> port);
        properties.add("zhengxun.base-url", () -> base);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @BeforeAll
    static void startTheBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_draft_law_goes_through_all_ten_steps() throws IOException {
        try {
            peopleAndPlaces();
            received();
            planned();
            pushed();
            explained();
            collected();
            collated();
            reviewed();
            submitted();
            answered();
            evaluated();
            theNumbersAreWhatHappened();
            everybodyHasOneAnswer();
            thePapersHoldTheWordsOnce();
            theWordsAreAsTheyWereTyped();
        } catch (Throwable failure) {
            people.forEach(Person::pictureOfTheFailure);
            throw failure;
        } finally {
            people.forEach(person -> complaints.addAll(person.complaints()));
            people.forEach(Person::close);
        }
        assertThat(complaints).as("failed scripts and axe's findings").isEmpty();
    }

    // ---- who takes part

    private void peopleAndPlaces() {
        account("staff", "周敏", "staff");
        account("staff2", "许强", "staff");
        account("director", "韩静", "director");
        account("leader", "孟伟", "leader");
        account("expert1", "梁律师", "expert");
        account("expert2", "秦教授", "expert");
        account("manager", "管理者", "manager");
        directory.add(new AddStation("解放社区立法议事小院", "立法议事小院", "解放路1号", null));
        directory.add(new AddExpert("梁文博", "expert1", "致远律师事务所", "行政法"));
        directory.add(new AddExpert("秦若兰", "expert2", "大学法学院", "食品安全法"));
        StationId station = directory.stations().get(0).id();
        Voices.INFORMANTS.forEach(person -> directory.add(new AddInformant(new InformantDetails(
                person.name(),
                null,
                person.email(),
                station,
                null,
                person.occupation(),
                false,
                LocalDate.of(2025, 1, 1),
                null,
                Set.of()))));
        Person visitor = Person.atADesk(chromium.browser(), base);
        people.add(visitor);
        visitor.visit("/login");
        visitor.picture("login");
        staff = signedIn("staff");
        staff.picture("home");
        director = signedIn("director");
        leader = signedIn("leader");
    }

    private void account(String id, String name, String group) {
        User user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName("");
        user.setEmail(id + "@example.com");
        user.setPassword(Person.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(id, group);
    }

    private Person signedIn(String user) {
        Person person = Person.atADesk(chromium.browser(), base);
        people.add(person);
        return person.signIn(user);
    }

    // ---- the steps

    /** Step 1: the letter is registered, its structure confirmed, the request accepted. */
    private void received() {
        Tasklist tasklist = new Tasklist(staff);
        Locator form = tasklist.startForm("立法征询十步工作法");
        form.getByLabel("来文单位").fill("全国人大常委会法制工作委员会");
        form.getByLabel("要求的截止日期")
                .fill(Shanghai.dateOf(java.time.Instant.now()).plusDays(36).toString());
        form.getByLabel("哪一级的草案").selectOption("NATIONAL");
        form.getByLabel("征询标题").fill(TITLE);
        form.getByLabel("法案名称").fill("反食品浪费法");
        form.getByLabel("审次").selectOption("一审稿");
        form.getByLabel("草案文件").setInputFiles(LAW);
        form.getByLabel("草案能否公开").selectOption("PUBLIC");
        form.getByLabel("时限（必填）").selectOption("NORMAL");
        staff.picture("step-01-start-form");
        tasklist.start();
        number = Awaitility.await()
                .until(() -> consultations.list().stream().findFirst(), found -> found.isPresent())
                .orElseThrow()
                .number();

        arrived("确认条款结构");
        tasklist.take("确认条款结构");
        staff.picture("tasklist");
        tasklist.follow("打开草案");
        assertThat(staff.page().getByText("系统从文件中读出32条")).isVisible();
        staff.picture("step-01-structure");
        staff.press("确认条款结构");
        tasklist.take("确认条款结构").finish();

        arrived("受理审核");
        Tasklist directors = new Tasklist(director).take("受理审核").choose("受理");
        director.picture("step-01-accept");
        directors.finish();
    }

    /** Step 2: the plan is written, approved, and signed since the draft is a national one. */
    private void planned() {
        arrived("拟定征询方案");
        assertThat(stepNow()).containsText("研判立案");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("拟定征询方案").follow("打开征询方案");
        Page page = staff.page();
        page.getByLabel("征询目的").fill("听取居民、餐饮商户和学校对防止食品浪费的意见，重点是收厨余处理费是否公道。");
        page.getByLabel("条款1").selectOption("第七条");
        page.getByLabel("问题1").fill("饭店向浪费的客人收厨余处理费，您赞成吗？怎样收才公道？");
        page.getByLabel("条款2").selectOption("第九条");
        page.getByLabel("问题2").fill("学校食堂怎样做，孩子才少剩饭？");
        page.getByLabel("个人链接").check();
        page.getByLabel("座谈会").check();
        page.getByLabel("座谈安排").fill("11月下旬在解放社区立法议事小院开一次座谈会。");
        page.getByLabel("梁文博").check();
        page.getByLabel("秦若兰").check();
        page.getByLabel("最少完成论证的专家人数").fill("2");
        Pictures.take(page, "step-02-plan", page.locator("label[for=purpose]"));
        staff.press("保存方案");
        tasklist.take("拟定征询方案").finish();
        arrived("审批方案");
        new Tasklist(director).take("审批方案").choose("同意").finish();
        arrived("领导审签方案");
        new Tasklist(leader).take("领导审签方案").choose("同意").finish();
    }

    /** Step 3: the list of people is confirmed and each gets a letter of their own; two look at once. */
    private void pushed() {
        arrived("确认推送对象");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("确认推送对象").follow("打开推送名单");
        assertThat(staff.page().getByText("7 人").first()).isVisible();
        staff.picture("step-03-audience");
        tasklist.take("确认推送对象").finish();
        postbox.awaitMails(Voices.INFORMANTS.size(), "提意见");
        Pictures.mail(chromium.browser(), postbox.html(Voices.INFORMANTS.get(0).email(), "提意见"), "step-03-mail");
    }

    /** Step 4: the sheet in plain words. */
    private void explained() {
        arrived("编写明白纸");
        assertThat(stepNow()).containsText("多元征集");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("编写明白纸").follow("打开明白纸");
        staff.page().getByLabel("正文").fill(Voices.EXPLANATION);
        staff.press("保存");
        staff.picture("step-04-explanation");
        tasklist.take("编写明白纸").finish();
    }

    /** Step 5: everybody answers on a phone, one of them without scripts; staff enter what they heard; collection closes. */
    private void collected() {
        for (Voices.Informant voice : Voices.INFORMANTS) {
            boolean first = voice == Voices.INFORMANTS.get(0);
            boolean last = voice == Voices.INFORMANTS.get(Voices.INFORMANTS.size() - 1);
            try (Person person = Person.withAPhone(chromium.browser(), base, !last)) {
                Phone phone = new Phone(person).open(postbox.link(voice.email(), "提意见"));
                if (first) {
                    person.picture("step-05-phone");
                }
                phone.write(voice.articles(), voice.words());
                phone.handIn();
                if (first) {
                    person.picture("step-05-receipt");
                }
                complaints.addAll(person.complaints());
            }
        }
        heardAtTheMeeting();
        staff.visit("/consultations/" + number + "/suggestions");
        assertThat(staff.page().getByText("已征集9条")).isVisible();
        staff.visit("/consultations/" + number + "/change/close-early");
        staff.page().getByLabel("提前截止理由").fill("受邀的人都已答复，来文单位希望早些看到意见。");
        staff.page().getByLabel("我已核对，现在截止征集").check();
        staff.press("提前截止");
    }

    private void heardAtTheMeeting() {
        Tasklist tasklist = new Tasklist(staff);
        Locator form = tasklist.startForm("意见录入");
        assertThat(form.locator("#entry-consultation")).isEnabled();
        form.getByLabel("怎样收到的").selectOption("座谈会");
        form.getByLabel("哪个联络站收集的").selectOption("解放社区立法议事小院");
        form.getByLabel("姓名").fill(Voices.AT_THE_MEETING);
        form.getByLabel("身份").fill("居民");
        form.getByLabel("针对哪一条").selectOption("第七条");
        form.getByLabel("原话").fill(Voices.SAID_AT_THE_MEETING);
        form.getByLabel("录入的文字已经念给本人").check();
        form.getByLabel("已经向本人说明").check();
        Pictures.take(staff.page(), "step-05-entry", form.locator("#entry-list"));
        tasklist.start();
        tasklist.take("交付回执").finish();
    }

    /** Step 6: every suggestion is looked at; a second person checks. */
    private void collated() {
        arrived("梳理归并");
        assertThat(stepNow()).containsText("梳理归并");
        assertThat(staff.page().locator("#process-picture svg").first()).isVisible();
        staff.picture("consultation");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("梳理归并").follow("打开梳理页");
        Workbench workbench = new Workbench(staff);
        Pictures.take(staff.page(), "step-06-workbench", staff.page().locator("#list"));
        String useful = "反映基层实际情况，可供立法参考";
        workbench.decide(Voices.REPORTED, "实质修改", "上报", "意见具体，有明确的修改建议", null);
        workbench.groupAlike(Voices.SMALL_PORTIONS, "提供小份菜", "与其他意见内容相近，一并反映");
        staff.visit("/consultations/" + number + "/collation");
        workbench.decide(Voices.SCHOOL, "实质修改", "上报", useful, null);
        workbench.decide(Voices.CAMPAIGN, "增加", "上报", useful, null);
        workbench.decide(Voices.FUMES, "其他", "转办", "属于具体执行问题，不在草案规定范围内", "区城市管理综合行政执法局");
        workbench.decide(Voices.DELIVERY, "增加", "暂存复核", "意思不完整，需联系提出人核实", null);
        workbench.decide(Voices.NEAR_EXPIRY, "增加", "上报", useful, null);
        workbench.decide(Voices.SAID_AT_THE_MEETING, "实质修改", "上报", useful, null);
        assertThat(staff.page().getByText("全部意见都已处理")).isVisible();
        tasklist.take("梳理归并").finish();
        arrived("复核");
        colleague = signedIn("staff2");
        new Tasklist(colleague).take("复核").choose("通过").finish();
    }

    /** Step 7: two experts grade what goes up. */
    private void reviewed() {
        for (String expert : List.of("expert1", "expert2")) {
            arrived("智囊论证");
            Person person = signedIn(expert);
            Tasklist tasklist = new Tasklist(person);
            tasklist.take("智囊论证").follow("打开论证页");
            List<Locator> items = person.page().locator("main article").all();
            assertThat(items).hasSize(7);
            items.forEach(item -> {
                item.getByLabel(item.innerText().contains(Voices.REPORTED) ? "重点报送" : "一般报送")
                        .check();
                item.getByLabel("合法性").fill("与上位法不抵触。");
                item.getByLabel("必要性").fill("有利于减少餐饮浪费，确有必要。");
                item.getByLabel("可行性").fill("收费标准明示后可以执行。");
            });
            if (expert.equals("expert1")) {
                Pictures.take(
                        person.page(),
                        "step-07-review",
                        person.page().locator("main article").first());
            }
            person.button("保存本页已填写的").first().click();
            person.done();
            tasklist.take("智囊论证").finish();
        }
    }

    /** Step 8: returned once, amended, approved, signed, frozen; the receipt comes back. */
    private void submitted() throws IOException {
        arrived("审核报告");
        assertThat(stepNow()).containsText("审核上报");
        Tasklist directors = new Tasklist(director);
        directors.take("审核报告").follow("打开报告");
        Pictures.take(director.page(), "step-08-report", director.page().locator("#preview"));
        directors.take("审核报告").choose("退回修改").write("意见", "开头请写明征集的范围和人数。").finish();

        arrived("修改报告");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("修改报告").follow("打开报告");
        assertThat(staff.page().getByText("开头请写明征集的范围和人数。")).isVisible();
        staff.page().getByLabel("开头的文字").fill("本次征询邀请七名立法信息员，并在解放社区立法议事小院召开座谈会。");
        staff.press("保存并重新生成报告");
        tasklist.take("修改报告").finish();

        arrived("审核报告");
        directors.take("审核报告").choose("通过").finish();
        arrived("签发");
        Tasklist leaders = new Tasklist(leader).take("签发").choose("签发");
        leader.picture("step-08-sign");
        leaders.finish();

        arrived("登记回执");
        tasklist.take("登记回执").write("回执编号（必填）", "法工收〔2026〕18号").write("签收单位（必填）", "全国人大常委会法制工作委员会");
        staff.page().getByLabel("签收日期").fill(LocalDate.now().toString());
        staff.page().keyboard().press("Tab");
        tasklist.finish();
    }

    /** Step 9: an outcome for each, checked by a second person; everybody is told. */
    private void answered() {
        arrived("登记采纳结果");
        assertThat(stepNow()).containsText("跟踪反馈");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("登记采纳结果").follow("打开采纳结果");
        OutcomesDesk desk = new OutcomesDesk(staff);
        staff.press("登记 1 条转办答复");
        Locator item = desk.fill(Voices.REPORTED, "部分采纳", "收取厨余处理费和奖励“光盘行动”写入了第七条；打包折扣没有写入。", "2021年4月29日公布文本第七条");
        desk.adopted(item, "第七条", Voices.ARTICLE_SEVEN, "实质");
        Pictures.take(staff.page(), "step-09-outcomes", item);
        desk.save(item);
        item = desk.fill(Voices.SAID_AT_THE_MEETING, "采纳", "收费标准应当明示的要求写入了第七条。", "2021年4月29日公布文本第七条");
        desk.adopted(item, "第七条", Voices.ARTICLE_SEVEN, "精神");
        desk.save(item);
        desk.theOthersNotAdopted("公布的法律只作原则规定，具体做法由餐饮行业标准和学校自行规定。", "审议结果的报告");
        tasklist.take("登记采纳结果").finish();
        arrived("复核采纳结果");
        new Tasklist(colleague).take("复核采纳结果").choose("通过").finish();
        postbox.awaitMails(Voices.INFORMANTS.size(), "有结果了");
    }

    /** Step 10: the evaluation is approved, the case archived, and the manager sees the numbers. */
    private void evaluated() {
        arrived("审定评价");
        Tasklist directors = new Tasklist(director);
        directors.take("审定评价").follow("打开评价");
        director.picture("step-10-evaluation");
        directors.take("审定评价").write("审定意见", "办理规范，答复及时。").finish();
        Awaitility.await("the archive")
                .atMost(Duration.ofSeconds(30))
                .until(() -> consultations.find(number).status() == Status.ARCHIVED);
    }

    // ---- what must be true in the end

    private void theNumbersAreWhatHappened() {
        Person manager = signedIn("manager");
        manager.visit("/dashboard");
        manager.picture("dashboard");
        Map.of("征集", "8", "上报", "7", "采纳", "2")
                .forEach((count, number) -> assertThat(manager.page()
                                .locator("ul.figures li")
                                .filter(new Locator.FilterOptions()
                                        .setHas(manager.page()
                                                .getByText(count, new Page.GetByTextOptions().setExact(true))))
                                .locator("strong"))
                        .hasText(number));
    }

    private void everybodyHasOneAnswer() {
        Voices.INFORMANTS.forEach(person -> assertThat(postbox.texts(person.email(), "有结果了"))
                .as("answers to " + person.email())
                .singleElement()
                .satisfies(text -> assertThat(text).contains(person.words())));
        staff.visit("/consultations/" + number + "/letters");
        assertThat(staff.page().locator("main > article")).hasCount(1);
        assertThat(staff.page().locator("main > article")).containsText(Voices.SAID_AT_THE_MEETING);
        staff.picture("step-09-letters");
        Voices.Informant first = Voices.INFORMANTS.get(0);
        try (Person person = Person.withAPhone(chromium.browser(), base, true)) {
            person.visit(postbox.link(first.email(), "有结果了"));
            person.link("我提过的意见和结果").click();
            assertThat(person.looked().getByText("部分采纳").first()).isVisible();
            complaints.addAll(person.complaints());
        }
    }

    private void thePapersHoldTheWordsOnce() throws IOException {
        staff.visit("/consultations/" + number + "/report");
        try (InputStream file = Files.newInputStream(staff.download("下载报告（docx）"));
                XWPFDocument report = new XWPFDocument(file);
                XWPFWordExtractor text = new XWPFWordExtractor(report)) {
            Voices.forwarded()
                    .forEach(words -> assertThat(StringUtils.countOccurrencesOf(text.getText(), words))
                            .as(words)
                            .isEqualTo(1));
        }
        staff.visit("/consultations/" + number + "/evaluation");
        try (ZipFile caseFile = new ZipFile(staff.download("下载归档案卷").toFile())) {
            assertThat(caseFile.stream().map(ZipEntry::getName)).isNotEmpty().anyMatch(name -> name.endsWith(".docx"));
        }
    }

    private void theWordsAreAsTheyWereTyped() {
        assertThat(db.sql("SELECT original FROM suggestion_words")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(Voices.all());
    }

    /** The live step that the consultation's own page shows. */
    private Locator stepNow() {
        staff.visit("/consultations/" + number);
        return staff.page().locator("ol.steps li[aria-current=step]").last();
    }

    /** Waits until the engine has made this task; the pages are asked only then. */
    private void arrived(String task) {
        Awaitility.await("the task " + task)
                .atMost(Duration.ofSeconds(30))
                .until(() -> process.openTasks(number).stream()
                        .anyMatch(open -> open.name().equals(task)));
    }
}
