package cn.zhengxun.evaluation;

import cn.zhengxun.adoption.OutcomeKind;
import cn.zhengxun.adoption.Strength;
import cn.zhengxun.collation.Decision;
import cn.zhengxun.collation.Grade;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SuggestionKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as xlsx. Words stand there as they are: a spreadsheet runs no formula from a text cell. */
class CaseSheet {
    private static final int LONGEST_CELL = 32_767;

    /** What XML cannot hold; a person's words may still carry it. */
    private static final String UNWRITABLE = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private static final Map<String, String> SUBJECTS =
            Map.of("intake", "受理", "plan", "方案", "collation", "梳理", "report", "报告", "outcomes", "采纳结果");

    private static final Map<String, String> DECISIONS =
            Map.of("accept", "受理", "decline", "不予受理", "approve", "通过", cn.zhengxun.consultation.Decision.RETURN, "退回");

    /** Columns that hold a stored word, and what people read instead. */
    private static final Map<String, UnaryOperator<String>> WORDS = Map.of(
            "类型", word -> SuggestionKind.valueOf(word).chinese(),
            "渠道", word -> Channel.valueOf(word).chinese(),
            "处理", word -> Decision.valueOf(word).chinese(),
            "等次", word -> Grade.valueOf(word).chinese(),
            "结果", word -> OutcomeKind.valueOf(word).chinese(),
            "符合程度", word -> Strength.valueOf(word).chinese(),
            "时限", CaseSheet::timing,
            "事项", word -> SUBJECTS.getOrDefault(word, word),
            "决定", word -> DECISIONS.getOrDefault(word, word));

    private CaseSheet() {}

    /** @param rows numbers, texts, booleans, dates and instants with offset, or null */
    static byte[] of(List<String> headings, List<List<Object>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Zhengxun", "1.0")) {
            Worksheet sheet = book.newWorksheet("表");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
                sheet.width(column, 18);
            }
            sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < headings.size(); column++) {
                    write(
                            sheet,
                            row + 1,
                            column,
                            headings.get(column),
                            rows.get(row).get(column));
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, String heading, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            String text = readable(heading, value).replaceAll(UNWRITABLE, "\uFFFD");
            sheet.value(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
        }
    }

    private static String readable(String heading, Object value) {
        if (value instanceof OffsetDateTime instant) {
            return Shanghai.minute(instant.toInstant());
        }
        if (value instanceof LocalDate date) {
            return Shanghai.date(date);
        }
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        UnaryOperator<String> word = WORDS.getOrDefault(heading, UnaryOperator.identity());
        return word.apply(value.toString());
    }

    private static String timing(String word) {
        return switch (word) {
            case "GRACE" -> "宽限期内";
            case "LATE" -> "逾期";
            default -> "按时";
        };
    }
}
