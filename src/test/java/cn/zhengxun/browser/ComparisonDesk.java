package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Two texts of a law compared, as a person reads them at a desk, on a phone, without scripts and on paper. */
final class ComparisonDesk {
    private static final Path FOLDER = Path.of("target/comparison");
    private static final double A4_WIDTH_IN_POINTS = 595;

    private final Person person;
    private final Page page;
    private final String before;
    private final String after;

    ComparisonDesk(Person person, long before, long after) {
        this.person = person;
        this.page = person.page();
        this.before = String.valueOf(before);
        this.after = String.valueOf(after);
    }

    void chosen() {
        person.visit("/drafts/compare");
        page.getByLabel("原来的文本").selectOption(before);
        page.getByLabel("后来的文本").selectOption(before);
        person.button("对照").click();
        person.looked();
        assertThat(page.locator("#after-fault")).containsText("选成了同一份");
        page.getByLabel("后来的文本").selectOption(after);
        person.button("对照").click();
        person.looked();
        assertThat(page.locator(".summary")).containsText(Pattern.compile("新增\\d+条，删除\\d+条，修改\\d+条"));
        assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    }

    void sideBySide() {
        assertThat(page.locator("tr.changed ins").first()).hasCSS("text-decoration-line", "underline");
        assertThat(page.locator("tr.changed del").first()).hasCSS("text-decoration-line", "line-through");
        person.link("到第一处变化").click();
        assertThat(page).hasURL(Pattern.compile("#c-1$"));
        page.keyboard().press("n");
        assertThat(page.locator("#c-2")).isFocused();
        page.keyboard().press("n");
        page.keyboard().press("p");
        assertThat(page.locator("#c-2")).isFocused();
        Pictures.take(page, "compare-side", page.locator("thead"));

        Locator pointer = page.locator("tr.pointer a").first();
        pointer.click();
        person.looked();
        assertThat(page.locator(page.url().replaceFirst(".*#", "#"))).isInViewport();
    }

    void withinOneAnother() {
        person.link("行内对照").click();
        person.looked();
        assertThat(page.getByRole(AriaRole.TABLE)).hasCount(0);
        assertThat(page.locator("article.changed p:has(del):has(ins)").first()).isVisible();
        Pictures.take(page, "compare-inline", page.locator("article.changed").first());
    }

    void onlyChanges() {
        assertThat(page.locator("article.shifted").first()).isVisible();
        person.link("只看有变化的").click();
        person.looked();
        assertThat(page.locator("article.shifted, article.same")).hasCount(0);
        assertThat(page.locator("article.changed").first()).isVisible();
    }

    void taken() throws IOException {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(person.download("下载 Word 文档")))) {
            assertThat(document.getTables()).hasSize(1);
            assertThat(document.getTables().get(0).getNumberOfRows()).isGreaterThan(50);
        }
    }

    /** On A4, with the marks and without the controls. */
    void printed() throws IOException {
        for (String view : List.of("side", "inline")) {
            person.visit(address() + "&view=" + view);
            byte[] paper =
                    page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setFormat("A4"));
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(view + ".pdf"), paper);
            try (PDDocument document = Loader.loadPDF(paper)) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                assertThat(document.getPage(0).getMediaBox().getWidth())
                        .isCloseTo((float) A4_WIDTH_IN_POINTS, offset(2f));
                assertThat(text).contains("前后文本对照表", "条号顺延").doesNotContain("下一处", "下载", "删去：");
            }
        }
    }

    void narrow() {
        for (int width : new int[] {390, 320}) {
            for (String view : List.of("side", "inline")) {
                page.setViewportSize(width, 800);
                person.visit(address() + "&view=" + view);
                page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(view + "-" + width + ".png")));
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(view + " at " + width)
                        .isTrue();
            }
        }
        person.visit("/drafts/compare");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    void withoutScripts() {
        person.visit(address());
        person.link("到第一处变化").click();
        page.locator("tr:has(#c-1) .steps-between a").first().click();
        assertThat(page).hasURL(Pattern.compile("#c-2$"));
        assertThat(page.locator("#c-2")).isInViewport();
    }

    private String address() {
        return "/drafts/compare?before=" + before + "&after=" + after;
    }
}
