package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
import org.springframework.test.util.ReflectionTestUtils;

/** Giving opinions on every channel, as people do it: on a phone, by keyboard alone, without scripts, at a meeting. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:collect;DB_CLOSE_DELAY=-1",
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
class CollectInTheBrowserTest {
    private static final int LIGHT = 150_000;
    private static final int MOST_TABS = 400;
    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    Directory directory;

    @Autowired
    Guesses guesses;

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
    void a_resident_scans_a_poster_adds_a_photo_hands_in_changes_it_and_asks_what_became_of_it() throws IOException {
        try (Person resident = Person.withAPhone(chromium.browser(), base, true)) {
            Page page = resident.page();
            Person.together(
                    () -> {
                        resident.visit("/q/demo");
                        resident.picture("collect-poster-page");
                        page.locator("article button").nth(6).click();
                        words(page, 0).fill("提示最好写在菜单上。");
                        page.locator("input[type=file]").setInputFiles(photo());
                        resident.button("添加附件").click();
                        assertThat(resident.looked().getByText("菜单.jpg").first())
                                .isVisible();
                        assertThat(words(page, 0)).hasValue("提示最好写在菜单上。");
                        handIn(resident);
                        assertThat(page.getByText("菜单.jpg").first()).isVisible();
                        resident.picture("collect-receipt");
                        String receipt = page.locator(".number").first().innerText();
                        resident.link("修改第1条意见").click();
                        resident.looked();
                        assertThat(page.getByLabel("您的意见").first()).hasValue("提示最好写在菜单上。");
                        page.getByLabel("您的意见").first().fill("提示最好写在菜单上，并写明分量。");
                        resident.picture("collect-amend");
                        resident.button("保存修改").click();
                        assertThat(resident.looked().getByText("并写明分量").first()).isVisible();
                        resident.button("撤回第1条意见").click();
                        resident.looked();
                        resident.button("恢复第1条意见").click();
                        resident.looked();
                        resident.visit("/q");
                        page.getByLabel("回执编号").fill(receipt.toLowerCase().replace("-", " "));
                        resident.button("查询").click();
                        assertThat(resident.looked().getByText("并写明分量").first()).isVisible();
                    },
                    resident);
        }
        assertThat(versions("提示最好写在菜单上%")).containsExactly("提示最好写在菜单上。", "提示最好写在菜单上，并写明分量。");
    }

    @Test
    void an_informant_begins_on_one_phone_and_goes_on_at_another() throws IOException {
        String link = linkOf("边晓光");
        try (Person phone = Person.withAPhone(chromium.browser(), base, true);
                Person tablet = Person.withAPhone(chromium.browser(), base, true)) {
            Person.together(
                    () -> {
                        phone.visit(link);
                        words(phone.page(), 0).pressSequentially("外卖平台也要提醒少点。");
                        assertThat(phone.page().getByText(Pattern.compile("^已保存 \\d\\d:\\d\\d")))
                                .isVisible();
                        phone.looked();
                        Pictures.take(
                                phone.page(), "collect-autosave", phone.page().locator("#answer"));
                        tablet.visit(link);
                        assertThat(words(tablet.page(), 0)).hasValue("外卖平台也要提醒少点。");
                        handIn(tablet);
                        words(phone.page(), 0).pressSequentially("再补一句。");
                        assertThat(phone.page().getByText("已经在别处提交或者删除了")).isVisible();
                        phone.looked();
                        for (String path :
                                List.of("/record", "/privacy", "/privacy/leave", "/privacy/erase", "/not-me")) {
                            tablet.visit(link + path);
                        }
                        tablet.visit(link + "/privacy");
                        tablet.picture("collect-privacy");
                        tablet.visit(link + "/record");
                        tablet.picture("collect-record");
                        tablet.visit(link + "/certificate/"
                                + Shanghai.dateOf(Instant.now()).getYear());
                        tablet.button("开具证明").click();
                        assertThat(tablet.looked().getByText("特此证明")).isVisible();
                        tablet.picture("collect-certificate");
                    },
                    phone,
                    tablet);
        }
        assertThat(versions("外卖平台也要提醒少点%")).hasSize(1);
    }

    @Test
    void who_has_no_mouse_reads_writes_and_hands_in_by_keyboard() throws IOException {
        String link = linkOf("骆青青");
        try (Person person = Person.atADesk(chromium.browser(), base)) {
            Page page = person.page();
            Person.together(
                    () -> {
                        person.visit(link);
                        tabTo(page, "#original-0");
                        page.keyboard().type("学校食堂的半份菜请写进去。");
                        tabTo(page, "#consentProcessing");
                        page.keyboard().press("Space");
                        tabTo(page, "button[value=submit]");
                        page.keyboard().press("Enter");
                        assertThat(page.getByText("您的意见已经收到")).isVisible();
                        person.looked();
                    },
                    person);
        }
        assertThat(versions("学校食堂的半份菜%")).hasSize(1);
    }

    /** Enter in a field hands nothing in; what has the focus is to be seen. */
    private static void tabTo(Page page, String target) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            page.keyboard().press("Tab");
            Locator focused = page.locator(":focus");
            if ((boolean) focused.evaluate("(element, target) => element.matches(target)", target)) {
                assertThat((boolean) focused.evaluate("""
                        element => {
                          const box = element.getBoundingClientRect();
                          const style = getComputedStyle(element);
                          return box.top >= 0 && box.bottom <= innerHeight
                            && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
                        }
                        """))
                        .as("focus of %s is in sight", target)
                        .isTrue();
                return;
            }
        }
        throw new AssertionError(target + " is not reached by the Tab key");
    }

    @Test
    void an_old_telephone_without_scripts_loses_nothing_that_was_refused() throws IOException {
        try (Person phone = Person.withAPhone(chromium.browser(), base, false)) {
            Page page = phone.page();
            page.setViewportSize(320, 640);
            Person.together(
                    () -> {
                        phone.visit("/q/demo");
                        assertThat(wider(page)).isFalse();
                        words(page, 0).fill("<b>不要</b>浪费 \uD842\uDFB7");
                        phone.button("提交意见").click();
                        assertThat(page.getByText("请先阅读并同意").first()).isVisible();
                        assertThat(words(page, 0)).hasValue("<b>不要</b>浪费 \uD842\uDFB7");
                        assertThat(wider(page)).isFalse();
                        phone.button("换成大字").click();
                        assertThat(wider(page)).isFalse();
                        words(page, 0).fill("<b>不要</b>浪费 \uD842\uDFB7");
                        handIn(phone);
                        assertThat(page.getByText("<b>不要</b>浪费").first()).isVisible();
                        assertThat(wider(page)).isFalse();
                    },
                    phone);
        }
    }

    /** 200 % of 1280 px are 640; 320 px are the narrowest phone. */
    @Test
    void every_public_page_fits_the_narrow_and_the_magnified_window() throws IOException {
        String link = linkOf("骆青青");
        for (int width : List.of(320, 640)) {
            try (BrowserContext context = chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(width, 640)
                            .setDeviceScaleFactor(width == 640 ? 2 : 1))) {
                Page page = context.newPage();
                for (String path : List.of(
                        "/q/demo",
                        "/q/demo?large=1",
                        "/q",
                        link,
                        link + "?large=1",
                        link + "/record?large=1",
                        link + "/privacy?large=1",
                        link + "/privacy/erase?large=1",
                        link + "/not-me",
                        "/i/unknown")) {
                    page.navigate(path.startsWith("http") ? path : base + path);
                    assertThat(wider(page))
                            .as("%s scrolls sideways at %d px", path, width)
                            .isFalse();
                    assertThat((double) page.evaluate(LEAST_LINE_HEIGHT))
                            .as(path)
                            .isGreaterThanOrEqualTo(1.5);
                }
            }
        }
    }

    private static final String LEAST_LINE_HEIGHT = """
            () => Math.min(...[...document.querySelectorAll('main p, main li, main dd, main label, main textarea')]
              .filter(element => element.offsetParent)
              .map(element => getComputedStyle(element))
              .map(style => style.lineHeight === 'normal' ? 1 : parseFloat(style.lineHeight) / parseFloat(style.fontSize))) * 1.0
            """;

    @Test
    void the_first_page_is_light() {
        for (String path : List.of("/q/demo", linkOf("骆青青"))) {
            try (BrowserContext context = chromium.browser().newContext()) {
                Page page = context.newPage();
                CDPSession network = context.newCDPSession(page);
                AtomicLong bytes = new AtomicLong();
                network.send("Network.enable");
                network.on(
                        "Network.loadingFinished",
                        event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
                page.navigate(path.startsWith("http") ? path : base + path);
                page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
                System.out.println("transferred on first load: " + bytes.get() + " bytes");
                assertThat(bytes.get()).isBetween(10_000L, (long) LIGHT);
            }
        }
    }

    @Test
    void every_state_of_a_page_is_whole() throws IOException {
        TestClock now = new TestClock();
        now.set(Instant.now());
        Rows rows = new Rows(db, now);
        try (Person phone = Person.withAPhone(chromium.browser(), base, true);
                Person staff = Person.atADesk(chromium.browser(), base)) {
            StateWalk narrow = new StateWalk(phone);
            StateWalk wide = new StateWalk(staff);
            Person.together(
                    () -> {
                        new StatesOfAnswering(narrow, rows, db, invitations, this::forgetGuesses).walk();
                        new StatesOfOnesOwn(narrow, rows, db, invitations).walk();
                        staff.signIn("staff");
                        new StatesOfTheOffice(wide, rows, db).walk();
                    },
                    phone,
                    staff);
            System.out.println("states looked at: " + narrow.states() + " public, " + wide.states() + " of the office");
            assertThat(Stream.concat(narrow.complaints().stream(), wide.complaints().stream()))
                    .isEmpty();
        }
    }

    private void forgetGuesses() {
        ((Map<?, ?>) ReflectionTestUtils.getField(guesses, "counts")).clear();
    }

    /** The browser inside a messenger: an old engine that keeps nothing and lacks what came after it. */
    @Test
    void inside_a_messenger_that_keeps_nothing_an_opinion_is_saved_and_handed_in() throws IOException {
        String link = linkOf("骆青青");
        try (Person person = Person.insideAMessenger(chromium.browser(), base)) {
            Page page = person.page();
            Person.together(
                    () -> {
                        person.visit("/q/demo");
                        words(page, 0).fill("扫码进来说一句。");
                        handIn(person);
                        person.visit(link);
                        words(page, 0).pressSequentially("微信里也能写完。");
                        assertThat(page.getByText(Pattern.compile("^已保存 \\d\\d:\\d\\d")))
                                .isVisible();
                        person.visit(link);
                        assertThat(words(page, 0)).hasValue("微信里也能写完。");
                        handIn(person);
                        assertThat(page.context().cookies()).isEmpty();
                    },
                    person);
        }
        assertThat(versions("微信里也能写完%")).hasSize(1);
        assertThat(versions("扫码进来说一句%")).hasSize(1);
    }

    @Test
    void a_clerk_takes_down_a_meeting_by_keyboard_while_the_director_watches() throws IOException {
        String offline = "/consultations/" + number + "/offline";
        try (Person staff = Person.atADesk(chromium.browser(), base).signIn("staff");
                Person watcher = Person.atADesk(chromium.browser(), base).signIn("director")) {
            Page page = staff.page();
            Person.together(
                    () -> {
                        watcher.visit("/consultations/" + number);
                        staff.visit(offline);
                        staff.link("登记座谈会").click();
                        staff.looked();
                        page.getByLabel("地点").fill("春柳社区活动室");
                        page.getByLabel("第1条的发言人").fill("曲师傅");
                        page.keyboard().press("Tab");
                        page.keyboard().type("7");
                        page.keyboard().press("Tab");
                        page.keyboard().type("收厨余费要提前说清楚。");
                        assertThat(page.locator("#meant-0")).containsText("第七条");
                        page.keyboard().press("Enter");
                        page.keyboard().press("Tab");
                        page.keyboard().type("小饭馆没人手记台账。");
                        page.keyboard().press("Alt+Enter");
                        page.keyboard().type("于阿姨");
                        page.keyboard().press("Tab");
                        page.keyboard().press("Tab");
                        page.keyboard().type("宣传进学校。");
                        assertThat(page.locator("#sum-rows")).hasText("3");
                        page.getByLabel("会上已经向大家说明").check();
                        staff.looked();
                        Pictures.take(
                                page, "collect-meeting", page.getByText("键盘：").first());
                        staff.button("提交登记").click();
                        assertThat(staff.looked().getByText("春柳社区活动室").first()).isVisible();
                        assertThat(watcher.page().getByText("宣传进学校。").first()).isVisible();
                        watcher.looked();
                        Pictures.take(
                                watcher.page(),
                                "collect-live",
                                watcher.page().getByText("正在收到的意见").first());
                    },
                    staff,
                    watcher);
        }
        assertThat(versions("宣传进学校。")).hasSize(1);
    }

    @Test
    void a_clerk_reads_back_a_call_imports_a_table_and_looks_at_what_the_rules_found() throws IOException {
        String consultation = "/consultations/" + number;
        try (Person staff = Person.atADesk(chromium.browser(), base).signIn("staff")) {
            Page page = staff.page();
            Person.together(
                    () -> {
                        staff.visit(consultation + "/offline/new?channel=TELEPHONE");
                        page.getByLabel("第1条的原话").fill("外地老人看不懂网页，再不管我要上访。");
                        page.getByLabel("已经向本人说明").check();
                        staff.looked();
                        staff.picture("collect-telephone");
                        staff.button("念给对方听").click();
                        assertThat(staff.looked().getByText("请念给对方听").first()).isVisible();
                        staff.picture("collect-read-back");
                        staff.button("对方确认无误，提交").click();
                        staff.looked();
                        staff.visit(consultation + "/suggestions/doubtful");
                        assertThat(page.getByText("再不管我要上访").first()).isVisible();
                        Pictures.take(
                                page,
                                "collect-arrivals",
                                page.locator("article")
                                        .filter(new Locator.FilterOptions().setHasText("再不管我要上访"))
                                        .first());
                        staff.visit(consultation + "/offline/import");
                        page.getByLabel("xlsx 文件（csv 也可以）")
                                .setInputFiles(
                                        new FilePayload("意见.csv", "text/csv", TABLE.getBytes(StandardCharsets.UTF_8)));
                        staff.button("上传并预览").click();
                        assertThat(staff.looked().getByText("导入预览").first()).isVisible();
                        staff.picture("collect-import");
                        staff.visit(consultation + "/stations");
                        staff.press("给没有海报的站点开通");
                        Pictures.take(
                                page,
                                "collect-posters",
                                page.getByText("各张海报带来多少意见").first());
                        staff.visit(consultation + "/stations/posters");
                        staff.picture("collect-poster");
                        for (String path : List.of("/requests", "/retention", "/arrival-rules")) {
                            staff.visit(path);
                            staff.picture("collect-" + path.substring(1));
                        }
                    },
                    staff);
        }
    }

    /** One sound row and one that names an article which is not there. */
    private static final String TABLE = """
            渠道,日期,姓名,条款,原话,同意处理个人信息
            走访,2026-11-20,曲师傅,7,请把半份菜写进去。,是
            走访,2026-11-20,曲师傅,99,没有这一条。,是
            """;

    private static void handIn(Person person) {
        person.page().getByLabel("我已看过上面的个人信息处理说明").check();
        person.button("提交意见").click();
        assertThat(person.page().getByText("您的意见已经收到")).isVisible();
        person.looked();
    }

    private static Locator words(Page page, int row) {
        return page.locator("#original-" + row);
    }

    private static boolean wider(Page page) {
        return (boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** The words of every version that is kept, in the order they were given. */
    private List<String> versions(String like) {
        return db.sql("SELECT original FROM suggestion_words WHERE original LIKE ? ORDER BY suggestion_id")
                .param(like)
                .query(String.class)
                .list();
    }

    private static FilePayload photo() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpg", file);
        return new FilePayload("菜单.jpg", "image/jpeg", file.toByteArray());
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
