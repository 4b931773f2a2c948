package cn.zhengxun.collation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the 汇总表 as xlsx. */
final class CollationSheet {
    /** What a cell can hold is 32,767 characters. */
    private static final int LONGEST_CELL = 32_000;

    private static final List<String> HEADINGS =
            List.of("序号", "条款", "条文", "原话", "规范表述", "理由", "相同意见数", "提出人类别", "渠道", "联络站点", "专家意见", "等次", "备注");
    private static final int[] WIDTHS = {6, 16, 40, 50, 40, 30, 10, 14, 10, 20, 50, 10, 40};

    private CollationSheet() {}

    /** @param mark a sentence below the rows and at the foot of each printed sheet; null for none */
    static byte[] write(List<TableRow> rows, String mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Zhengxun", "1.0")) {
            Worksheet sheet = book.newWorksheet("意见汇总表");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(0, 0, 0, HEADINGS.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int line = 1;
            for (TableRow row : rows) {
                line(sheet, line++, row);
            }
            if (mark != null) {
                sheet.value(line + 1, 0, mark);
                sheet.footer(mark, Position.CENTER);
            }
            if (!rows.isEmpty()) {
                sheet.range(1, 0, rows.size(), HEADINGS.size() - 1)
                        .style()
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private static void line(Worksheet sheet, int line, TableRow row) {
        if (row.number() != null) {
            sheet.value(line, 0, row.number());
        }
        sheet.value(line, 1, plain(row.clause()));
        sheet.value(line, 2, plain(row.clauseText()));
        sheet.value(line, 3, plain(row.original()));
        sheet.value(line, 4, plain(row.normalised()));
        sheet.value(line, 5, plain(row.reason()));
        sheet.value(line, 6, row.alike());
        sheet.value(line, 7, plain(row.category()));
        sheet.value(line, 8, plain(row.channel()));
        sheet.value(line, 9, plain(row.station()));
        sheet.value(line, 10, plain(row.note()));
        sheet.value(line, 11, plain(row.grade()));
        sheet.value(line, 12, plain(row.remark()));
    }

    /** A spreadsheet must never take what somebody wrote for a formula. */
    static String plain(String text) {
        String fitting = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "……（全文见系统）" : text;
        return !fitting.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(fitting.charAt(0)) >= 0 ? "'" + fitting : fitting;
    }
}
