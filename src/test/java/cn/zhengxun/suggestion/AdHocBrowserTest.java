package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.*;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.*;
import cn.zhengxun.testing.*;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.*;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(TestBeans.class)
class AdHocBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    Rows rows;

    @Autowired
    Invitations invitations;

    @Autowired
    Suggestions suggestions;

    @Autowired
    JdbcClient db;

    Page page;
    int shot;

    void look(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("/tmp/zx/shots-suggestion/" + name + ".png")));
        var axe = new AxeBuilder(page).analyze();
        System.out.println("AXE " + name + " "
                + axe.getViolations().stream()
                        .map(v -> v.getId() + ":"
                                + v.getNodes().stream()
                                        .map(n -> n.getHtml())
                                        .limit(2)
                                        .toList())
                        .toList());
        System.out.println(
                "WIDTH " + name + " " + page.evaluate("document.documentElement.scrollWidth + '/' + innerWidth"));
    }

    @Test
    void look() throws Exception {
        var number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        rows.plan(number);
        db.sql(
                        "INSERT INTO explanation (consultation, text, written_by, written_at, published_at) VALUES (?, '第一段话很长很长说明这部法律要做什么。\n\n第二段。', 'staff', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                .param(number.value())
                .update();
        InformantId her = rows.informant("王秀英", "w@example.org");
        InvitationId invitation = rows.invitation(number, her);
        String link = "http://localhost:" + port + "/i/" + invitations.mint(invitation);
        String q = "http://localhost:" + port + "/q/adhoc1";
        invitations.openChannel(number, null, "adhoc1");
        try (Playwright playwright = Playwright.create()) {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of(
                                    "--headless",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            page = browser.newPage(new Browser.NewPageOptions().setViewportSize(320, 640));
            page.onConsoleMessage(m -> System.out.println("CONSOLE " + m.text()));
            page.onPageError(m -> System.out.println("PAGEERROR " + m));
            page.navigate(link);
            look("answer-320");
            page.navigate(link + "?large=1");
            look("answer-320-large");
            page.navigate(link);
            page.locator("article button").nth(1).click();
            System.out.println("ROW0 clause " + page.locator("#clause-0").evaluate("e => e.selectedOptions[0].label")
                    + " url " + page.url());
            page.locator("#original-0").fill("\n  带脚本写的𠮷");
            page.locator("button[value=add]").click();
            page.locator("#original-1").fill("第二条话");
            page.locator("article button").nth(2).click();
            System.out.println("ROWS " + page.locator("#opinions fieldset").count());
            page.reload();
            System.out.println(
                    "RESTORED rows " + page.locator("#opinions fieldset").count() + " "
                            + page.locator("#original-0").inputValue().replace("\n", "\\n") + " | "
                            + page.locator("#original-1").inputValue() + " visible "
                            + page.locator("#restored").isVisible());
            look("answer-filled");
            page.locator("button[value=submit]").click();
            look("answer-fault");
            System.out.println(
                    "AFTER FAULT " + page.locator("#original-0").inputValue().replace("\n", "\\n"));
            page.locator("#consentProcessing").check();
            page.locator("button[value=submit]").click();
            System.out.println("URL " + page.url());
            look("receipt-320");
            System.out.println("STORE " + page.evaluate("localStorage.length"));
            suggestions
                    .ofInformant(her)
                    .forEach(s -> System.out.println("KEPT " + s.clauseLabel() + " ["
                            + s.original().replace("\n", "\\n").replace("\r", "\\r") + "]"));
            page.locator("main .actions a").nth(1).click();
            look("record-320");
            page.navigate(q);
            look("q-320");
            page.navigate(q + "x");
            look("neutral-320");
            db.sql("UPDATE consultation SET visibility='INTERNAL' WHERE number=?")
                    .param(number.value())
                    .update();
            Page wide = browser.newPage(new Browser.NewPageOptions().setViewportSize(1200, 900));
            page = wide;
            page.navigate(link);
            look("answer-1200-internal");
            // without scripts
            BrowserContext bare = browser.newContext(
                    new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(320, 640));
            Page p = bare.newPage();
            p.navigate(link);
            p.locator("article button").nth(1).click();
            p.locator("#original-0").fill("无脚本");
            p.locator("button[value=add]").click();
            System.out.println("NOJS " + p.url() + " rows "
                    + p.locator("#opinions fieldset").count() + " "
                    + p.locator("#original-0").inputValue() + " size "
                    + p.content().getBytes("UTF-8").length);
        }
    }
}
