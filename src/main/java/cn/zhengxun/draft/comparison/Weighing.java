package cn.zhengxun.draft.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Two texts held against each other: which pieces are the same, and what speaks for each of the other pairs. */
final class Weighing {
    private static final double ANCHOR = 0.25;
    private static final double FEW = 3;

    private final List<Piece> before;
    private final List<Piece> after;
    private final Grams grams;
    private final List<Grams.Bag> bagsBefore;
    private final List<Grams.Bag> bagsAfter;
    private final double[] bestOfBefore;
    private final double[] bestOfAfter;
    private final List<Pair> identical;
    private final BitSet settledBefore = new BitSet();
    private final BitSet settledAfter = new BitSet();
    private final Map<Pair, Evidence> evidence = new LinkedHashMap<>();

    Weighing(List<Piece> before, List<Piece> after) {
        this.before = before;
        this.after = after;
        this.grams = new Grams(before, after);
        this.bagsBefore = bags(before);
        this.bagsAfter = bags(after);
        this.bestOfBefore = new double[before.size()];
        this.bestOfAfter = new double[after.size()];
        this.identical = Identical.pairs(before, after);
        identical.forEach(pair -> {
            settledBefore.set(pair.before());
            settledAfter.set(pair.after());
            bestOfBefore[pair.before()] = 1;
            bestOfAfter[pair.after()] = 1;
        });
        weigh(new Candidates(before, after, bagsBefore, bagsAfter).pairs(settledBefore, settledAfter));
    }

    /** Pairs of the same words, each piece in one at most. */
    List<Pair> identical() {
        return identical;
    }

    /** The other pairs worth a thought, in the order of the earlier text. */
    Map<Pair, Evidence> evidence() {
        return evidence;
    }

    private List<Grams.Bag> bags(List<Piece> pieces) {
        return pieces.stream().map(piece -> grams.bag(piece.wording().words())).toList();
    }

    /** A piece whose partner is certain gets no other, but shows how much like each other any two articles are. */
    private void weigh(List<Pair> pairs) {
        for (Pair pair : pairs) {
            bestOfBefore[pair.before()] = Math.max(bestOfBefore[pair.before()], pair.likeness());
            bestOfAfter[pair.after()] = Math.max(bestOfAfter[pair.after()], pair.likeness());
        }
        ReadingOrder order = new ReadingOrder(anchors(pairs), after.size());
        Map<Pair, Double> received = new HashMap<>();
        Map<Integer, Integer> rivals = new HashMap<>();
        pairs.forEach(pair -> rivals.merge(pair.after(), 1, Integer::sum));
        grouped(pairs, Pair::after).forEach((j, own) -> {
            if (settledAfter.get(j)) {
                return;
            }
            Excess phrases = new Excess(
                    after.get(j).wording().phrases(),
                    own.stream().map(pair -> bagsBefore.get(pair.before())).toList(),
                    own.stream().mapToDouble(this::standingBefore).toArray(),
                    grams);
            for (int k = 0; k < own.size(); k++) {
                received.put(own.get(k), phrases.weight(k));
            }
        });
        grouped(pairs, Pair::before).forEach((i, own) -> {
            if (settledBefore.get(i)) {
                return;
            }
            List<Grams.Bag> candidates =
                    own.stream().map(pair -> bagsAfter.get(pair.after())).toList();
            double[] standings = own.stream().mapToDouble(this::standingAfter).toArray();
            Wording wording = before.get(i).wording();
            Excess sentences = new Excess(wording.sentences(), candidates, standings, grams);
            Excess phrases = new Excess(wording.phrases(), candidates, standings, grams);
            for (int k = 0; k < own.size(); k++) {
                Pair pair = own.get(k);
                if (settledAfter.get(pair.after())) {
                    continue;
                }
                evidence.put(
                        pair,
                        new Evidence(
                                sentences.greatest(k),
                                phrases.greatest(k),
                                phrases.weight(k),
                                received.get(pair),
                                Math.sqrt(pair.likeness()),
                                standingBefore(pair) * amongMany(own.size()),
                                standingAfter(pair) * amongMany(rivals.get(pair.after())),
                                Math.log1p(order.distance(pair.before(), pair.after())),
                                Math.log1p(candidates.get(k).mass())));
            }
        });
    }

    /** To be the best of few says little. */
    private static double amongMany(int candidates) {
        return candidates / (candidates + FEW);
    }

    private double standingBefore(Pair pair) {
        return pair.likeness() / bestOfBefore[pair.before()];
    }

    private double standingAfter(Pair pair) {
        return pair.likeness() / bestOfAfter[pair.after()];
    }

    /** The same words, and pairs where either piece is the one that the other is most like. */
    private List<Pair> anchors(List<Pair> pairs) {
        List<Pair> anchors = new ArrayList<>(identical);
        BitSet anchoredBefore = (BitSet) settledBefore.clone();
        BitSet anchoredAfter = (BitSet) settledAfter.clone();
        for (Pair pair : pairs) {
            boolean mutual = standingBefore(pair) == 1 && standingAfter(pair) == 1;
            boolean free = !anchoredBefore.get(pair.before()) && !anchoredAfter.get(pair.after());
            if (mutual && free && pair.likeness() > ANCHOR) {
                anchoredBefore.set(pair.before());
                anchoredAfter.set(pair.after());
                anchors.add(pair);
            }
        }
        return anchors;
    }

    private static Map<Integer, List<Pair>> grouped(List<Pair> pairs, ToIntFunction<Pair> by) {
        Map<Integer, List<Pair>> groups = new LinkedHashMap<>();
        pairs.stream()
                .sorted(Comparator.comparingInt(by))
                .forEach(pair -> groups.computeIfAbsent(by.applyAsInt(pair), i -> new ArrayList<>())
                        .add(pair));
        return groups;
    }
}
