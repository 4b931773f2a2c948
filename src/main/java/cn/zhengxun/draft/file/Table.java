package cn.zhengxun.draft.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table, which either states something (rows) or merely lays out a draft: one cell to a row, a number beside its
 * article, or an article beside what explains it or what it replaces.
 */
final class Table {
    private static final Pattern NEW = Pattern.compile("(修改|修订|修正|调整|变更)(后|稿|草案|建议)|草案|征求意见稿|送审稿|拟");
    private static final Pattern OLD = Pattern.compile("(修改|修订|修正|调整|变更)前|现行|原");

    private final int articlesBefore;
    private final List<List<List<Printed>>> rows = new ArrayList<>();
    private List<List<Printed>> row = new ArrayList<>();
    private List<Printed> cell = new ArrayList<>();
    private boolean dropped;

    /** @param articlesBefore the highest number of an article above the table */
    Table(int articlesBefore) {
        this.articlesBefore = articlesBefore;
    }

    void add(Printed paragraph) {
        if (!paragraph.isBlank()) {
            cell.add(paragraph);
        }
    }

    void endCell() {
        row.add(cell);
        cell = new ArrayList<>();
    }

    void dropRow() {
        dropped = true;
    }

    void endRow() {
        if (!cell.isEmpty()) {
            endCell();
        }
        if (!dropped && row.stream().anyMatch(one -> !one.isEmpty())) {
            rows.add(row);
        }
        row = new ArrayList<>();
        cell = new ArrayList<>();
        dropped = false;
    }

    /** @param beside takes what stands beside the articles */
    List<Printed> printed(List<Printed> beside) {
        endRow();
        List<Printed> printed = new ArrayList<>();
        if (rows.stream().allMatch(one -> filled(one) == 1)) {
            rows.forEach(one -> one.forEach(printed::addAll));
            return printed;
        }
        int column = columnOfArticles();
        boolean begun = false;
        for (List<List<Printed>> one : rows) {
            TimeLimit.check();
            begun |= column >= 0 && numberIn(one, column) > 0;
            if (column < 0) {
                printed.add(new Printed(joined(one), true));
            } else if (filled(one) == 1) {
                one.forEach(printed::addAll);
            } else if (begun) {
                articles(one, column, printed, beside);
            } else {
                beside.add(new Printed(joined(one), true));
            }
        }
        return printed;
    }

    private static long filled(List<List<Printed>> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).count();
    }

    private static String joined(List<List<Printed>> row) {
        return String.join(" | ", row.stream().map(Table::words).toList());
    }

    private static String words(List<Printed> cell) {
        return String.join(" ", cell.stream().map(Printed::text).toList());
    }

    private void articles(List<List<Printed>> row, int column, List<Printed> printed, List<Printed> beside) {
        List<Printed> cell = column < row.size() ? row.get(column) : List.of();
        boolean numbered = cell.size() == 1 && Articles.isBareNumber(cell.get(0).text()) && row.size() > column + 1;
        List<List<Printed>> others = new ArrayList<>(row);
        if (numbered) {
            List<Printed> text = row.get(column + 1);
            printed.add(new Printed(
                    cell.get(0).text() + " "
                            + (text.isEmpty() ? "" : text.get(0).text()),
                    false));
            printed.addAll(text.subList(Math.min(1, text.size()), text.size()));
            others.set(column + 1, List.of());
        } else {
            printed.addAll(cell);
        }
        if (column < row.size()) {
            others.set(column, List.of());
        }
        if (filled(others) > 0) {
            others.removeIf(List::isEmpty);
            beside.add(new Printed(label(cell) + joined(others), true));
        }
    }

    private static String label(List<Printed> cell) {
        if (cell.isEmpty()) {
            return "";
        }
        String first = cell.get(0).text().strip();
        return Articles.numberIn(first) > 0 ? first.substring(0, first.indexOf('条') + 1) + " | " : "";
    }

    private static int numberIn(List<List<Printed>> row, int column) {
        return column < row.size()
                ? row.get(column).stream()
                        .mapToInt(paragraph -> Articles.numberIn(paragraph.text()))
                        .filter(number -> number > 0)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    /** @return the column that the draft stands in, -1 where the table holds none */
    private int columnOfArticles() {
        List<Integer> columns = new ArrayList<>();
        int widest = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < widest; column++) {
            if (holdsArticles(column)) {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            return -1;
        }
        List<Integer> notOld =
                columns.stream().filter(c -> !OLD.matcher(headOf(c)).find()).toList();
        return columns.stream()
                .filter(c -> NEW.matcher(headOf(c)).find() && notOld.contains(c))
                .findFirst()
                .orElseGet(() -> {
                    List<Integer> left = notOld.isEmpty() ? columns : notOld;
                    return left.get(left.size() - 1);
                });
    }

    private String headOf(int column) {
        for (List<List<Printed>> one : rows) {
            if (filled(one) > 1) {
                return column < one.size() ? words(one.get(column)) : "";
            }
        }
        return "";
    }

    /** Articles rise from row to row and go on from those above; numbers that are merely cited do neither. */
    private boolean holdsArticles(int column) {
        int last = articlesBefore;
        int count = 0;
        for (List<List<Printed>> one : rows) {
            TimeLimit.check();
            if (column >= one.size()) {
                continue;
            }
            for (Printed paragraph : one.get(column)) {
                int number = paragraph.row() ? 0 : Articles.numberIn(paragraph.text());
                if (number > 0 && number < last) {
                    return false;
                }
                count += number > 0 ? 1 : 0;
                last = number > 0 ? number : last;
            }
        }
        return count > 1 && last > articlesBefore || count == 1 && last == articlesBefore + 1;
    }
}
