package cn.zhengxun.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/** The manual's pictures: what a person sees without scrolling, in the folder that -Dzhengxun.pictures names. */
final class Pictures {
    private static final Path FOLDER = Path.of(System.getProperty("zhengxun.pictures", "target/manual-pictures"));

    private Pictures() {}

    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    /** With this part of the page at its top. */
    static void take(Page page, String name, Locator top) {
        top.evaluate("element => element.scrollIntoView({ block: 'start', behavior: 'instant' })");
        take(page, name);
    }

    /** A mail's HTML part, as a phone shows it. */
    static void mail(Browser browser, String html, String name) {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 560))) {
            page.setContent(html);
            take(page, name);
        }
    }
}
