package cn.zhengxun.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Somebody at a browser of their own, with a desktop's window. */
final class Person implements AutoCloseable {
    static final String PASSWORD = "Zhengxun#2026";
    private static final double PATIENCE_MILLIS = 60_000;
    private static final String OLD_WEB_VIEW =
            "Mozilla/5.0 (Linux; Android 8.1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/80.0.3987.99"
                    + " Mobile Safari/537.36 MicroMessenger/8.0.2";

    /** Chromium 80 knew none of these. */
    private static final String OLD_ENGINE = """
            for (const storage of ['localStorage', 'sessionStorage', 'indexedDB'])
              Object.defineProperty(window, storage, { get() { throw new DOMException('denied', 'SecurityError'); } });
            Object.defineProperty(document, 'cookie', { get() { return ''; }, set() {} });
            delete Element.prototype.replaceChildren;
            delete Element.prototype.checkVisibility;
            delete String.prototype.replaceAll;
            for (const list of [Array, String]) delete list.prototype.at;
            delete Array.prototype.findLast;
            delete Object.hasOwn;
            delete AbortSignal.timeout;
            delete AbortSignal.any;
            delete Crypto.prototype.randomUUID;
            delete window.structuredClone;
            delete navigator.constructor.prototype.serviceWorker;
            """;

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final boolean scripts;
    private final Set<String> complaints = new TreeSet<>();

    private Person(BrowserContext context, String base, boolean scripts) {
        this.context = context;
        this.scripts = scripts;
        this.base = base;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    static Person atADesk(Browser browser, String base) {
        return new Person(browser.newContext(asAtHome().setViewportSize(1280, 800)), base, true);
    }

    /** @param withJavaScript whether the phone runs scripts */
    static Person withAPhone(Browser browser, String base, boolean withJavaScript) {
        return new Person(
                browser.newContext(
                        asAtHome().setViewportSize(390, 844).setHasTouch(true).setJavaScriptEnabled(withJavaScript)),
                base,
                withJavaScript);
    }

    /** A phone's old engine without storage; asking for it throws, as it does where the application forbids it. */
    static Person insideAMessenger(Browser browser, String base) {
        BrowserContext context = browser.newContext(
                asAtHome().setViewportSize(360, 640).setHasTouch(true).setUserAgent(OLD_WEB_VIEW));
        context.addInitScript(OLD_ENGINE);
        return new Person(context, base, true);
    }

    private static Browser.NewContextOptions asAtHome() {
        return new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setAcceptDownloads(true);
    }

    /** What people do at their browsers. */
    interface Walk {
        void walk() throws IOException;
    }

    /** Where a walk gets stuck it leaves everybody's last picture; at its end nobody has seen a failed script or a finding of axe. */
    static void together(Walk walk, Person... people) throws IOException {
        try {
            walk.walk();
        } catch (Throwable stuck) {
            Stream.of(people).forEach(Person::lastPicture);
            throw stuck;
        }
        for (Person person : people) {
            Assertions.assertThat(person.complaints())
                    .as("failed scripts and axe's findings")
                    .isEmpty();
        }
    }

    Person signIn(String user) {
        visit("/login");
        page.getByLabel("账号", new Page.GetByLabelOptions().setExact(true)).fill(user);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button("登录").click();
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("您好");
        return this;
    }

    /** Opens an own page, by path or whole address, which must be there. */
    Page visit(String address) {
        Response response = page.navigate(address.startsWith("http") ? address : base + address);
        Assertions.assertThat(response.status()).as(address).isEqualTo(200);
        return looked();
    }

    /** Looks at the page that a click has opened; axe, which needs scripts, too. */
    Page looked() {
        page.waitForLoadState();
        if (scripts) {
            complaints.addAll(Accessibility.violations(page));
        }
        return page;
    }

    Page page() {
        return page;
    }

    String base() {
        return base;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    void press(String name) {
        button(name).click();
        done();
    }

    /** Expects the page to say that it is done. */
    void done() {
        PlaywrightAssertions.assertThat(
                        page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("已办好")))
                .isVisible();
        looked();
    }

    Path download(String link) {
        Download download = page.waitForDownload(() -> link(link).first().click());
        return download.path();
    }

    void picture(String name) {
        Pictures.take(page, name);
    }

    /** What this person sees now, under target/. */
    void lastPicture() {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/browser-failure", context.hashCode() + ".png")));
    }

    /** What was wrong with the pages: failed scripts and axe's findings, each once. */
    Set<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
