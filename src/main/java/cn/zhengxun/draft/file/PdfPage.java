package cn.zhengxun.draft.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page's lines in reading order: of two columns first the left one.
 *
 * @param index from 0
 */
record PdfPage(int index, List<PdfLine> lines, PdfColumns columns) {

    /** Of the size, how far baselines of one line may lie apart: raised figures, mixed fonts. */
    private static final float ONE_LINE = 0.4f;

    /** Glyphs so many times as large as the text they lie upon are a watermark. */
    static final float WATERMARK = 2.2f;

    /** @param before the page before it, whose columns go on; null for none */
    static PdfPage of(int index, List<PdfGlyph> glyphs, PdfPage before) {
        List<List<PdfGlyph>> rows = rows(glyphs);
        List<PdfLine> lines = new ArrayList<>();
        PdfColumns columns = PdfColumns.of(rows, before == null ? PdfColumns.NONE : before.columns);
        List<PdfLine> right = new ArrayList<>();
        for (List<PdfGlyph> row : rows) {
            TimeLimit.check();
            if (!columns.divide(row)) {
                lines.addAll(right);
                right.clear();
                lines.add(PdfLine.of(index, 0, row));
                continue;
            }
            List<PdfGlyph> leftOnes = columns.leftOf(row);
            List<PdfGlyph> rightOnes = columns.rightOf(row);
            if (!leftOnes.isEmpty()) {
                lines.add(PdfLine.of(index, 1, leftOnes));
            }
            if (!rightOnes.isEmpty()) {
                right.add(PdfLine.of(index, 2, rightOnes));
            }
        }
        lines.addAll(right);
        return new PdfPage(index, lines, columns);
    }

    /** @return the glyphs of each line from left to right, without blank and repeated ones */
    private static List<List<PdfGlyph>> rows(List<PdfGlyph> glyphs) {
        List<PdfGlyph> down = new ArrayList<>(glyphs);
        down.sort(Comparator.comparingDouble(PdfGlyph::y));
        List<List<PdfGlyph>> rows = new ArrayList<>();
        float baseline = 0;
        float size = 0;
        for (PdfGlyph glyph : down) {
            boolean sameRow = !rows.isEmpty() && glyph.y() - baseline <= ONE_LINE * Math.max(size, glyph.size());
            if (!sameRow) {
                rows.add(new ArrayList<>());
                baseline = glyph.y();
                size = glyph.size();
            }
            rows.get(rows.size() - 1).add(glyph);
        }
        float usual = usualSize(down);
        rows.replaceAll(row -> arranged(row, usual));
        rows.removeIf(List::isEmpty);
        return rows;
    }

    private static float usualSize(List<PdfGlyph> glyphs) {
        Map<Integer, Integer> counts = new HashMap<>();
        glyphs.stream()
                .filter(glyph -> !glyph.isBlank())
                .forEach(glyph -> counts.merge(Math.round(glyph.size() * 2), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey() / 2f)
                .orElse(1f);
    }

    private static List<PdfGlyph> arranged(List<PdfGlyph> row, float usual) {
        List<PdfGlyph> along = new ArrayList<>(row);
        if (along.stream().anyMatch(glyph -> glyph.size() <= WATERMARK * usual)) {
            along.removeIf(glyph -> glyph.size() > WATERMARK * usual);
        }
        along.sort(Comparator.comparingDouble(PdfGlyph::x));
        List<PdfGlyph> once = new ArrayList<>();
        boolean spaced = false;
        for (PdfGlyph glyph : along) {
            if (glyph.isBlank()) {
                spaced = true;
                continue;
            }
            boolean again = false;
            for (int i = once.size() - 1; i >= Math.max(0, once.size() - 3) && !again; i--) {
                again = glyph.repeats(once.get(i));
            }
            if (!again) {
                once.add(spaced ? glyph.behindSpace() : glyph);
                spaced = false;
            }
        }
        return once;
    }
}
