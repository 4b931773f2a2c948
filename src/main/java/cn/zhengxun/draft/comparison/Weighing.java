package cn.zhengxun.draft.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two texts held against each other: which pieces are the same, and what speaks for each of the other pairs. */
final class Weighing {
    private static final double ANCHOR = 0.25;

    private final List<Piece> before;
    private final List<Piece> after;
    private final Grams grams;
    private final List<Pair> identical;
    private final Map<Pair, Evidence> evidence = new HashMap<>();

    Weighing(List<Piece> before, List<Piece> after) {
        this.before = before;
        this.after = after;
        this.grams = new Grams(before, after);
        this.identical = Identical.pairs(before, after);
        BitSet settledBefore = new BitSet();
        BitSet settledAfter = new BitSet();
        identical.forEach(pair -> {
            settledBefore.set(pair.before());
            settledAfter.set(pair.after());
        });
        List<Grams.Bag> bagsBefore = bags(before);
        List<Grams.Bag> bagsAfter = bags(after);
        List<Pair> pairs = new Candidates(before, after, bagsBefore, bagsAfter).pairs(settledBefore, settledAfter);
        weigh(pairs, bagsAfter);
    }

    /** Pairs of the same words, each piece in one at most. */
    List<Pair> identical() {
        return identical;
    }

    /** The other pairs worth a thought. */
    Map<Pair, Evidence> evidence() {
        return evidence;
    }

    private List<Grams.Bag> bags(List<Piece> pieces) {
        return pieces.stream().map(piece -> grams.bag(piece.wording().words())).toList();
    }

    private void weigh(List<Pair> pairs, List<Grams.Bag> bagsAfter) {
        double[] bestOfBefore = new double[before.size()];
        double[] bestOfAfter = new double[after.size()];
        Map<Integer, List<Pair>> byBefore = new HashMap<>();
        for (Pair pair : pairs) {
            bestOfBefore[pair.before()] = Math.max(bestOfBefore[pair.before()], pair.likeness());
            bestOfAfter[pair.after()] = Math.max(bestOfAfter[pair.after()], pair.likeness());
            byBefore.computeIfAbsent(pair.before(), i -> new ArrayList<>()).add(pair);
        }
        List<Pair> anchors = new ArrayList<>(identical);
        BitSet anchoredBefore = new BitSet();
        BitSet anchoredAfter = new BitSet();
        for (Pair pair : pairs) {
            boolean mutual =
                    pair.likeness() == bestOfBefore[pair.before()] && pair.likeness() == bestOfAfter[pair.after()];
            boolean free = !anchoredBefore.get(pair.before()) && !anchoredAfter.get(pair.after());
            if (mutual && free && pair.likeness() > ANCHOR) {
                anchoredBefore.set(pair.before());
                anchoredAfter.set(pair.after());
                anchors.add(pair);
            }
        }
        ReadingOrder order = new ReadingOrder(anchors, after.size());
        byBefore.forEach((i, own) -> {
            List<Grams.Bag> candidates =
                    own.stream().map(pair -> bagsAfter.get(pair.after())).toList();
            Excess sentences = new Excess(before.get(i).wording().sentences(), candidates, grams);
            Excess phrases = new Excess(before.get(i).wording().phrases(), candidates, grams);
            for (int k = 0; k < own.size(); k++) {
                Pair pair = own.get(k);
                evidence.put(
                        pair,
                        new Evidence(
                                sentences.greatest(k),
                                phrases.greatest(k),
                                Math.log1p(phrases.weight(k)),
                                Math.sqrt(pair.likeness()),
                                pair.likeness() / bestOfAfter[pair.after()],
                                Math.log1p(order.distance(pair.before(), pair.after())),
                                Math.log1p(candidates.get(k).mass())));
            }
        });
    }
}
