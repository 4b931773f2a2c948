package cn.zhengxun.report;

import cn.zhengxun.report.OfficialPaper.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** The stored docx read back for the screen, so that what is shown is what is signed. */
class ReportPreview {

    /** A paragraph, or a table where rows is not empty; the first row is its head. */
    record Block(Style style, String text, List<List<String>> rows) {}

    private ReportPreview() {}

    static List<Block> of(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<Block> blocks = new ArrayList<>();
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph
                        && !paragraph.getText().isBlank()) {
                    blocks.add(new Block(style(paragraph.getStyle()), paragraph.getText(), List.of()));
                } else if (element instanceof XWPFTable table) {
                    blocks.add(new Block(Style.CELL, "", rows(table)));
                }
            }
            return blocks;
        }
    }

    private static List<List<String>> rows(XWPFTable table) {
        return table.getRows().stream()
                .map(row ->
                        row.getTableCells().stream().map(XWPFTableCell::getText).toList())
                .toList();
    }

    private static Style style(String id) {
        return Arrays.stream(Style.values())
                .filter(style -> style.id().equals(id))
                .findFirst()
                .orElse(Style.BODY);
    }
}
