package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * The text of a PDF, a line per paragraph or row of a table. A PDF holds no paragraphs, only glyphs at places: from
 * these come lines, from the lines' edges and gaps the paragraphs. What runs along at the head and foot of pages,
 * watermarks and the table of contents are left out.
 */
final class PdfText {
    private static final int MOST_PAGES = 2_000;

    /** Fewer characters to a page are a stamp or a page number on a scanned picture. */
    private static final int FEWEST_ON_A_PAGE = 15;

    /** Of all glyphs, how many may have no meaning before the rest is worth nothing: a seal, a formula. */
    private static final double MOST_MEANINGLESS = 0.1;

    private static final String ADVICE = "可以在 PDF 阅读器里选中文字，复制后粘贴进来；复制出来也是乱码的，请找 Word 原稿，或者用文字识别软件转成文字再导入。";

    private PdfText() {}

    /** @throws UnreadableDraft where it is damaged, protected by a password, a bomb, or holds pictures instead of text */
    static List<Line> read(byte[] content) {
        try (PDDocument document = PdfFile.open(content)) {
            return lines(pages(document));
        } catch (InvalidPasswordException locked) {
            throw new UnreadableDraft("这份 PDF 设有打开密码，无法读取。请去掉密码后再导入，或者打开后复制文字粘贴进来。", locked);
        } catch (UnreadableDraft said) {
            throw said;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw new UnreadableDraft("这份 PDF 已经损坏，无法读取。请重新导出一份再导入，或者打开后复制文字粘贴进来。", damaged);
        }
    }

    private static List<PdfPage> pages(PDDocument document) throws IOException {
        if (document.getNumberOfPages() > MOST_PAGES) {
            throw tooManyPages();
        }
        PdfGlyphs glyphs = new PdfGlyphs();
        List<PdfPage> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            TimeLimit.check();
            if (pages.size() == MOST_PAGES) {
                throw tooManyPages();
            }
            PdfPage before = pages.isEmpty() ? null : pages.get(pages.size() - 1);
            pages.add(PdfPage.of(pages.size(), glyphs.of(page), before));
        }
        int shown = glyphs.meaningful() + glyphs.meaningless();
        if (shown < FEWEST_ON_A_PAGE * Math.max(1, pages.size())) {
            throw new UnreadableDraft("这份 PDF 里没有文字，多半是扫描件或者图片。上传不了的扫描件，可以用文字识别软件转成文字，把文字粘贴进来；也可以请来文单位提供 Word 稿。");
        }
        if (glyphs.meaningless() > shown * MOST_MEANINGLESS) {
            throw new UnreadableDraft("这份 PDF 的字体缺少文字对应表，读出来是乱码。" + ADVICE);
        }
        return pages;
    }

    private static UnreadableDraft tooManyPages() {
        return new UnreadableDraft("这份 PDF 超过" + MOST_PAGES + "页，不像是一部草案。请检查是否选错文件，或者拆开后分别导入。");
    }

    private static List<Line> lines(List<PdfPage> pages) {
        List<Line> lines = new ArrayList<>();
        for (Line line : new PdfParagraphs(PdfRunningLines.without(pages)).lines()) {
            if (lines.size() == Line.MOST) {
                throw new UnreadableDraft("这份文件超过" + Line.MOST + "行，不像是一部草案。请检查是否选错文件，或者拆开后分别导入。");
            }
            lines.add(line);
        }
        return lines;
    }
}
