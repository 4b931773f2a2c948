package cn.zhengxun.draft.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

    /** Of the usual distance of lines, how far off a running line stands; of the usual size, how small it may be. */
    private static final float WIDE_GAP = 1.25f;

    private static final float SMALL = 0.92f;

    private static final int OFTEN = 3;
    private static final int FEW_PAGES = 5;

    private final float usualSize;
    private final int pages;
    private final Map<String, Integer> counts = new HashMap<>();

    private PdfRunningLines(List<PdfPage> pages) {
        this.pages = pages.size();
        this.usualSize = PdfMargins.usualSize(
                pages.stream().flatMap(page -> page.lines().stream()).toList());
        for (PdfPage page : pages) {
            Set<String> keys = new HashSet<>();
            candidates(page.lines()).keySet().forEach(line -> keys.addAll(keys(line)));
            keys.forEach(key -> counts.merge(key, 1, Integer::sum));
        }
    }

    /** @return the other lines of all pages */
    static List<PdfLine> without(List<PdfPage> pages) {
        PdfRunningLines running = new PdfRunningLines(pages);
        return pages.stream()
                .flatMap(page -> running.textOf(page.lines()).stream())
                .toList();
    }

    private List<PdfLine> textOf(List<PdfLine> lines) {
        TimeLimit.check();
        Set<PdfLine> running = new HashSet<>();
        candidates(lines).forEach((line, setApart) -> {
            if (setApart && isOften(line, true)) {
                running.add(line);
            }
        });
        List<PdfLine> inward = downward(lines);
        addOutermost(inward, running);
        Collections.reverse(inward);
        addOutermost(inward, running);
        List<PdfLine> rest = new ArrayList<>(lines);
        rest.removeAll(running);
        Set<PdfLine> numbers = new HashSet<>(edges(rest, NUMBER_WITHIN));
        numbers.removeIf(line -> !PAGE_NUMBER.matcher(line.text()).matches());
        rest.removeAll(numbers);
        return rest;
    }

    /** What does not stand apart has at least nothing but running lines between itself and the page's edge. */
    private void addOutermost(List<PdfLine> inward, Set<PdfLine> running) {
        for (PdfLine line : inward.subList(0, Math.min(RUNNING_WITHIN, inward.size()))) {
            boolean number = PAGE_NUMBER.matcher(line.text()).matches();
            boolean often = !SENTENCE.matcher(line.text()).matches() && isOften(line, false);
            if (!running.contains(line) && !number && !often) {
                return;
            }
            running.add(line);
        }
    }

    /** Text comes again by chance; so what does not stand apart from it must do so on every second page. */
    private boolean isOften(PdfLine line, boolean setApart) {
        int often = pages <= FEW_PAGES ? 2 : OFTEN;
        int needed = setApart ? often : Math.max(often, (pages + 1) / 2);
        return keys(line).stream().anyMatch(key -> counts.getOrDefault(key, 0) >= needed);
    }

    /** @return the lines at the edges and those large enough to be a watermark, and whether they stand apart */
    private Map<PdfLine, Boolean> candidates(List<PdfLine> lines) {
        Map<PdfLine, Boolean> candidates = new LinkedHashMap<>();
        List<PdfLine> inward = downward(lines);
        addEdge(inward, candidates);
        Collections.reverse(inward);
        addEdge(inward, candidates);
        lines.stream()
                .filter(line -> line.size() > PdfPage.WATERMARK * usualSize)
                .forEach(line -> candidates.put(line, true));
        candidates.keySet().removeIf(line -> SENTENCE.matcher(line.text()).matches());
        return candidates;
    }

    /** @param inward the page's lines from one edge on */
    private void addEdge(List<PdfLine> inward, Map<PdfLine, Boolean> candidates) {
        float usual = usualGap(inward);
        int apart = 0;
        for (int i = 0; i < Math.min(RUNNING_WITHIN, inward.size()); i++) {
            boolean last = i + 1 == inward.size();
            boolean gap = last || Math.abs(inward.get(i + 1).y() - inward.get(i).y()) > WIDE_GAP * usual;
            apart = gap || inward.get(i).size() < SMALL * usualSize ? i + 1 : apart;
        }
        for (int i = 0; i < Math.min(RUNNING_WITHIN, inward.size()); i++) {
            candidates.merge(inward.get(i), i < apart, Boolean::logicalOr);
        }
    }

    /** From baseline to baseline; lines beside each other have none. */
    private static float usualGap(List<PdfLine> lines) {
        double[] gaps = IntStream.range(1, lines.size())
                .mapToDouble(i -> Math.abs(lines.get(i).y() - lines.get(i - 1).y()))
                .filter(gap -> gap > 2)
                .sorted()
                .toArray();
        return gaps.length == 0 ? Float.MAX_VALUE : (float) gaps[gaps.length / 2];
    }

    private static List<PdfLine> downward(List<PdfLine> lines) {
        List<PdfLine> down = new ArrayList<>(lines);
        down.sort(Comparator.comparingDouble(PdfLine::y));
        return down;
    }

    /** @return the first and the last ones by place */
    private static List<PdfLine> edges(List<PdfLine> lines, int many) {
        List<PdfLine> down = downward(lines);
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
