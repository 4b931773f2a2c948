package cn.zhengxun.suggestion.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** The record of a meeting as an office writes it. */
final class WordRecord {
    private final XWPFDocument document = new XWPFDocument();

    static WordRecord of(String... paragraphs) {
        return new WordRecord().then(paragraphs);
    }

    WordRecord then(String... paragraphs) {
        for (String paragraph : paragraphs) {
            document.createParagraph().createRun().setText(paragraph);
        }
        return this;
    }

    WordRecord table(String[]... rows) {
        XWPFTable table = document.createTable(rows.length, rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            for (int cell = 0; cell < rows[row].length; cell++) {
                String[] lines = rows[row][cell].split("\n");
                table.getRow(row).getCell(cell).setText(lines[0]);
                for (int line = 1; line < lines.length; line++) {
                    table.getRow(row).getCell(cell).addParagraph().createRun().setText(lines[line]);
                }
            }
        }
        return this;
    }

    byte[] bytes() {
        try (document;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
