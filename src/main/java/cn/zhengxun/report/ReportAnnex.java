package cn.zhengxun.report;

import cn.zhengxun.suggestion.Suggestion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The annex as an xlsx: 汇总表 with one row for each submitted suggestion, and 统计表. Without names or contacts. */
class ReportAnnex {
    private static final List<String> COLUMNS =
            List.of("序号", "条款", "条款内容", "原话", "规范表述", "建议条文", "理由", "相同意见数", "提出人类别", "渠道", "站点", "专家意见", "等次", "备注");
    private static final List<Integer> WIDTHS = List.of(7, 16, 40, 50, 40, 40, 40, 10, 14, 12, 20, 40, 12, 24);

    /** The format's limit for one cell. */
    private static final int CELL = 32_767;

    private ReportAnnex() {}

    static byte[] of(ReportContent content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Zhengxun", "1.0")) {
            book.properties().setTitle(content.title() + "附件").setCompany(content.office());
            collation(book.newWorksheet("意见建议汇总表"), content);
            statistics(book.newWorksheet("统计表"), content.statistics());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void collation(Worksheet sheet, ReportContent content) {
        head(sheet, COLUMNS, WIDTHS);
        int row = 1;
        for (Entry entry : content.entries()) {
            Suggestion suggestion = entry.suggestion();
            sheet.value(row, 0, suggestion.number());
            text(sheet, row, 1, suggestion.clauseLabel());
            text(sheet, row, 2, suggestion.clauseText());
            text(sheet, row, 3, suggestion.original());
            text(
                    sheet,
                    row,
                    4,
                    entry.screening() == null ? null : entry.screening().normalised());
            text(sheet, row, 5, suggestion.proposed());
            text(sheet, row, 6, suggestion.reason());
            sheet.value(row, 7, entry.alike());
            text(sheet, row, 8, suggestion.identityCategory());
            text(sheet, row, 9, suggestion.channel().chinese());
            text(sheet, row, 10, entry.station());
            text(sheet, row, 11, entry.expertOpinion());
            text(sheet, row, 12, entry.grade().chinese());
            text(sheet, row, 13, remark(entry));
            row++;
        }
        if (row > 1) {
            sheet.range(1, 0, row - 1, COLUMNS.size() - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            sheet.setAutoFilter(0, 0, row - 1, COLUMNS.size() - 1);
        }
        sheet.freezePane(2, 1);
    }

    private static String remark(Entry entry) {
        String groups = entry.screening() == null
                ? ""
                : String.join(
                        "；",
                        entry.screening().groups().stream().map(g -> "归并：" + g).toList());
        return entry.suggestion().onBehalf() ? (groups.isEmpty() ? "代录" : groups + "；代录") : groups;
    }

    private static void statistics(Worksheet sheet, ReportStatistics figures) {
        head(sheet, List.of("分类", "项目", "数量", "统计口径"), List.of(14, 24, 10, 80));
        int row = 1;
        row = line(sheet, row, "总数", "征集", figures.collected(), ReportStatistics.COLLECTED_MEANS);
        row = line(sheet, row, "总数", "上报", figures.submitted(), ReportStatistics.SUBMITTED_MEANS);
        row = line(sheet, row, "上报等次", "重点报送", figures.key(), "");
        row = line(sheet, row, "上报等次", "一般报送", figures.general(), "");
        row = line(sheet, row, "上报等次", "附录原话", figures.appendix(), "");
        row = line(sheet, row, "未上报", "暂存复核", figures.held(), ReportStatistics.HELD_MEANS);
        row = line(sheet, row, "未上报", "转办", figures.routed(), ReportStatistics.ROUTED_MEANS);
        row = line(sheet, row, "参与", "提出意见的人（次）", figures.contributors(), "同一名信息员计一人；名录之外的人按每次提交计。");
        row = line(sheet, row, "参与", "发出邀请", figures.invited(), "向立法信息员发出的个人邀请。");
        row = line(sheet, row, "参与", "已答复", figures.answered(), "收到邀请后提交过意见的信息员。");
        row = lines(sheet, row, "征集意见按渠道", figures.byChannel());
        row = lines(sheet, row, "征集意见按站点", figures.byStation());
        row = lines(sheet, row, "征集意见按身份类别", figures.byCategory());
        lines(sheet, row, "征集意见按类型", figures.byKind());
    }

    private static int lines(Worksheet sheet, int row, String kind, Map<String, Integer> counts) {
        int next = row;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            next = line(sheet, next, kind, count.getKey(), count.getValue(), "");
        }
        return next;
    }

    private static int line(Worksheet sheet, int row, String kind, String item, int count, String means) {
        text(sheet, row, 0, kind);
        text(sheet, row, 1, item);
        sheet.value(row, 2, count);
        text(sheet, row, 3, means);
        return row + 1;
    }

    private static void head(Worksheet sheet, List<String> columns, List<Integer> widths) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column));
            sheet.width(column, widths.get(column));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("EDEDED")
                .set();
    }

    /** A text that a spreadsheet might run as a formula is defused with an apostrophe. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        String clean = OfficialPaper.writable(text);
        String safe = !clean.isEmpty() && "=+-@\t\n＝＋－＠".indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
        sheet.value(row, column, safe.length() > CELL ? safe.substring(0, CELL) : safe);
    }
}
