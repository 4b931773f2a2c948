package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A clause tree as people print a law: title, divisions in the middle of the line, every clause a paragraph. */
public final class PrintedDraft {
    private static final Pattern CELLS = Pattern.compile(" \\| ");
    private static final int TWO_CHARACTERS = 640;
    private static final int BODY_POINTS = 16;
    private static final int TITLE_POINTS = 22;
    private static final int MARK_POINTS = 9;

    private final String title;
    private final List<PrintedLine> lines;
    private final String mark;

    public PrintedDraft(String title, ClauseTree tree) {
        this(title, tree, null);
    }

    /** @param mark a sentence on who took the text away, above it and on each sheet; null for none */
    public PrintedDraft(String title, ClauseTree tree, String mark) {
        this.title = title;
        this.mark = mark;
        this.lines = PrintedLine.of(tree);
    }

    public String text() {
        StringBuilder text = new StringBuilder(mark == null ? "" : mark + "\n\n")
                .append(title)
                .append("\n\n");
        for (PrintedLine line : lines) {
            text.append(line.isHeading() ? "\n" : "").append(line.text()).append('\n');
            text.append(line.isHeading() ? "\n" : "");
        }
        return text.toString();
    }

    /** @return the bytes of a docx */
    public byte[] word() {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            if (mark != null) {
                write(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), mark, MARK_POINTS);
            }
            write(paragraph(document, ParagraphAlignment.CENTER), title, TITLE_POINTS);
            XWPFTable table = null;
            for (PrintedLine line : lines) {
                if (line.kind() == ClauseKind.TABLE) {
                    table = row(document, table, line);
                    continue;
                }
                table = null;
                if (line.isHeading()) {
                    write(paragraph(document, ParagraphAlignment.CENTER), line.words(), BODY_POINTS);
                } else {
                    body(document, line);
                }
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        return paragraph;
    }

    private static void body(XWPFDocument document, PrintedLine line) {
        XWPFParagraph paragraph = paragraph(document, ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(TWO_CHARACTERS);
        if (!line.number().isEmpty()) {
            write(paragraph, line.number() + (line.words().isEmpty() ? "" : "　"), BODY_POINTS)
                    .setBold(true);
        }
        write(paragraph, line.words(), BODY_POINTS);
    }

    private static XWPFRun write(XWPFParagraph paragraph, String words, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontSize(points);
        run.setText(words);
        return run;
    }

    private static XWPFTable row(XWPFDocument document, XWPFTable table, PrintedLine line) {
        List<String> cells = Arrays.asList(CELLS.split(line.words(), -1));
        XWPFTable grown = table == null ? document.createTable(1, cells.size()) : table;
        XWPFTableRow row = table == null ? grown.getRow(0) : grown.createRow();
        for (int i = 0; i < cells.size(); i++) {
            (i < row.getTableCells().size() ? row.getCell(i) : row.createCell()).setText(cells.get(i));
        }
        return grown;
    }
}
