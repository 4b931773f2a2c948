package cn.zhengxun.draft;

import cn.zhengxun.draft.Comparisons.Comparison;
import cn.zhengxun.draft.comparison.Difference.Fate;
import cn.zhengxun.draft.comparison.Difference.Run;
import cn.zhengxun.draft.comparison.Synopsis.Article;
import cn.zhengxun.draft.comparison.Synopsis.Change;
import cn.zhengxun.draft.comparison.Synopsis.Heading;
import cn.zhengxun.draft.comparison.Synopsis.Passage;
import cn.zhengxun.draft.comparison.Synopsis.Pointer;
import cn.zhengxun.draft.comparison.Synopsis.Row;
import cn.zhengxun.draft.comparison.Synopsis.Summary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.springframework.context.MessageSource;

/** A comparison as a docx: what was deleted is struck through and red, what was inserted underlined and green. */
class ComparisonDocument {
    /** What XML 1.0 cannot hold. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /** Of the three columns, in twentieths of a point: A4 less its margins. */
    private static final int[] WIDTHS = {1200, 4360, 4360};

    private static final String SONG = "宋体";
    private static final String HEI = "黑体";
    private static final String RED = "A3161A";
    private static final String GREEN = "17603A";
    private static final String GREY = "525A64";
    private static final String SHADE = "F1F3F6";
    private static final String PALE = "#e4e4e4";

    private final Comparison comparison;
    private final String date;
    private final String watermark;
    private final MessageSource messages;
    private final XWPFDocument document = new XWPFDocument();

    /**
     * @param date of the document, as printed
     * @param watermark the reader's name where one of the texts is internal, else null
     */
    ComparisonDocument(Comparison comparison, String date, String watermark, MessageSource messages) {
        this.comparison = comparison;
        this.date = date;
        this.watermark = watermark;
        this.messages = messages;
    }

    /** @param rows in the order of the table */
    byte[] of(List<Row> rows) {
        page();
        headersAndFooters();
        opening();
        XWPFTable table = table();
        rows.forEach(row -> write(table, row));
        try (document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void opening() {
        Draft before = comparison.before();
        Draft after = comparison.after();
        document.getProperties().getCoreProperties().setTitle(say("draft.compare.heading", after.title()));
        XWPFParagraph title = paragraph(ParagraphAlignment.CENTER);
        run(title, say("draft.compare.heading", after.title()), HEI, 18);
        line("draft.compare.document.before", before.title(), before.reading());
        line("draft.compare.document.after", after.title(), after.reading());
        line("draft.compare.document.date", date);
        Summary summary = comparison.synopsis().summary();
        line(
                "draft.compare.summary",
                summary.added(),
                summary.removed(),
                summary.changed(),
                summary.moved(),
                summary.shifted(),
                summary.same());
        XWPFParagraph legend = paragraph(ParagraphAlignment.LEFT);
        run(legend, say("draft.compare.legend"), SONG, 10);
        run(legend, new Run(Fate.DELETED, say("draft.compare.legend.deleted")));
        run(legend, "，", SONG, 10);
        run(legend, new Run(Fate.INSERTED, say("draft.compare.legend.inserted")));
        run(legend, "。", SONG, 10);
    }

    private void line(String key, Object... parts) {
        run(paragraph(ParagraphAlignment.LEFT), say(key, parts), SONG, 11);
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(80);
        return paragraph;
    }

    private XWPFTable table() {
        XWPFTable table = document.createTable(1, WIDTHS.length);
        table.setWidth(WIDTHS[0] + WIDTHS[1] + WIDTHS[2]);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int column = 0; column < WIDTHS.length; column++) {
            var width = column < grid.sizeOfGridColArray() ? grid.getGridColArray(column) : grid.addNewGridCol();
            width.setW(BigInteger.valueOf(WIDTHS[column]));
        }
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        List<String> names = List.of(
                say("draft.compare.change"),
                comparison.before().reading(),
                comparison.after().reading());
        for (int column = 0; column < WIDTHS.length; column++) {
            XWPFTableCell cell = cell(head, column);
            cell.setColor(SHADE);
            run(cell.getParagraphs().get(0), names.get(column), HEI, 10);
        }
        return table;
    }

    private void write(XWPFTable table, Row row) {
        XWPFTableRow line = table.createRow();
        if (row instanceof Heading heading) {
            heading(line, heading);
        } else if (row instanceof Pointer pointer) {
            pointer(line, pointer);
        } else if (row instanceof Passage passage) {
            passage(line, passage);
        }
    }

    private void heading(XWPFTableRow line, Heading heading) {
        for (int column = 0; column < WIDTHS.length; column++) {
            cell(line, column).setColor(SHADE);
        }
        label(line, 1, heading.before());
        label(line, 2, heading.after());
    }

    private void label(XWPFTableRow line, int column, String label) {
        if (label != null) {
            run(line.getCell(column).getParagraphs().get(0), label, HEI, 10);
        }
    }

    private void pointer(XWPFTableRow line, Pointer pointer) {
        cell(line, 0);
        cell(line, 1);
        cell(line, 2);
        XWPFParagraph place =
                line.getCell(pointer.earlier() ? 1 : 2).getParagraphs().get(0);
        run(place, pointer.label() + "　", HEI, 10);
        XWPFRun where = run(place, say(key(pointer), String.join("、", pointer.others())), SONG, 10);
        where.setColor(GREY);
    }

    private void passage(XWPFTableRow line, Passage passage) {
        XWPFTableCell kind = cell(line, 0);
        run(kind.getParagraphs().get(0), say("draft.compare.change." + passage.change()), HEI, 10);
        if (passage.displaced() && passage.change() != Change.MOVED) {
            run(kind.addParagraph(), say("draft.compare.change.MOVED"), HEI, 10);
        }
        articles(cell(line, 1), passage.before());
        articles(cell(line, 2), passage.after());
    }

    private void articles(XWPFTableCell cell, List<Article> articles) {
        boolean first = true;
        for (Article article : articles) {
            XWPFParagraph paragraph = first ? cell.getParagraphs().get(0) : cell.addParagraph();
            first = false;
            run(paragraph, article.label() + "　", HEI, 10);
            article.runs().forEach(run -> run(paragraph, run));
        }
    }

    private XWPFTableCell cell(XWPFTableRow row, int column) {
        XWPFTableCell cell = row.getCell(column);
        CTTcPr properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setW(BigInteger.valueOf(WIDTHS[column]));
        return cell;
    }

    private static void run(XWPFParagraph paragraph, Run words) {
        XWPFRun run = run(paragraph, words.text(), SONG, 10);
        if (words.fate() == Fate.DELETED) {
            run.setStrikeThrough(true);
            run.setColor(RED);
        } else if (words.fate() == Fate.INSERTED) {
            run.setUnderline(UnderlinePatterns.SINGLE);
            run.setColor(GREEN);
        }
    }

    /** @param size in points */
    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int size) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(size);
        String[] lines = UNWRITABLE.matcher(text).replaceAll("").split("\n", -1);
        run.setText(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            run.addBreak();
            run.setText(lines[i]);
        }
        return run;
    }

    static String key(Pointer pointer) {
        return "draft.compare.pointer." + (pointer.earlier() ? "earlier." : "later.") + pointer.change();
    }

    private String say(String key, Object... parts) {
        return messages.getMessage(key, parts, Locale.SIMPLIFIED_CHINESE);
    }

    /** A4 with narrow margins of 17.5 mm, since two texts stand side by side; in twentieths of a point. */
    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margin = section.addNewPgMar();
        BigInteger side = BigInteger.valueOf(993);
        margin.setTop(BigInteger.valueOf(1134));
        margin.setBottom(BigInteger.valueOf(1134));
        margin.setLeft(side);
        margin.setRight(side);
        margin.setHeader(BigInteger.valueOf(567));
        margin.setFooter(BigInteger.valueOf(567));
        margin.setGutter(BigInteger.ZERO);
    }

    /** The library makes watermarks black and level, and nothing can be read below them. */
    private static void pale(XWPFHeader header) {
        try (XmlCursor cursor = header._getHdrFtr().newCursor()) {
            do {
                if (cursor.isStart() && cursor.getName().getLocalPart().equals("shape")) {
                    QName style = new QName("style");
                    cursor.setAttributeText(style, cursor.getAttributeText(style) + ";rotation:315");
                    cursor.setAttributeText(new QName("fillcolor"), PALE);
                }
            } while (!cursor.toNextToken().isEnddoc());
        }
    }

    private void headersAndFooters() {
        XWPFHeaderFooterPolicy policy = document.createHeaderFooterPolicy();
        if (watermark != null) {
            policy.createWatermark(watermark);
            Stream.of(policy.getDefaultHeader(), policy.getFirstPageHeader(), policy.getEvenPageHeader())
                    .forEach(ComparisonDocument::pale);
            XWPFParagraph said = policy.getDefaultHeader().createParagraph();
            run(said, say("draft.watermark", watermark), SONG, 9);
        }
        XWPFParagraph footer =
                policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        footer.setAlignment(ParagraphAlignment.CENTER);
        footer.createRun().setText("— ");
        var field = footer.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        field.addNewR().addNewT().setStringValue("1");
        footer.createRun().setText(" —");
    }
}
