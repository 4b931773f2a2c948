package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.testing.TestBeans;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The library at a desk and on a phone: a text comes in, is confirmed, found by its words, read, and quoted by its link. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:library;DB_CLOSE_DELAY=-1",
            "camunda.bpm.process-engine-name=library"
        })
@ActiveProfiles("test")
@Import(TestBeans.class)
@DirtiesContext
class LibraryInTheBrowserTest {
    private static final Path LAWS = Path.of("src/test/resources/laws");
    private static final String BILL = "中华人民共和国突发事件应对法";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

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
    void texts_come_in_are_found_and_read_at_a_desk_and_on_a_phone() throws IOException {
        account("staff", "周敏");
        account("manager", "韩立");
        String base = "http://localhost:" + port;
        try (Person staff = Person.atADesk(chromium.browser(), base).signIn("staff");
                Person phone = Person.withAPhone(chromium.browser(), base, true);
                Person plain = Person.withAPhone(chromium.browser(), base, false)) {
            Person.together(
                    () -> {
                        String internal = imported(staff);
                        confirmed(staff);
                        found(staff);
                        read(staff);
                        underTheReadersName(staff, internal);
                        onAPhone(phone, internal);
                        withoutScripts(plain);
                    },
                    staff,
                    phone,
                    plain);
        }
    }

    /** @return the address of the internal text */
    private static String imported(Person staff) throws IOException {
        Page page = staff.visit("/library");
        assertThat(page.getByText("法案库里还没有文本。")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("导入第一份文本"))
                .click();
        page.locator("#file").setInputFiles(LAWS.resolve("突发事件应对法(2007-08-30).md"));
        staff.button("导入").click();
        staff.looked();
        assertThat(page.getByText("改好以后请重新选择一次")).isVisible();
        assertThat(page.locator("#bill")).hasAttribute("aria-invalid", "true");
        staff.picture("library-import-faults");

        page.getByLabel("法案名称").fill(BILL);
        page.getByLabel("审次").selectOption("征求意见稿");
        page.locator("input[value=INTERNAL]").check();
        page.locator("#file").setInputFiles(LAWS.resolve("突发事件应对法(2007-08-30).md"));
        staff.picture("library-import");
        staff.press("导入");
        String internal = page.url();

        staff.visit("/library/import");
        page.getByLabel("法案名称").fill(BILL);
        page.getByLabel("审次").selectOption("公布文本");
        page.locator("input[value=PUBLIC]").check();
        page.getByLabel("或者粘贴文字").fill(Files.readString(LAWS.resolve("突发事件应对法(2024-06-28).md")));
        staff.press("导入");
        return internal;
    }

    private static void confirmed(Person staff) {
        assertThat(staff.page().getByText("条款待核对")).isVisible();
        staff.press("核对无误，确认");
        assertThat(staff.page().getByText("条款已核对")).isVisible();
    }

    private static void found(Person staff) {
        Page page = staff.visit("/library");
        staff.picture("library");
        page.getByLabel("在所有条文里查找").fill("应急预案 演练");
        page.keyboard().press("Enter");
        assertThat(page.locator(".hits li").first()).isVisible();
        staff.looked();
        assertThat(page.locator(".hits mark").first()).hasText(Pattern.compile("应急预案|演练"));
        staff.picture("library-search");
        page.getByLabel("在所有条文里查找").fill("突发事件应对法 第七条");
        page.getByLabel("公开范围").selectOption("公开");
        page.keyboard().press("Enter");
        page.locator(".hits a")
                .filter(new Locator.FilterOptions().setHasText("第七条"))
                .first()
                .click();
        assertThat(page.locator(".clauses :target")).hasText("第七条");
        staff.looked();
    }

    private static void read(Person staff) {
        Page page = staff.page();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        staff.button("复制这一条的链接").click();
        assertThat(page.getByText("链接已复制。")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(page.url());

        Locator articles = page.locator(".draft-contents li:visible");
        assertThat(articles).hasCount(106);
        page.getByLabel("按条号或词找").fill("72");
        assertThat(articles).hasText(new String[] {"第七十二条"});
        page.getByLabel("按条号或词找").fill("军");
        assertThat((double) articles.count()).isBetween(1.0, 105.0);
        page.getByLabel("按条号或词找").fill("没有这样的话");
        assertThat(page.getByText("没有符合的条")).isVisible();
        page.getByLabel("按条号或词找").fill("第十条");
        page.keyboard().press("Enter");
        assertThat(page.locator(".clauses :target")).hasText("第十条");
        staff.looked();
        page.getByLabel("按条号或词找").fill("");
        staff.picture("library-draft");
    }

    private static void underTheReadersName(Person staff, String internal) {
        Page page = staff.visit(internal);
        assertThat(page.getByText("本页印有您的姓名“周敏”")).isVisible();
        staff.picture("library-internal");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".watermark i").first()).isVisible();
        assertThat(page.locator(".draft-contents")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(page.evaluate("document.elementFromPoint(640, 400).closest('.watermark')"))
                .as("the name is in nobody's way")
                .isNull();
    }

    private static void onAPhone(Person phone, String internal) {
        phone.signIn("manager");
        for (String address : List.of("/library", "/library?q=%E9%A2%84%E6%A1%88", "/bills/1", "/drafts/2")) {
            Page page = phone.visit(address);
            assertFits(page);
            page.setViewportSize(320, 640);
            assertFits(page);
            page.setViewportSize(390, 844);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/library", address.replaceAll("[^a-z0-9]", "") + "-390.png")));
        }
        assertThat(phone.page().navigate(internal).status()).isEqualTo(404);
    }

    private static void withoutScripts(Person plain) {
        plain.signIn("manager");
        Page page = plain.visit("/drafts/2");
        assertThat(page.locator("#find")).isHidden();
        page.locator(".draft-contents a")
                .filter(new Locator.FilterOptions().setHasText("第二十条"))
                .first()
                .click();
        assertThat(page.locator(".clauses :target")).hasText("第二十条");
    }

    private static void assertFits(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(page.url())
                .isTrue();
    }

    private void account(String id, String name) {
        User user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName("");
        user.setEmail(id + "@example.com");
        user.setPassword(Person.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(id, id);
    }
}
