package cn.zhengxun.sheet;

import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * What people fill in: the headings of a table, and the page that says what goes into each column. Cells are texts, so that
 * no spreadsheet runs what somebody wrote as a formula, nor shortens a telephone number.
 */
public final class Template {
    private Template() {}

    /** @param from the first of its columns */
    public static void headings(Table<?> table, Worksheet sheet, int from) {
        for (Column column : table.all()) {
            int at = from + column.ordinal();
            sheet.width(at, column.width());
            sheet.style(at).format("@").wrapText(column.words()).set();
            sheet.inlineString(0, at, column.written());
            sheet.style(0, at).bold().format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    /** @param examples rows by column; what is not there stays empty */
    public static <C extends Enum<C> & Column> void help(
            Table<C> table, Workbook book, String lead, List<Map<C, String>> examples) {
        Worksheet help = book.newWorksheet("填写说明");
        help.width(0, 20);
        help.width(1, 100);
        int row = 0;
        help.inlineString(row++, 0, lead);
        for (C column : table.all()) {
            help.inlineString(row, 0, column.written());
            help.style(row, 0).bold().set();
            help.inlineString(row++, 1, column.explanation());
        }
        help.inlineString(++row, 0, "填写示例");
        help.style(row++, 0).bold().set();
        for (C column : table.all()) {
            help.inlineString(row, column.ordinal(), column.heading());
            for (int i = 0; i < examples.size(); i++) {
                help.inlineString(row + 1 + i, column.ordinal(), examples.get(i).getOrDefault(column, ""));
            }
        }
    }
}
