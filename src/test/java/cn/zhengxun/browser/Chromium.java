package cn.zhengxun.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium. Without one the tests that need it are skipped, or fail where ZHENGXUN_BROWSER=required. */
final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--lang=zh-CN",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setEnv(chineseEnvironment())
                        .setArgs(ARGUMENTS));
    }

    static Chromium start() {
        Path executable =
                PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (executable == null) {
            String reason = "没有找到 Chromium（" + PLACES + "），浏览器测试没有运行。请安装 chromium 和中文字体后再试。";
            if (required()) {
                throw new AssertionError(reason);
            }
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return new Chromium(executable);
    }

    /** The browser's own words, such as those of a date field, follow LANGUAGE where the package chromium-l10n is there. */
    private static Map<String, String> chineseEnvironment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LANGUAGE", "zh_CN");
        return environment;
    }

    private static boolean required() {
        return "required".equals(System.getProperty("zhengxun.browser", System.getenv("ZHENGXUN_BROWSER")));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
