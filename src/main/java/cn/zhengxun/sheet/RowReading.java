package cn.zhengxun.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row while its cells become values, and what is wrong with them; the first fault of a cell is enough. */
public final class RowReading<C extends Enum<C> & Column> {
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final Table<C> table;
    private final SheetRow<C> row;
    private final List<Finding> faults;

    public RowReading(Table<C> table, SheetRow<C> row) {
        this.table = table;
        this.row = row;
        this.faults = new ArrayList<>(row.unreadable());
    }

    /** Null for an empty cell, and for one that holds no plain value. */
    public String text(C column) {
        return has(row.unreadable(), column) ? null : row.cell(column);
    }

    /** Null for an empty cell; one that holds no day is a fault. */
    public LocalDate day(C column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Matcher day = DAY.matcher(text.replace(" ", ""));
        try {
            if (day.matches()) {
                return LocalDate.of(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            }
        } catch (DateTimeException none) {
            // told below, together with what is no date at all
        }
        fault(column, "不是有效的日期，请写成年-月-日，例如 2026-03-01。");
        return null;
    }

    /** @param kept what an empty cell means */
    public boolean yes(C column, boolean kept) {
        String text = text(column);
        if (text != null && !text.equals("是") && !text.equals("否")) {
            fault(column, "只能填“是”或“否”。");
        }
        return text == null ? kept : text.equals("是");
    }

    public void fault(C column, String sentence) {
        if (!faulty(column)) {
            faults.add(Finding.in(column.heading(), row.cell(column), sentence));
        }
    }

    /** One of several things in a cell. */
    public void faultOf(C column, String value, String sentence) {
        faults.add(Finding.in(column.heading(), value, sentence));
    }

    public boolean faulty(C column) {
        return has(faults, column);
    }

    private static boolean has(List<Finding> faults, Column column) {
        return faults.stream().anyMatch(fault -> fault.column().equals(column.heading()));
    }

    public boolean sound() {
        return faults.isEmpty();
    }

    /** In the order of the columns. */
    public List<Finding> faults() {
        return faults.stream()
                .sorted(Comparator.comparing(fault ->
                        table.headed(fault.column()).map(Column::ordinal).orElse(Integer.MAX_VALUE)))
                .toList();
    }
}
