package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Joins printed lines to paragraphs, by what a reader goes by: indents, short last lines, gaps, sizes, and numbers. */
final class PdfParagraphs {
    private static final String NUMERALS = "0-9０-９〇零一二三四五六七八九十百千";

    private static final Pattern OPENING = Pattern.compile("[【〔〖\\[]?第 ?[" + NUMERALS + " ]{1,12} ?(分编|编|章|节|条)(?!第).*"
            + "|[（(] ?[" + NUMERALS + "]{1,5} ?[）)].*|[一二三四五六七八九十]{1,3} ?、.*|[0-9０-９]{1,3} ?[.．、](?![0-9０-９]).*|[①-⑳].*"
            + "|附[件录表]?[0-9一二三四五六七八九十]{0,3}([:：].*)?|目 ?录");

    static final Pattern ENDING = Pattern.compile(".*[。；;：:！？!?][”’」』）)]?");
    private static final Pattern GOES_ON = Pattern.compile("但|其中|并|同时");
    private static final Pattern LEADERS = Pattern.compile(".*([.．·…•‥]\\s?){4,}[（(]?[0-9０-９]{1,4}[）)]?");
    private static final Pattern CONTENTS =
            Pattern.compile("第[" + NUMERALS + "]{1,8}(编|分编|章|节|条)[^。；，]{1,60} [0-9]{1,4}");

    /** Of how often the most frequent distance of lines occurs, how often the usual one does at least. */
    private static final double OFTEN = 0.25;

    /** Of all lines, how many are indented or stand apart where paragraphs do. */
    private static final double INDENTED = 0.1;

    /** Characters that a note in brackets has at most. */
    private static final int LONGEST_NOTE = 1_500;

    private final List<PdfLine> lines;
    private final PdfEdges edges;
    private final float pitch;
    private final boolean indents;
    private final boolean gaps;

    PdfParagraphs(List<PdfLine> lines) {
        this.lines = lines;
        this.edges = new PdfEdges(lines);
        this.pitch = usualPitch();
        this.indents = lines.stream().filter(this::isIndented).count() > INDENTED * lines.size();
        this.gaps = IntStream.range(0, lines.size()).filter(this::standsApart).count() > INDENTED * lines.size();
    }

    private boolean standsApart(int i) {
        return i > 0 && lines.get(i).sharesPlaceWith(lines.get(i - 1)) && isApart(lines.get(i), lines.get(i - 1));
    }

    private boolean isIndented(PdfLine line) {
        float indent = edges.of(line).indent(line);
        return indent > PdfMargins.INDENTED && indent < 3;
    }

    /** The smallest that is frequent, baseline to baseline, in sizes of the font. */
    private float usualPitch() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine above = lines.get(i - 1);
            PdfLine line = lines.get(i);
            float drop = (line.y() - above.y()) / line.size();
            if (line.sharesPlaceWith(above) && drop > 0.8 && drop < 4) {
                counts.merge(Math.round(drop * 10), 1, Integer::sum);
            }
        }
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        return counts.entrySet().stream()
                        .filter(drop -> drop.getValue() > OFTEN * most)
                        .mapToInt(Map.Entry::getKey)
                        .min()
                        .orElse(15)
                / 10f;
    }

    /** @return paragraphs and rows of tables */
    List<Line> lines() {
        List<Line> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            TimeLimit.check();
            int rows = PdfTable.rowsFrom(lines, i);
            if (rows > 0) {
                end(text, paragraphs);
                PdfTable.lines(lines.subList(i, i + rows)).forEach(paragraphs::add);
                i += rows - 1;
                first = i + 1;
                continue;
            }
            PdfLine line = lines.get(i);
            if (first == i || !isOpenNote(text) && begins(i, first)) {
                end(text, paragraphs);
                first = i;
            }
            append(text, line.text());
        }
        end(text, paragraphs);
        return paragraphs;
    }

    /** Whether the words are a line of a table of contents: they end with the number of a page. */
    private static boolean isContents(String words) {
        boolean number = !words.isEmpty() && "）)".indexOf(words.charAt(words.length() - 1)) >= 0
                || !words.isEmpty() && Character.isDigit(words.charAt(words.length() - 1));
        return number
                && (LEADERS.matcher(words).matches() || CONTENTS.matcher(words).matches());
    }

    /** A note on its passing, in brackets below the title, whose lines may be centred each. */
    private static boolean isOpenNote(CharSequence text) {
        if (text.isEmpty() || "（(".indexOf(text.charAt(0)) < 0 || text.length() > LONGEST_NOTE) {
            return false;
        }
        long opened = text.chars().filter(c -> c == '（' || c == '(').count();
        return opened > text.chars().filter(c -> c == '）' || c == ')').count();
    }

    private static void end(StringBuilder text, List<Line> paragraphs) {
        String words = text.toString();
        text.setLength(0);
        if (!isContents(words)) {
            paragraphs.addAll(Line.of(words));
        }
    }

    private static void append(StringBuilder text, String words) {
        if (!text.isEmpty()
                && Character.isLetter(text.charAt(text.length() - 1))
                && text.charAt(text.length() - 1) < 0x250
                && words.charAt(0) < 0x250
                && Character.isLetter(words.charAt(0))) {
            text.append(' ');
        }
        text.append(words);
    }

    /** @param first the line that the paragraph so far begins with */
    private boolean begins(int i, int first) {
        PdfLine line = lines.get(i);
        PdfLine above = lines.get(i - 1);
        PdfMargins here = edges.of(line);
        PdfMargins there = edges.of(above);
        if (isContents(above.text()) || differ(line, above)) {
            return true;
        }
        boolean ended = ENDING.matcher(above.text()).matches();
        boolean opens = OPENING.matcher(line.text()).matches();
        if (there.isCentred(above) && here.isCentred(line)) {
            return ended
                    || opens
                    || !isTitle(line)
                    || line.text().startsWith("（")
                    || line.text().startsWith("(");
        }
        if (!there.isFull(above, line.text()) || line.sharesPlaceWith(above) && isApart(line, above)) {
            return true;
        }
        float indent = here.indent(line);
        float indentAbove = there.indent(above);
        if (here.isCentred(line) && indent > PdfMargins.INDENTED + 1) {
            return ended || opens;
        }
        if (indent > indentAbove + PdfMargins.STEP) {
            // deeper: the next paragraph's indent, unless the first line of this one hangs out
            boolean hangs = i - 1 == first && !opens && !ended;
            return !hangs;
        }
        if (indent < indentAbove - PdfMargins.STEP) {
            // further out: below an indented first line as usual; below a hanging paragraph the next one
            return i - 1 != first || opens && ended;
        }
        if (!indents && ended) {
            boolean wouldBeApart = gaps && line.sharesPlaceWith(above);
            return opens
                    || !wouldBeApart
                            && above.text().endsWith("。")
                            && !GOES_ON.matcher(line.text()).lookingAt();
        }
        return ended && (opens || indent > PdfMargins.INDENTED) || opens && indent > PdfMargins.INDENTED;
    }

    private static boolean differ(PdfLine line, PdfLine above) {
        float ratio = line.size() / above.size();
        return ratio > 1.15 || ratio < 0.87;
    }

    private boolean isTitle(PdfLine line) {
        return line.size() > 1.15 * edges.size();
    }

    private boolean isApart(PdfLine line, PdfLine above) {
        return (line.y() - above.y()) / line.size() > 1.45 * pitch;
    }
}
