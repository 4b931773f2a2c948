package cn.zhengxun.draft.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the margins of each column of each page. Left edges may differ between left and right pages; a page that shows
 * no edge of its own, as its lines are few or short, has that of the others.
 */
final class PdfEdges {
    private static final float SAME = 0.3f;
    private static final float NEIGHBOURS = 0.8f;
    private static final float LONG = 3;
    private static final float DEEPEST_INDENT = 6;
    private static final double MOST = 0.6;
    private static final double SHARE = 0.3;
    private static final int CLEAR = 5;
    private static final int FEW = 10;
    private static final int COLUMNS = 3;

    private final float size;
    private final Map<Integer, List<PdfLine>> places = new HashMap<>();
    private final Map<Integer, Float> lefts = new HashMap<>();
    private final Map<Integer, PdfMargins> margins = new HashMap<>();

    PdfEdges(List<PdfLine> lines) {
        this.size = PdfMargins.usualSize(lines);
        lines.forEach(line ->
                places.computeIfAbsent(place(line), p -> new ArrayList<>()).add(line));
        findLefts();
        Map<Boolean, Float> widths = widths();
        Map<Integer, Float> rights = new HashMap<>();
        places.forEach((place, there) -> rights.put(place, right(place, there, widths.get(isOne(place)))));
        boolean even = areEven(lines, rights);
        places.keySet()
                .forEach(place -> margins.put(place, new PdfMargins(lefts.get(place), rights.get(place), size, even)));
    }

    PdfMargins of(PdfLine line) {
        return margins.get(place(line));
    }

    /** Of most of the text, in points. */
    float size() {
        return size;
    }

    private static int place(PdfLine line) {
        return line.page() * COLUMNS + line.column();
    }

    /** Whether the page has one column there. */
    private static boolean isOne(int place) {
        return place % COLUMNS == 0;
    }

    /** Left and right pages, and the columns on each. */
    private static int kind(int place) {
        return place % (2 * COLUMNS);
    }

    private void findLefts() {
        Map<Integer, List<float[]>> ofKind = new HashMap<>();
        places.forEach((place, there) -> {
            float left = leftmost(sorted(there, false));
            lefts.put(place, left);
            ofKind.computeIfAbsent(kind(place), k -> new ArrayList<>()).add(new float[] {left, there.size()});
        });
        lefts.replaceAll((place, own) -> {
            float usual = smallestUsual(ofKind.get(kind(place)));
            boolean few = places.get(place).size() < FEW;
            boolean indented = own > usual + SAME * size && (few || own < usual + DEEPEST_INDENT * size);
            return indented ? usual : own;
        });
    }

    private static double[] sorted(List<PdfLine> lines, boolean right) {
        return lines.stream()
                .mapToDouble(line -> right ? line.right() : line.left())
                .sorted()
                .toArray();
    }

    /** @return the leftmost place that two lines begin at */
    private float leftmost(double[] places) {
        for (int i = 0; i + 1 < places.length; i++) {
            if (places[i + 1] - places[i] < SAME * size) {
                return (float) places[i];
            }
        }
        return (float) places[0];
    }

    /** @param weighted pairs of a left edge and how many lines have it */
    private float smallestUsual(List<float[]> weighted) {
        double all = weighted.stream().mapToDouble(one -> one[1]).sum();
        List<float[]> upward = new ArrayList<>(weighted);
        upward.sort((a, b) -> Float.compare(a[0], b[0]));
        for (float[] one : upward) {
            double same = upward.stream()
                    .filter(other -> other[0] >= one[0] && other[0] - one[0] < SAME * size)
                    .mapToDouble(other -> other[1])
                    .sum();
            if (same >= SHARE * all) {
                return one[0];
            }
        }
        return upward.get(0)[0];
    }

    /** @return how wide the text is, where there is one column and where there are two */
    private Map<Boolean, Float> widths() {
        Map<Boolean, List<Double>> ends = new HashMap<>();
        places.forEach((place, there) ->
                there.forEach(line -> ends.computeIfAbsent(isOne(place), one -> new ArrayList<>())
                        .add((double) line.right() - lefts.get(place))));
        Map<Boolean, Float> widths = new HashMap<>();
        ends.forEach((one, all) -> {
            double[] upward = all.stream().mapToDouble(end -> end).sorted().toArray();
            double edge = commonest(upward);
            widths.put(one, isClear(upward, edge) ? (float) edge : rightmost(upward));
        });
        return widths;
    }

    private float right(int place, List<PdfLine> there, float width) {
        double[] own = sorted(there, true);
        double edge = commonest(own);
        float usual = lefts.get(place) + width;
        long at =
                Arrays.stream(own).filter(r -> Math.abs(r - edge) < SAME * size).count();
        boolean trusted = isClear(own, edge) && (at >= CLEAR || Math.abs(edge - usual) < size);
        return trusted ? (float) edge : usual;
    }

    /** @return the rightmost place that two lines end at */
    private float rightmost(double[] ends) {
        for (int i = ends.length - 1; i > 0; i--) {
            if (ends[i] - ends[i - 1] < NEIGHBOURS * size) {
                return (float) ends[i];
            }
        }
        return (float) ends[ends.length - 1];
    }

    /** @return the place that most of the long lines end at */
    private double commonest(double[] ends) {
        double from = rightmost(ends) - LONG * size;
        double best = ends[ends.length - 1];
        int most = 0;
        int first = 0;
        for (int i = 0; i < ends.length; i++) {
            while (ends[i] - ends[first] > SAME * size) {
                first++;
            }
            if (ends[i] > from && i - first >= most) {
                most = i - first;
                best = ends[(first + i) / 2];
            }
        }
        return best;
    }

    private boolean isClear(double[] ends, double edge) {
        long at = Arrays.stream(ends)
                .filter(end -> Math.abs(end - edge) < SAME * size)
                .count();
        long longOnes =
                Arrays.stream(ends).filter(end -> end > edge - LONG * size).count();
        return at > 2 && at > MOST * longOnes;
    }

    /** Where lines are stretched, those that end a little before the edge are the last of a paragraph. */
    private boolean areEven(List<PdfLine> lines, Map<Integer, Float> rights) {
        List<PdfLine> nearlyFull = lines.stream()
                .filter(line -> {
                    float room = rights.get(place(line)) - line.right();
                    return room > PdfMargins.NEARLY * size && room < LONG * size;
                })
                .toList();
        long last = nearlyFull.stream()
                .filter(line -> PdfParagraphs.ENDING.matcher(line.text()).matches())
                .count();
        return last >= MOST * nearlyFull.size();
    }
}
