package cn.zhengxun.draft.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which edges the text of a page's column runs.
 *
 * @param size of the font that most of it is printed in
 */
record PdfMargins(float left, float right, float size) {
    /** Sizes of the font: an indent, a difference of indents, how far a full line may end before the edge. */
    static final float INDENTED = 1.2f;

    static final float STEP = 0.8f;
    private static final float FULL = 2.3f;
    private static final float CENTRED = 1.2f;
    private static final int FEWEST_LINES = 6;

    /** @param usual of the whole text, for columns of few lines; null where there is no other */
    static PdfMargins of(List<PdfLine> lines, PdfMargins usual) {
        if (lines.isEmpty()) {
            return new PdfMargins(0, 0, 1);
        }
        float size = usualSize(lines);
        double[] lefts = lines.stream().mapToDouble(PdfLine::left).sorted().toArray();
        double[] rights = lines.stream().mapToDouble(PdfLine::right).sorted().toArray();
        float left = (float) lefts[0];
        for (int i = 0; i + 1 < lefts.length; i++) {
            if (lefts[i + 1] - lefts[i] < 0.3 * size) {
                left = (float) lefts[i];
                break;
            }
        }
        float right = (float) rights[rights.length - 1];
        for (int i = rights.length - 1; i > 0; i--) {
            if (rights[i] - rights[i - 1] < 0.8 * size) {
                right = (float) rights[i];
                break;
            }
        }
        boolean few = usual != null && lines.size() < FEWEST_LINES;
        return few
                ? new PdfMargins(Math.min(left, usual.left), Math.max(right, usual.right), size)
                : new PdfMargins(left, right, size);
    }

    private static float usualSize(List<PdfLine> lines) {
        Map<Integer, Integer> counts = new HashMap<>();
        lines.forEach(
                line -> counts.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> Math.max(most.getKey(), 1) / 2f)
                .orElse(1f);
    }

    /** How far the line begins from the edge, in sizes of the font. */
    float indent(PdfLine line) {
        return (line.left() - left) / size;
    }

    boolean isFull(PdfLine line) {
        return right - line.right() < FULL * Math.max(size, line.size());
    }

    boolean isCentred(PdfLine line) {
        float before = line.left() - left;
        float after = right - line.right();
        return before > CENTRED * size && after > CENTRED * size && Math.abs(before - after) < CENTRED * size;
    }
}
