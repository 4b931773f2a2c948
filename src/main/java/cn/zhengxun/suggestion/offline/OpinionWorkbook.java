package cn.zhengxun.suggestion.offline;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.Template;
import cn.zhengxun.sheet.WaitingRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the table that is read back: empty as a template, or with the rows that have to be mended. Every cell is a text
 * cell, so that no spreadsheet runs what somebody wrote as a formula, nor shortens a telephone number.
 */
final class OpinionWorkbook {
    /** Rows that offer choices and keep the format of texts. */
    private static final int PREPARED = 1000;

    private static final int FIRST_WORDS = 40;

    /** What would be read as an escaped character has its own underscore escaped. */
    private static final Pattern LIKE_ESCAPED = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");

    private static final List<Map<OpinionColumn, String>> EXAMPLES = List.of(
            Map.of(
                    OpinionColumn.CHANNEL,
                    "走访",
                    OpinionColumn.SAID_ON,
                    "2026-11-20",
                    OpinionColumn.NAME,
                    "示例甲",
                    OpinionColumn.CLAUSE,
                    "12.2",
                    OpinionColumn.KIND,
                    "实质修改",
                    OpinionColumn.ORIGINAL,
                    "小饭馆人手少，提醒贴在墙上就行，别要求每桌都说一遍。",
                    OpinionColumn.CONFIRMED,
                    "是",
                    OpinionColumn.PROCESSING,
                    "是"),
            Map.of(
                    OpinionColumn.CHANNEL,
                    "电话代录",
                    OpinionColumn.SAID_ON,
                    "2026-11-21",
                    OpinionColumn.CLAUSE,
                    "整体",
                    OpinionColumn.ORIGINAL,
                    "这个法早该有了。",
                    OpinionColumn.PROCESSING,
                    "是"));

    private OpinionWorkbook() {}

    /** @param stations and categories that may be chosen; @param clauses of the draft that is consulted on */
    static void template(OutputStream out, List<String> stations, List<String> categories, ClauseNumbers clauses)
            throws IOException {
        try (Workbook book = new Workbook(out, "Zhengxun", "1.0")) {
            Worksheet sheet = book.newWorksheet("线下意见");
            Template.headings(OpinionColumn.TABLE, sheet, 0);
            Template.help(
                    OpinionColumn.TABLE,
                    book,
                    "在“线下意见”表里从第二行起每行填一条意见，带 * 的必填，表头不要改动。同一个人的几条分几行写，姓名和联系方式写得一样，就合成一张回执。",
                    EXAMPLES);
            clauses(book.newWorksheet("条款对照"), clauses);
            choices(
                    sheet,
                    book.newWorksheet("选项"),
                    Map.of(OpinionColumn.STATION, stations, OpinionColumn.CATEGORY, categories));
        }
    }

    /** The rows as they were read, each with its line and what is wrong before it. */
    static void faults(OutputStream out, List<WaitingRow<OpinionColumn>> lines) throws IOException {
        try (Workbook book = new Workbook(out, "Zhengxun", "1.0")) {
            Worksheet sheet = book.newWorksheet("待改的行");
            sheet.inlineString(0, 0, OpinionColumn.LINE_HEADING);
            sheet.inlineString(0, 1, OpinionColumn.FAULT_HEADING);
            sheet.width(0, 12);
            sheet.width(1, 60);
            sheet.style(0, 0).bold().set();
            sheet.style(0, 1).bold().set();
            Template.headings(OpinionColumn.TABLE, sheet, 2);
            int row = 1;
            for (WaitingRow<OpinionColumn> line : lines) {
                sheet.value(row, 0, String.valueOf(line.line()));
                sheet.value(row, 1, escaped(sentences(line.findings())));
                sheet.style(row, 1).wrapText(true).set();
                for (OpinionColumn column : OpinionColumn.values()) {
                    String text = line.row().cell(column);
                    if (text != null) {
                        // as a shared text, which alone keeps spaces at its ends
                        sheet.value(row, column.ordinal() + 2, escaped(text));
                        sheet.style(row, column.ordinal() + 2)
                                .format("@")
                                .wrapText(column.words())
                                .set();
                    }
                }
                row++;
            }
        }
    }

    private static String sentences(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.column() + "：" + finding.sentence())
                .collect(Collectors.joining("\n"));
    }

    /** What may be written for each clause, beside how it begins. */
    private static void clauses(Worksheet sheet, ClauseNumbers clauses) {
        sheet.width(0, 12);
        sheet.width(1, 30);
        sheet.width(2, 80);
        sheet.inlineString(0, 0, "写法");
        sheet.inlineString(0, 1, "条款");
        sheet.inlineString(0, 2, "开头的字");
        int row = 1;
        for (Clause clause : clauses.choices()) {
            sheet.value(row, 0, clauses.code(clause));
            sheet.value(row, 1, clause.label());
            sheet.value(row++, 2, escaped(clauses.firstWords(clause, FIRST_WORDS)));
        }
        sheet.freezePane(0, 1);
    }

    private static void choices(Worksheet sheet, Worksheet lists, Map<OpinionColumn, List<String>> own) {
        for (OpinionColumn column : OpinionColumn.values()) {
            List<String> offered = own.getOrDefault(column, column.choices());
            if (offered.isEmpty()) {
                continue;
            }
            int at = column.ordinal();
            for (int i = 0; i < offered.size(); i++) {
                lists.value(i, at, escaped(offered.get(i)));
            }
            Range cells = sheet.range(1, at, PREPARED, at);
            // a hint, no wall: what else is written is judged when the file is read
            cells.validateWithList(lists.range(0, at, offered.size() - 1, at))
                    .errorStyle(DataValidationErrorStyle.WARNING)
                    .errorTitle(column.heading())
                    .error("请从下拉列表中选择。")
                    .showErrorMessage(true);
        }
    }

    private static String escaped(String text) {
        return LIKE_ESCAPED.matcher(text).replaceAll("_x005F_$1");
    }
}
