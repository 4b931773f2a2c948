package cn.zhengxun.draft.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The longest chain of pairs that keep their order: between two of them a piece is expected to stay. */
final class ReadingOrder {
    private final NavigableMap<Integer, Integer> chain = new TreeMap<>();
    private final int last;

    /**
     * @param anchors pairs that surely belong together; each piece in one at most
     * @param last the number of later pieces
     */
    ReadingOrder(List<Pair> anchors, int last) {
        this.last = last;
        heaviestChain(anchors).forEach(pair -> chain.put(pair.before(), pair.after()));
    }

    /** @return how many later pieces lie between the place and where the neighbours went; 0 where it is among them */
    int distance(int before, int after) {
        Map.Entry<Integer, Integer> lower = chain.lowerEntry(before);
        Map.Entry<Integer, Integer> higher = chain.higherEntry(before);
        int from = lower == null ? -1 : lower.getValue();
        int to = higher == null ? last : higher.getValue();
        return after < from ? from - after : Math.max(0, after - to);
    }

    /** Whether the pair is one of those that keep their order. */
    boolean holds(int before, int after) {
        return Integer.valueOf(after).equals(chain.get(before));
    }

    /** The increasing sequence with the greatest sum of likeness, by the best chain that ends at each later piece. */
    private static List<Pair> heaviestChain(List<Pair> anchors) {
        record End(Pair pair, double weight, End previous) {}
        TreeMap<Integer, End> ends = new TreeMap<>();
        List<Pair> ordered = anchors.stream()
                .sorted(Comparator.comparingInt(Pair::before)
                        .thenComparing(Comparator.comparingInt(Pair::after).reversed()))
                .toList();
        for (Pair pair : ordered) {
            Map.Entry<Integer, End> previous = ends.lowerEntry(pair.after());
            End best = previous == null ? null : previous.getValue();
            End end = new End(pair, pair.likeness() + (best == null ? 0 : best.weight()), best);
            Map.Entry<Integer, End> same = ends.floorEntry(pair.after());
            if (same != null && same.getValue().weight() >= end.weight()) {
                continue;
            }
            ends.put(pair.after(), end);
            Map.Entry<Integer, End> next = ends.higherEntry(pair.after());
            while (next != null && next.getValue().weight() <= end.weight()) {
                ends.remove(next.getKey());
                next = ends.higherEntry(pair.after());
            }
        }
        List<Pair> chain = new ArrayList<>();
        for (End end = ends.isEmpty() ? null : ends.lastEntry().getValue(); end != null; end = end.previous()) {
            chain.add(0, end.pair());
        }
        return chain;
    }
}
