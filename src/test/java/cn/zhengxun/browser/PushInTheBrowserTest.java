package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** Reaching the right people and steering around what goes wrong, in the demonstration, whose consultation is collecting. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:push;DB_CLOSE_DELAY=-1",
            "camunda.bpm.process-engine-name=default",
            "camunda.bpm.generate-unique-process-engine-name=false",
            "camunda.bpm.job-execution.enabled=true",
            "camunda.bpm.job-execution.max-wait=500",
            "zhengxun.demo=true",
            "zhengxun.mail.dispatch=true",
            "zhengxun.mail.poll=500ms"
        })
@ActiveProfiles("test")
@DirtiesContext
class PushInTheBrowserTest {
    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Consultations consultations;

    @Autowired
    Invitations invitations;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient db;

    private String base;
    private ConsultationNumber number;

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

    @BeforeEach
    void theDemonstration() {
        base = "http://localhost:" + port;
        number = new ConsultationNumber(db.sql("SELECT consultation FROM open_channel WHERE code = 'demo'")
                .query(String.class)
                .single());
    }

    @Test
    void a_file_of_informants_is_checked_before_it_is_taken() throws IOException {
        try (Person staff = atADesk()) {
            Person.together(
                    () -> {
                        staff.visit("/directory");
                        staff.picture("directory");
                        staff.visit("/directory/import");
                        upload(staff);
                        Page page = staff.looked();
                        assertThat(page.getByText("要改的格子")).isVisible();
                        assertThat(page.getByText("没有的小院").first()).isVisible();
                        staff.picture("directory-import");
                        page.getByLabel("只导入无误的").check();
                        staff.press("确认导入");
                        staff.visit("/directory/import");
                        upload(staff);
                        assertThat(staff.looked().getByText("没有要新增或修改的行")).isVisible();
                        staff.visit("/directory/tags");
                        staff.picture("directory-tags");
                        staff.visit("/directory/duplicates");
                    },
                    staff);
        }
        assertThat(db.sql("SELECT COUNT(*) FROM informant WHERE name IN ('沈立秋', '韦小寒', '纪东来')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static void upload(Person staff) throws IOException {
        staff.page()
                .getByLabel("xlsx 文件")
                .setInputFiles(new FilePayload(
                        "名单.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", people()));
        staff.button("上传并预览").click();
    }

    /** Two sound rows and one whose telephone number is too short. */
    private static byte[] people() throws IOException {
        List<List<String>> rows = List.of(
                List.of("姓名", "手机", "邮箱", "站点", "年龄段", "职业", "标签", "首选渠道", "任期起", "任期止", "拒绝按标签推送", "在任"),
                List.of(
                        "沈立秋",
                        "13900000001",
                        "",
                        "春柳立法议事小院",
                        "60—69岁",
                        "退休工人",
                        "行业:餐饮",
                        "纸质",
                        "2026-01-01",
                        "",
                        "否",
                        "是"),
                List.of(
                        "韦小寒",
                        "13900000002",
                        "wei@example.com",
                        "春柳立法议事小院",
                        "30—44岁",
                        "店主",
                        "",
                        "邮件",
                        "2026-01-01",
                        "",
                        "否",
                        "是"),
                List.of("纪东来", "1390000", "", "没有的小院", "30—44岁", "店主", "", "邮件", "2026-01-01", "", "否", "是"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("信息员");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return file.toByteArray();
    }

    @Test
    void an_audience_is_counted_while_one_picks() throws IOException {
        ConsultationNumber pushing = new Rows(db, new TestClock()).consultation(Level.MUNICIPAL, Status.PUSHING);
        try (Person staff = atADesk();
                Person plain =
                        Person.withAPhone(chromium.browser(), base, false).signIn("staff")) {
            Person.together(
                    () -> {
                        staff.visit("/consultations/" + pushing + "/audience");
                        Page page = staff.page();
                        page.getByLabel("第 1 行：条件").selectOption("标签:餐饮");
                        assertThat(page.getByText("符合条件：")).isVisible();
                        assertThat(page.locator("#expression")).hasValue("标签:餐饮");
                        page.getByLabel("第 2 行：要还是排除").selectOption("not");
                        page.getByLabel("第 2 行：条件").selectOption("站点:春柳立法议事小院");
                        assertThat(page.locator("#expression")).hasValue(java.util.regex.Pattern.compile("非\\s?站点:春柳"));
                        staff.looked();
                        Pictures.take(page, "push-audience", page.locator("#try"));
                        plain.visit("/consultations/" + pushing + "/audience");
                        plain.page().getByLabel("第 1 行：条件").selectOption("标签:餐饮");
                        plain.button("按所选条件计数").click();
                        assertThat(plain.page().getByText("符合条件：")).isVisible();
                    },
                    staff,
                    plain);
        }
    }

    @Test
    void somebody_has_nothing_to_say_thinks_again_and_begins_to_write() throws IOException {
        String link = linkOf("骆青青");
        try (Person phone = Person.withAPhone(chromium.browser(), base, true);
                Person tablet = Person.withAPhone(chromium.browser(), base, false)) {
            Person.together(
                    () -> {
                        phone.visit(link);
                        phone.button("我没有意见").click();
                        assertThat(phone.looked().getByText("表示没有意见").first()).isVisible();
                        phone.picture("push-no-opinion");
                        phone.button("我改主意了，要提意见").click();
                        phone.looked();
                        Locator words =
                                phone.page().locator("fieldset.opinion").first().getByLabel("您的意见");
                        words.fill("外卖平台也要提醒少点。");
                        phone.button("先保存，下次接着写").click();
                        assertThat(phone.looked().getByText("草稿上次保存于").first()).isVisible();
                        tablet.visit(link);
                        assertThat(tablet.page()
                                        .locator("fieldset.opinion")
                                        .first()
                                        .getByLabel("您的意见"))
                                .hasValue("外卖平台也要提醒少点。");
                    },
                    phone,
                    tablet);
        }
    }

    @Test
    void staff_see_how_far_each_invitation_got_and_word_the_mail() throws IOException {
        try (Person staff = atADesk()) {
            Person.together(
                    () -> {
                        staff.visit("/consultations/" + number + "/invitations");
                        staff.picture("push-invitations");
                        staff.page().getByLabel("不再请边晓光，改请别人").click();
                        staff.looked();
                        staff.visit("/consultations/" + number + "/mail");
                        staff.picture("push-mail");
                        staff.visit("/templates");
                        staff.link("邀请").last().click();
                        staff.looked();
                        staff.picture("push-template");
                    },
                    staff);
        }
    }

    @Test
    void a_coordinator_claims_the_slip_reports_and_wants_paper() throws IOException {
        Informant coordinator =
                directory.informant(directory.stations().get(0).coordinator()).orElseThrow();
        try (Person staff = atADesk();
                Person phone = Person.withAPhone(chromium.browser(), base, true)) {
            Person.together(
                    () -> {
                        staff.visit("/consultations/" + number + "/stations");
                        staff.press("给选中的站点下达任务单");
                        phone.visit(linkOf(coordinator.name()));
                        phone.link("查看任务单").click();
                        phone.looked();
                        phone.button("认领任务").click();
                        Page page = phone.looked();
                        page.getByLabel("新征求到几个人").fill("12");
                        page.getByLabel("新开了几次座谈会").fill("1");
                        phone.button("报数").click();
                        phone.looked();
                        page.getByLabel("要几份").fill("20");
                        phone.button("要纸质材料").click();
                        assertThat(phone.looked().getByText("您要了20份").first()).isVisible();
                        phone.picture("push-coordinator");
                        staff.visit("/consultations/" + number + "/stations");
                        assertThat(staff.page().getByText("1个站点要纸质材料")).isVisible();
                        staff.picture("push-stations");
                        staff.link("春柳立法议事小院").first().click();
                        staff.looked();
                        staff.link("打印纸质材料").first().click();
                        staff.looked();
                        staff.picture("push-paper-pack");
                    },
                    staff,
                    phone);
        }
    }

    @Test
    void a_consultation_stands_still_and_goes_on() throws IOException {
        String overview = "/consultations/" + number;
        try (Person staff = atADesk()) {
            Person.together(
                    () -> {
                        staff.visit(overview);
                        assertThat(staff.page().locator("#process-picture svg").first())
                                .isVisible();
                        Pictures.take(staff.page(), "workflow", staff.page().locator("#steps-title"));
                        staff.visit(overview + "/change/suspend");
                        staff.page().getByLabel("来文文号或名称").fill("法工函〔2026〕8号");
                        staff.page().getByLabel("暂停理由（会告知受邀人）").fill("草案另行研究，暂停征求意见。");
                        staff.page().getByLabel("我已核对来文，现在暂停").check();
                        staff.press("暂停征询");
                        staff.visit(overview);
                        staff.picture("suspended");
                        new Tasklist(staff).take("恢复征询");
                        staff.visit(overview + "/change/resume");
                        staff.page()
                                .getByLabel("新的截止日期")
                                .fill(Shanghai.dateOf(Instant.now())
                                        .plusDays(33)
                                        .toString());
                        staff.page().getByLabel("来文文号或名称").fill("法工函〔2026〕9号");
                        staff.page().getByLabel("恢复理由（会告知受邀人）").fill("研究已有结论。");
                        staff.page().getByLabel("我已核对来文，按新日期恢复").check();
                        staff.press("恢复征询");
                        staff.visit("/overdue");
                        staff.visit("/account/calendar");
                        staff.press("生成订阅地址");
                        new Tasklist(staff).startForm("变更办理");
                        staff.picture("tasklist-change");
                    },
                    staff);
        }
        assertThat(consultations.find(number).suspendedAt()).isNull();
    }

    private Person atADesk() {
        return Person.atADesk(chromium.browser(), base).signIn("staff");
    }

    private String linkOf(String name) {
        InformantId informant = directory.allInformants().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        return base
                + "/i/"
                + invitations.mint(
                        invitations.find(number, informant).map(Invitation::id).orElseThrow());
    }
}
