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

    private final List<Piece> before;
    private final List<Piece> after;
    private final Grams grams;
    private final List<Grams.Bag> bagsBefore;
    private final List<Grams.Bag> bagsAfter;
    private final double[] bestOfBefore;
    private final double[] bestOfAfter;
    private final List<Pair> identical;
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
        BitSet settledBefore = new BitSet();
        BitSet settledAfter = new BitSet();
        identical.forEach(pair -> {
            settledBefore.set(pair.before());
            settledAfter.set(pair.after());
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

    private void weigh(List<Pair> pairs) {
        for (Pair pair : pairs) {
            bestOfBefore[pair.before()] = Math.max(bestOfBefore[pair.before()], pair.likeness());
            bestOfAfter[pair.after()] = Math.max(bestOfAfter[pair.after()], pair.likeness());
        }
        ReadingOrder order = new ReadingOrder(anchors(pairs), after.size());
        Map<Pair, Double> received = new HashMap<>();
        grouped(pairs, Pair::after).forEach((j, own) -> {
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
            List<Grams.Bag> candidates =
                    own.stream().map(pair -> bagsAfter.get(pair.after())).toList();
            double[] standings = own.stream().mapToDouble(this::standingAfter).toArray();
            Wording wording = before.get(i).wording();
            Excess sentences = new Excess(wording.sentences(), candidates, standings, grams);
            Excess phrases = new Excess(wording.phrases(), candidates, standings, grams);
            for (int k = 0; k < own.size(); k++) {
                Pair pair = own.get(k);
                evidence.put(
                        pair,
                        new Evidence(
                                sentences.greatest(k),
                                phrases.greatest(k),
                                phrases.weight(k),
                                received.get(pair),
                                Math.sqrt(pair.likeness()),
                                standingBefore(pair),
                                standingAfter(pair),
                                Math.log1p(order.distance(pair.before(), pair.after())),
                                Math.log1p(candidates.get(k).mass())));
            }
        });
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
        BitSet anchoredBefore = new BitSet();
        BitSet anchoredAfter = new BitSet();
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
