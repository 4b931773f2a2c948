package cn.zhengxun.directory;

import cn.zhengxun.directory.sheet.Finding;
import cn.zhengxun.directory.sheet.ReceivedCell;
import cn.zhengxun.directory.sheet.ReceivedSheet;
import cn.zhengxun.kernel.RuleViolation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the first sheet of an xlsx file of informants. */
final class InformantSheet {
    private static final int LONGEST_CELL = 1000;
    private static final Set<SheetColumn> DAYS = EnumSet.of(SheetColumn.JOINED, SheetColumn.TERM_ENDS);

    private final Map<Integer, SheetColumn> columns = new HashMap<>();
    private final List<SheetRow> rows = new ArrayList<>();

    private InformantSheet() {}

    /** @throws RuleViolation where the file as a whole cannot be read */
    static List<SheetRow> read(byte[] file) {
        InformantSheet sheet = new InformantSheet();
        ReceivedSheet.read(file, sheet::take);
        if (sheet.columns.isEmpty() || sheet.rows.isEmpty()) {
            throw new RuleViolation("文件里没有可导入的内容：第一张表要有表头和至少一行信息员。");
        }
        return sheet.rows;
    }

    private void take(List<ReceivedCell> filled, int line) {
        if (columns.isEmpty()) {
            headings(filled);
        } else {
            row(line, filled);
        }
    }

    private void headings(List<ReceivedCell> filled) {
        Map<Integer, String> headings = new HashMap<>();
        for (ReceivedCell cell : filled) {
            String heading = shown(cell);
            if (heading != null) {
                headings.put(cell.column(), heading);
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

    private void row(int line, List<ReceivedCell> filled) {
        Map<SheetColumn, String> texts = new EnumMap<>(SheetColumn.class);
        List<Finding> unreadable = new ArrayList<>();
        for (ReceivedCell cell : filled) {
            SheetColumn column = columns.get(cell.column());
            if (column == null) {
                if (shown(cell) != null) {
                    unreadable.add(new Finding("第" + (cell.column() + 1) + "列", "", "这一列没有表头，请删去格子里的内容，或移到对应的列。"));
                }
                continue;
            }
            String fault = fault(cell, column);
            if (fault != null) {
                unreadable.add(Finding.in(column.heading(), cell.raw(), fault));
            } else {
                String text = DAYS.contains(column) && cell.number() ? cell.day() : cell.plain();
                if (text != null) {
                    texts.put(column, text);
                }
            }
        }
        if (!texts.isEmpty() || !unreadable.isEmpty()) {
            rows.add(new SheetRow(line, texts, unreadable));
        }
    }

    /** What keeps the cell from being a value of this column; null where it is one. */
    private static String fault(ReceivedCell cell, SheetColumn column) {
        if (cell.fault() != null) {
            return cell.fault();
        }
        if (DAYS.contains(column) && cell.number() && cell.day() == null) {
            return "不是日期，请写成年-月-日，例如 2026-03-01。";
        }
        String text = cell.plain();
        return text != null && text.length() > LONGEST_CELL ? "内容超过 " + LONGEST_CELL + " 个字，请缩短。" : null;
    }

    /** Also what is no plain value says that something stands there. */
    private static String shown(ReceivedCell cell) {
        return cell.fault() == null ? cell.plain() : cell.raw();
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "……" : text;
    }
}
