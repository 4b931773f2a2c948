package cn.zhengxun.directory;

import cn.zhengxun.kernel.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of an xlsx file of informants. The file is a stranger's: nothing in it is believed or run. */
final class InformantSheet {
    static final int MOST_CELLS = 200_000;
    private static final int LONGEST_CELL = 1000;
    private static final int LONGEST_NUMBER = 30;

    /** 9999-12-31, as a spreadsheet counts days. */
    private static final int LAST_DAY = 2_958_465;

    private static final Set<SheetColumn> DAYS = EnumSet.of(SheetColumn.JOINED, SheetColumn.TERM_ENDS);

    private final Map<Integer, SheetColumn> columns = new HashMap<>();
    private final List<SheetRow> rows = new ArrayList<>();
    private int cells;

    private InformantSheet() {}

    /** @throws RuleViolation where the file as a whole cannot be read */
    static List<SheetRow> read(byte[] file) {
        SheetArchive.require(file);
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, true));
                Stream<Row> lines = book.getFirstSheet().openStream()) {
            InformantSheet sheet = new InformantSheet();
            Iterator<Row> each = lines.iterator();
            while (each.hasNext()) {
                sheet.take(each.next());
            }
            if (sheet.columns.isEmpty() || sheet.rows.isEmpty()) {
                throw new RuleViolation("文件里没有可导入的内容：第一张表要有表头和至少一行信息员。");
            }
            return sheet.rows;
        } catch (RuleViolation refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // the reader's own exceptions quote cells, so only their kind is kept
            throw new RuleViolation(
                    "这个文件打不开，可能已损坏；请用表格软件打开后另存为 xlsx 再上传。（" + broken.getClass().getSimpleName() + "）");
        }
    }

    private void take(Row line) {
        List<Cell> filled = line.stream()
                .filter(cell -> cell != null && (cell.getType() != CellType.EMPTY))
                .toList();
        cells += filled.size();
        if (cells > MOST_CELLS) {
            throw new RuleViolation("文件超过 " + MOST_CELLS + " 个格子，请分成几个文件导入。");
        }
        if (columns.isEmpty()) {
            headings(filled);
        } else {
            row(line.getRowNum(), filled);
        }
    }

    private void headings(List<Cell> filled) {
        Map<Integer, String> headings = new HashMap<>();
        for (Cell cell : filled) {
            String heading = text(cell);
            if (heading != null) {
                headings.put(cell.getColumnIndex(), heading);
            }
        }
        if (headings.isEmpty()) {
            return;
        }
        List<String> faults = new ArrayList<>();
        headings.forEach((index, heading) -> SheetColumn.headed(heading)
                .ifPresentOrElse(
                        column -> {
                            if (columns.containsValue(column)) {
                                faults.add("“" + heading + "”列出现两次");
                            }
                            columns.put(index, column);
                        },
                        () -> faults.add("不认识“" + shortened(heading) + "”列")));
        String missing = Stream.of(SheetColumn.values())
                .filter(column -> !columns.containsValue(column))
                .map(SheetColumn::heading)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            faults.add("缺少" + missing + "列");
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation("表头不对："
                    + String.join("；", faults.subList(0, Math.min(20, faults.size())))
                    + "。请下载模板，按模板的表头填写。");
        }
    }

    private void row(int line, List<Cell> filled) {
        Map<SheetColumn, String> texts = new EnumMap<>(SheetColumn.class);
        List<Finding> unreadable = new ArrayList<>();
        for (Cell cell : filled) {
            SheetColumn column = columns.get(cell.getColumnIndex());
            if (column == null) {
                if (text(cell) != null) {
                    unreadable.add(
                            new Finding("第" + (cell.getColumnIndex() + 1) + "列", "", "这一列没有表头，请删去格子里的内容，或移到对应的列。"));
                }
                continue;
            }
            String fault = fault(cell, column);
            if (fault != null) {
                unreadable.add(Finding.in(column, cell.getRawValue(), fault));
            } else {
                String text = DAYS.contains(column) ? day(cell) : text(cell);
                if (text != null) {
                    texts.put(column, text);
                }
            }
        }
        if (!texts.isEmpty() || !unreadable.isEmpty()) {
            rows.add(new SheetRow(line, texts, unreadable));
        }
    }

    /** What keeps the cell from being a plain value; null where it is one. */
    private static String fault(Cell cell, SheetColumn column) {
        return switch (cell.getType()) {
            case FORMULA -> "格子里是公式，请改成公式算出的值。";
            case ERROR -> "格子里是错误值，请改成正确的内容。";
            case NUMBER -> {
                BigDecimal number = cell.asNumber();
                if (Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER
                        || Math.abs(number.scale()) > LONGEST_NUMBER) {
                    yield "数字太长，请核对。";
                }
                yield DAYS.contains(column) && day(cell) == null ? "不是日期，请写成年-月-日，例如 2026-03-01。" : null;
            }
            default -> {
                String text = text(cell);
                yield text != null && text.length() > LONGEST_CELL ? "内容超过 " + LONGEST_CELL + " 个字，请缩短。" : null;
            }
        };
    }

    /** A day kept as a number of days comes out as 2026-03-01; null where the number is none. */
    private static String day(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return text(cell);
        }
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

    private static String text(Cell cell) {
        String text = switch (cell.getType()) {
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "是" : "否";
            case STRING -> cell.asString();
            default -> cell.getRawValue();
        };
        String plain =
                text == null ? "" : text.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip();
        return plain.isEmpty() ? null : plain;
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "……" : text;
    }
}
