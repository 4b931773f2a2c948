package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.AddExpert;
import cn.zhengxun.directory.AddInformant;
import cn.zhengxun.directory.AddStation;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantDetails;
import cn.zhengxun.directory.PreferredChannel;
import cn.zhengxun.directory.StationId;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
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
        peopleAndPlaces();
        try (Office office = new Office(chromium.browser(), base, process, consultations, postbox)) {
            try {
                theDoor(office);
                allTenSteps(office);
                theNumbersAreWhatHappened(office);
                everybodyHasOneAnswer(office);
                thePapersHoldTheWordsOnce(office);
                theWordsAreAsTheyWereTyped();
            } catch (Throwable stuck) {
                office.lastPictures();
                throw stuck;
            }
            assertThat(office.complaints())
                    .as("failed scripts and axe's findings")
                    .isEmpty();
        }
    }

    private static void allTenSteps(Office office) {
        StepsBeforeCollection before = new StepsBeforeCollection(office);
        before.received();
        before.planned();
        before.pushed();
        before.explained();
        StepsOfCollection collection = new StepsOfCollection(office);
        collection.collected();
        collection.collated();
        StepsAfterCollection after = new StepsAfterCollection(office);
        after.reviewed();
        after.submitted();
        after.answered();
        after.evaluated();
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
                PreferredChannel.MAIL,
                Set.of()))));
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

    private static void theDoor(Office office) {
        Person visitor = office.visitor();
        visitor.visit("/login");
        visitor.picture("login");
        office.at("staff").picture("home");
    }

    // ---- what must be true in the end

    private static void theNumbersAreWhatHappened(Office office) {
        Person manager = office.at("manager");
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

    private void everybodyHasOneAnswer(Office office) {
        Voices.INFORMANTS.forEach(person -> assertThat(postbox.texts(person.email(), "有结果了"))
                .as("answers to " + person.email())
                .singleElement()
                .satisfies(text -> assertThat(text).contains(person.words())));
        Person staff = office.at("staff");
        staff.visit(office.page("/letters"));
        assertThat(staff.page().locator("main > article")).hasCount(1);
        assertThat(staff.page().locator("main > article")).containsText(Voices.SAID_AT_THE_MEETING);
        staff.picture("step-09-letters");
        Voices.Informant first = Voices.INFORMANTS.get(0);
        Person person = office.phone(true);
        person.visit(postbox.link(first.email(), "有结果了"));
        person.link("我提过的意见和结果").click();
        assertThat(person.looked().getByText("部分采纳").first()).isVisible();
    }

    private static void thePapersHoldTheWordsOnce(Office office) throws IOException {
        Person staff = office.at("staff");
        staff.visit(office.page("/report"));
        try (InputStream file = Files.newInputStream(staff.download("下载报告（docx）"));
                XWPFDocument report = new XWPFDocument(file);
                XWPFWordExtractor text = new XWPFWordExtractor(report)) {
            Voices.forwarded()
                    .forEach(words -> assertThat(StringUtils.countOccurrencesOf(text.getText(), words))
                            .as(words)
                            .isEqualTo(1));
        }
        staff.visit(office.page("/evaluation"));
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
}
