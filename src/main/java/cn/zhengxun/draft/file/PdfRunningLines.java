package cn.zhengxun.draft.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What runs along at the head and foot of pages: page numbers, and lines that come again at the same place. */
final class PdfRunningLines {
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–－―_·•~～ ]*("
            + "第? ?[0-9０-９]{1,4} ?页?( ?[/／|，,、共] ?共? ?[0-9０-９]{1,4} ?页?)?"
            + "|第 ?[〇零一二三四五六七八九十百]{1,7} ?页([ ，,]?共 ?[〇零一二三四五六七八九十百]{1,7} ?页)?"
            + "|(Page|PAGE|page|P\\.) ?[0-9]{1,4}( ?(of|/) ?[0-9]{1,4})?"
            + "|[ivxlIVXL]{1,7})[-—–－―_·•~～ ]*");
    /** What ends as text does is text, though many a paragraph may end alike. */
    private static final Pattern SENTENCE = Pattern.compile(".*[。；，、：;,]");

    private static final Pattern DIGITS = Pattern.compile("[0-9０-９]+");

    /** Lines from the edge of a page among which a page number, or a running line, is looked for. */
    private static final int NUMBER_WITHIN = 2;

    private static final int RUNNING_WITHIN = 3;

    /** Points within which a place is the same. */
    private static final int SAME_PLACE = 6;

    private static final int OFTEN = 3;
    private static final int FEW_PAGES = 5;

    private PdfRunningLines() {}

    /** @return the other lines of all pages */
    static List<PdfLine> without(List<PdfPage> pages) {
        float usual = PdfMargins.usualSize(
                pages.stream().flatMap(page -> page.lines().stream()).toList());
        Map<String, Integer> counts = new HashMap<>();
        for (PdfPage page : pages) {
            Set<String> keys = new HashSet<>();
            candidates(page.lines(), usual).forEach(line -> keys.addAll(keys(line)));
            keys.forEach(key -> counts.merge(key, 1, Integer::sum));
        }
        int often = pages.size() <= FEW_PAGES ? 2 : OFTEN;
        List<PdfLine> others = new ArrayList<>();
        for (PdfPage page : pages) {
            Set<PdfLine> running = new HashSet<>();
            for (PdfLine line : candidates(page.lines(), usual)) {
                if (keys(line).stream().anyMatch(key -> counts.get(key) >= often)) {
                    running.add(line);
                }
            }
            List<PdfLine> rest = page.lines().stream()
                    .filter(line -> !running.contains(line))
                    .toList();
            Set<PdfLine> numbers = new HashSet<>(edges(rest, NUMBER_WITHIN));
            numbers.removeIf(line -> !PAGE_NUMBER.matcher(line.text()).matches());
            rest.stream().filter(line -> !numbers.contains(line)).forEach(others::add);
        }
        return others;
    }

    /** @return the lines at the edges, and those large enough to be a watermark */
    private static List<PdfLine> candidates(List<PdfLine> lines, float usual) {
        List<PdfLine> candidates = new ArrayList<>(edges(lines, RUNNING_WITHIN));
        candidates.removeIf(line -> SENTENCE.matcher(line.text()).matches());
        lines.stream().filter(line -> line.size() > PdfPage.WATERMARK * usual).forEach(candidates::add);
        return candidates;
    }

    /** @return the first and the last ones by place */
    private static List<PdfLine> edges(List<PdfLine> lines, int many) {
        List<PdfLine> down = new ArrayList<>(lines);
        down.sort(Comparator.comparingDouble(PdfLine::y));
        if (down.size() <= 2 * many) {
            return down;
        }
        List<PdfLine> edges = new ArrayList<>(down.subList(0, many));
        edges.addAll(down.subList(down.size() - many, down.size()));
        return edges;
    }

    /** Two grids, so that places next to each other share a square in at least one. */
    private static List<String> keys(PdfLine line) {
        String words = DIGITS.matcher(line.text()).replaceAll("#");
        int fine = (int) Math.floor(line.y() / SAME_PLACE);
        int shifted = (int) Math.floor(line.y() / SAME_PLACE + 0.5);
        return List.of(words + " a" + fine, words + " b" + shifted);
    }
}
