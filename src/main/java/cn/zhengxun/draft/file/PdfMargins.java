package cn.zhengxun.draft.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which edges the text of a page's column runs.
 *
 * @param size of the font that most of it is printed in
 * @param even whether lines are stretched to end at the right edge
 */
record PdfMargins(float left, float right, float size, boolean even) {
    /** Sizes of the font: an indent, a difference of indents. */
    static final float INDENTED = 1.2f;

    static final float STEP = 0.8f;

    private static final float CENTRED = 1.2f;

    /** How far from the edge a stretched line may end, and by how much what comes next may fail to fit. */
    static final float NEARLY = 0.7f;

    private static final float SLACK = 0.3f;

    private static final String NOT_AT_START = "，。；：、！？）》〉」』】〕”’,.;:!?)]…—";
    private static final String NOT_AT_END = "（《〈「『【〔“‘([";

    static float usualSize(List<PdfLine> lines) {
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

    /** Whether the line ends because it is full: what begins the next one did not fit. */
    boolean isFull(PdfLine line, String next) {
        float room = (right - line.right()) / Math.max(size, line.size());
        return room < (even ? NEARLY : unbroken(next) + SLACK);
    }

    /** @return how much of the words must stay together, in sizes of the font */
    private static float unbroken(String words) {
        int end = 0;
        float room = 0;
        while (end < words.length() && NOT_AT_END.indexOf(words.charAt(end)) >= 0) {
            end++;
            room++;
        }
        boolean latin = end < words.length() && isLatin(words.charAt(end));
        do {
            end++;
            room += latin ? 0.5f : 1;
        } while (latin && end < words.length() && isLatin(words.charAt(end)));
        while (end < words.length() && NOT_AT_START.indexOf(words.charAt(end)) >= 0) {
            end++;
            room++;
        }
        return room;
    }

    private static boolean isLatin(char c) {
        return c > ' ' && c < 0x250;
    }

    boolean isCentred(PdfLine line) {
        float before = line.left() - left;
        float after = right - line.right();
        return before > CENTRED * size && after > CENTRED * size && Math.abs(before - after) < CENTRED * size;
    }
}
