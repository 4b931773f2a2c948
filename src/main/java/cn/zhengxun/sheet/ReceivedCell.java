package cn.zhengxun.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * One filled cell.
 *
 * @param column from 0
 * @param text what stands in it, to the letter; null where a fault keeps it from being a plain value
 * @param day the day that a number stands for, such as 2026-03-01; null where it is no number or no day
 * @param number whether it holds a number rather than a text
 * @param raw as the file has it; may be null
 * @param fault what keeps it from being a plain value, as a Chinese sentence; null where it is one
 */
public record ReceivedCell(int column, String text, String day, boolean number, String raw, String fault) {
    private static final int LONGEST_NUMBER = 30;

    /** 9999-12-31, as a spreadsheet counts days. */
    private static final int LAST_DAY = 2_958_465;

    /** How xlsx writes a character that XML cannot hold, or could lose: _x000D_. */
    private static final Pattern ESCAPED = Pattern.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_");

    /** A cell of a plain text file. */
    public static ReceivedCell of(int column, String text) {
        return new ReceivedCell(column, text, null, false, text, null);
    }

    static ReceivedCell of(Cell cell) {
        String fault = fault(cell);
        boolean number = cell.getType() == CellType.NUMBER;
        return new ReceivedCell(
                cell.getColumnIndex(),
                fault == null ? text(cell) : null,
                number && fault == null ? day(cell) : null,
                number,
                cell.getRawValue(),
                fault);
    }

    /** With all spaces and line breaks as one space and none at the ends; null where nothing is left. */
    public String plain() {
        String plain =
                text == null ? "" : text.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip();
        return plain.isEmpty() ? null : plain;
    }

    private static String fault(Cell cell) {
        return switch (cell.getType()) {
            case FORMULA -> "格子里是公式，请改成公式算出的值。";
            case ERROR -> "格子里是错误值，请改成正确的内容。";
            case NUMBER -> {
                BigDecimal number = cell.asNumber();
                yield Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER
                                || Math.abs(number.scale()) > LONGEST_NUMBER
                        ? "数字太长，请核对。"
                        : null;
            }
            default -> null;
        };
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "是" : "否";
            case STRING -> unescaped(cell.asString());
            default -> cell.getRawValue();
        };
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(one ->
                                Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(one.group(1), 16))))
                : text;
    }

    private static String day(Cell cell) {
        double days = cell.asNumber().doubleValue();
        if (days < 1 || days > LAST_DAY) {
            return null;
        }
        try {
            return cell.asDate().toLocalDate().toString();
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException none) {
            return null;
        }
    }
}
