package cn.zhengxun.sheet;

import cn.zhengxun.kernel.RuleViolation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One file while it becomes rows, line by line from above. */
final class TableReading<C extends Enum<C> & Column> {
    private static final int LONGEST_CELL = 1000;
    private static final int LONGEST_HEADING = 20;
    private static final int MOST_FAULTS = 20;

    private final Table<C> table;
    private final Map<Integer, C> columns = new HashMap<>();
    private final Map<Integer, String> beside = new HashMap<>();
    private final List<SheetRow<C>> rows = new ArrayList<>();
    private boolean titled;

    TableReading(Table<C> table) {
        this.table = table;
    }

    void take(List<ReceivedCell> filled, int line) {
        if (columns.isEmpty()) {
            headings(filled);
        } else {
            row(line, filled);
        }
    }

    List<SheetRow<C>> rows() {
        if (columns.isEmpty() && titled) {
            throw new RuleViolation("第一张表里没有找到表头。请下载模板，按模板的表头填写。");
        }
        if (rows.isEmpty()) {
            throw new RuleViolation(table.empty());
        }
        return rows;
    }

    private void headings(List<ReceivedCell> filled) {
        Map<Integer, String> headings = new HashMap<>();
        filled.stream().filter(cell -> shown(cell) != null).forEach(cell -> headings.put(cell.column(), shown(cell)));
        long known = headings.values().stream()
                .filter(heading -> table.headed(heading).isPresent())
                .count();
        titled |= !headings.isEmpty();
        if (headings.isEmpty() || known < table.fewestHeadings()) {
            return;
        }
        List<String> faults = new ArrayList<>();
        headings.forEach((index, heading) -> heading(index, heading, faults));
        String missing = table.all().stream()
                .filter(column -> column.required() && !columns.containsValue(column))
                .map(Column::heading)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            faults.add("缺少" + missing + "列");
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation("表头不对："
                    + String.join("；", faults.subList(0, Math.min(MOST_FAULTS, faults.size())))
                    + "。请下载模板，按模板的表头填写。");
        }
    }

    private void heading(int index, String heading, List<String> faults) {
        C column = table.headed(heading).orElse(null);
        if (column == null) {
            beside.put(index, heading);
            if (!table.beside().contains(heading)) {
                faults.add("不认识“"
                        + (heading.length() > LONGEST_HEADING ? heading.substring(0, LONGEST_HEADING) + "……" : heading)
                        + "”列");
            }
        } else if (columns.containsValue(column)) {
            faults.add("“" + heading + "”列出现两次");
        } else {
            columns.put(index, column);
        }
    }

    private void row(int line, List<ReceivedCell> filled) {
        Map<C, String> texts = new EnumMap<>(table.columns());
        List<Finding> unreadable = new ArrayList<>();
        for (ReceivedCell cell : filled) {
            C column = columns.get(cell.column());
            if (column != null) {
                String fault = fault(cell, column);
                if (fault != null) {
                    unreadable.add(Finding.in(column.heading(), cell.raw(), fault));
                }
                String text = text(cell, column);
                if (text != null) {
                    texts.put(column, text);
                }
            } else if (!beside.containsKey(cell.column()) && shown(cell) != null) {
                unreadable.add(new Finding("第" + (cell.column() + 1) + "列", "", "这一列没有表头，请删去格子里的内容，或移到对应的列。"));
            }
        }
        if (!texts.isEmpty() || !unreadable.isEmpty()) {
            rows.add(new SheetRow<>(line, texts, unreadable));
        }
    }

    /** What keeps the cell from being a value of this column; null where it is one. */
    private static String fault(ReceivedCell cell, Column column) {
        if (cell.fault() != null) {
            return cell.fault();
        }
        if (column.day() && cell.number() && cell.day() == null) {
            return "不是日期，请写成年-月-日，例如 2026-03-01。";
        }
        String text = cell.plain();
        return !column.words() && text != null && text.length() > LONGEST_CELL
                ? "内容超过 " + LONGEST_CELL + " 个字，请缩短。"
                : null;
    }

    private static String text(ReceivedCell cell, Column column) {
        if (column.day() && cell.day() != null) {
            return cell.day();
        }
        return cell.fault() == null && column.words() && cell.plain() != null ? cell.text() : shown(cell);
    }

    /** What is no plain value also says that something stands there. */
    private static String shown(ReceivedCell cell) {
        return cell.fault() == null ? cell.plain() : cell.raw();
    }
}
