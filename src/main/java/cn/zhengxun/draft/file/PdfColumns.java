package cn.zhengxun.draft.file;

import java.util.ArrayList;
import java.util.List;

/** The gutter between two columns of a page, where it has one, as a gazette has. */
final class PdfColumns {
    private static final float GUTTER = 1.2f;
    private static final int FEWEST_ROWS = 10;
    private static final int FEWEST_CHARACTERS = 8;

    /** Of the text's width, how much stands on either side of a gutter at least; points between places to try. */
    private static final float MARGIN = 0.3f;

    private static final float STEP = 3;

    /** Of the rows, how many may run across: titles, running lines. */
    private static final double ACROSS = 0.3;

    /** Of a column's rows, how many must reach its right edge: a table's do not. */
    private static final double FULL = 0.4;

    static final PdfColumns NONE = new PdfColumns(Float.NaN);

    private final float gutter;

    private PdfColumns(float gutter) {
        this.gutter = gutter;
    }

    /** A part of a row without a wide gap. */
    private record Run(float left, float right, int characters, float size) {}

    /** @param before the columns of the page before, which go on where the page has too few rows to tell */
    static PdfColumns of(List<List<PdfGlyph>> rows, PdfColumns before) {
        List<List<Run>> runs = rows.stream().map(PdfColumns::runs).toList();
        PdfColumns own = rows.size() < FEWEST_ROWS ? NONE : of(runs);
        boolean goOn = own == NONE && before != NONE && across(runs, before.gutter) <= rows.size() * ACROSS;
        return goOn ? before : own;
    }

    private static PdfColumns of(List<List<Run>> rows) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        for (List<Run> row : rows) {
            left = Math.min(left, row.get(0).left());
            right = Math.max(right, row.get(row.size() - 1).right());
        }
        float from = left + MARGIN * (right - left);
        float to = right - MARGIN * (right - left);
        long whole = rows.stream()
                .filter(row -> row.stream().anyMatch(run -> run.left() < from && to < run.right()))
                .count();
        if (whole > rows.size() * ACROSS) {
            return NONE;
        }
        float best = Float.NaN;
        long fewest = Math.round(rows.size() * ACROSS);
        for (float x = from; x < to; x += STEP) {
            long across = across(rows, x);
            if (across < fewest) {
                fewest = across;
                best = x;
            }
        }
        return !Float.isNaN(best) && isGutter(rows, best) ? new PdfColumns(best) : NONE;
    }

    private static List<Run> runs(List<PdfGlyph> row) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= row.size(); i++) {
            boolean ends = i == row.size()
                    || row.get(i).x() - row.get(i - 1).right()
                            > GUTTER * row.get(i).size();
            if (ends) {
                PdfGlyph last = row.get(i - 1);
                runs.add(new Run(row.get(from).x(), last.right(), i - from, last.size()));
                from = i;
            }
        }
        return runs;
    }

    private static long across(List<List<Run>> rows, float x) {
        return rows.stream()
                .filter(row -> row.stream().anyMatch(run -> run.left() < x && x < run.right()))
                .count();
    }

    private static boolean isGutter(List<List<Run>> rows, float x) {
        List<Run> left = new ArrayList<>();
        List<Run> right = new ArrayList<>();
        for (List<Run> row : rows) {
            if (row.stream().noneMatch(run -> run.left() < x && x < run.right())) {
                row.stream().filter(run -> run.right() <= x).reduce((a, b) -> b).ifPresent(left::add);
                row.stream().filter(run -> run.left() >= x).reduce((a, b) -> b).ifPresent(right::add);
            }
        }
        return isColumn(left, rows.size()) && isColumn(right, rows.size());
    }

    private static boolean isColumn(List<Run> runs, int rows) {
        if (runs.size() < Math.max(FEWEST_ROWS / 2, rows * 0.3)) {
            return false;
        }
        double edge = runs.stream().mapToDouble(Run::right).max().orElse(0);
        long full =
                runs.stream().filter(run -> run.right() > edge - 2 * run.size()).count();
        int characters = runs.stream().mapToInt(Run::characters).sum();
        return full >= FULL * runs.size() && characters >= FEWEST_CHARACTERS * runs.size();
    }

    /** Whether the row stands in the columns rather than across them. */
    boolean divide(List<PdfGlyph> row) {
        return !Float.isNaN(gutter) && runs(row).stream().noneMatch(run -> run.left() < gutter && gutter < run.right());
    }

    List<PdfGlyph> leftOf(List<PdfGlyph> row) {
        return row.stream().filter(glyph -> glyph.x() < gutter).toList();
    }

    List<PdfGlyph> rightOf(List<PdfGlyph> row) {
        return row.stream().filter(glyph -> glyph.x() >= gutter).toList();
    }
}
