package cn.zhengxun.suggestion.offline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the empty table of a meeting's record: its head, and below it a row for each statement. */
final class RecordWorkbook {
    private static final List<String> HEAD = List.of("时间", "地点", "站点", "主持人", "解读人", "记录人", "参加人员");
    private static final List<String> HINTS = List.of(
            "例如 2026年11月20日 14:00—16:00",
            "例如 人民广场街道办事处三楼会议室",
            "名录里的站点全名，不在站点开的不填",
            "",
            "",
            "",
            "按类别写人数，例如 居民12人、经营者5人");
    private static final Map<String, Integer> WIDTHS = Map.of(
            StatementColumns.SPEAKER, 14,
            StatementColumns.CATEGORY, 14,
            StatementColumns.CONTACT, 16,
            StatementColumns.CLAUSE, 12,
            StatementColumns.KIND, 12,
            StatementColumns.WORDS, 60,
            StatementColumns.PROPOSED, 40,
            StatementColumns.REASON, 40);

    /** Rows that offer choices. */
    private static final int PREPARED = 300;

    private RecordWorkbook() {}

    /** @param categories who the draft tells apart */
    static void template(OutputStream out, List<String> categories) throws IOException {
        try (Workbook book = new Workbook(out, "Zhengxun", "1.0")) {
            Worksheet sheet = book.newWorksheet("座谈会");
            List<String> columns = StatementColumns.ALL;
            for (int i = 0; i < columns.size(); i++) {
                sheet.width(i, WIDTHS.get(columns.get(i)));
                sheet.style(i)
                        .format("@")
                        .wrapText(i >= columns.indexOf(StatementColumns.WORDS))
                        .set();
            }
            for (int i = 0; i < HEAD.size(); i++) {
                sheet.inlineString(i, 0, HEAD.get(i));
                sheet.style(i, 0).bold().format("@").set();
            }
            for (int i = 0; i < columns.size(); i++) {
                sheet.inlineString(HEAD.size(), i, columns.get(i));
                sheet.style(HEAD.size(), i).bold().format("@").set();
            }
            choices(sheet, columns.indexOf(StatementColumns.CATEGORY), book.newWorksheet("身份类别"), categories);
            Worksheet help = book.newWorksheet("填写说明");
            help.width(0, 16);
            help.width(1, 90);
            help.inlineString(0, 0, "在“座谈会”表里先填上面几行（填在右边的格子里），再从表头下一行起每行写一条发言，照原话写。");
            for (int i = 0; i < HEAD.size(); i++) {
                help.inlineString(i + 1, 0, HEAD.get(i));
                help.inlineString(i + 1, 1, HINTS.get(i));
            }
            int row = HEAD.size() + 1;
            help.inlineString(row, 0, StatementColumns.CLAUSE);
            help.inlineString(row, 1, "12、12.2、第十二条第二款都可以；对整部草案的意见不填。");
            help.inlineString(row + 1, 0, StatementColumns.SPEAKER);
            help.inlineString(row + 1, 1, "不愿留名的写“匿名甲”“匿名乙”；同一个人的几条写得一样，就合成一张回执。");
            help.inlineString(row + 2, 0, StatementColumns.CATEGORY);
            help.inlineString(row + 2, 1, "从下拉列表里选；都不合适的，照本人说的写，最多40个字。");
        }
    }

    /** A hint, no wall: what else is written is the person's own word for it. */
    private static void choices(Worksheet sheet, int column, Worksheet list, List<String> categories) {
        list.width(0, 30);
        for (int i = 0; i < categories.size(); i++) {
            list.inlineString(i, 0, categories.get(i));
        }
        sheet.range(HEAD.size() + 1, column, HEAD.size() + PREPARED, column)
                .validateWithList(list.range(0, 0, categories.size() - 1, 0))
                .showErrorMessage(false);
    }
}
