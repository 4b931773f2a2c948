package cn.zhengxun.draft.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which pairs are worth weighing: for each piece those it is most like. Time and memory grow with the number of pieces,
 * not with its square, as characters that many pieces share do not make a pair.
 */
final class Candidates {
    private static final int EACH = 20;
    private static final double LEAST = 0.02;
    private static final int MOST_PIECES_WITH = 400;
    private static final long MOST_STEPS = 150_000_000;

    private final List<Piece> before;
    private final List<Piece> after;
    private final List<Grams.Bag> bagsBefore;
    private final List<Grams.Bag> bagsAfter;
    private final int mostPiecesWith;

    Candidates(List<Piece> before, List<Piece> after, List<Grams.Bag> bagsBefore, List<Grams.Bag> bagsAfter) {
        this.before = before;
        this.after = after;
        this.bagsBefore = bagsBefore;
        this.bagsAfter = bagsAfter;
        long grams = 1 + bagsBefore.stream().mapToLong(b -> b.ids().length).sum();
        this.mostPiecesWith = (int) Math.min(MOST_PIECES_WITH, Math.max(4, MOST_STEPS / grams));
    }

    /** @return without pairs of two pieces whose partners are certain; ordered by before, then after */
    List<Pair> pairs(BitSet settledBefore, BitSet settledAfter) {
        int[][] postings = postings();
        List<PriorityQueue<Pair>> best = new ArrayList<>();
        for (int j = 0; j < after.size(); j++) {
            best.add(new PriorityQueue<>(Comparator.comparingDouble(Pair::likeness)));
        }
        Map<Long, Pair> pairs = new HashMap<>();
        double[] sums = new double[after.size()];
        for (int i = 0; i < before.size(); i++) {
            PriorityQueue<Pair> own = new PriorityQueue<>(Comparator.comparingDouble(Pair::likeness));
            for (Pair pair : alike(i, settledBefore.get(i) ? settledAfter : new BitSet(), postings, sums)) {
                keep(own, pair);
                keep(best.get(pair.after()), pair);
            }
            own.forEach(pair -> pairs.put(key(pair), pair));
        }
        best.forEach(queue -> queue.forEach(pair -> pairs.put(key(pair), pair)));
        return pairs.values().stream()
                .sorted(Comparator.comparingInt(Pair::before).thenComparingInt(Pair::after))
                .toList();
    }

    private int[][] postings() {
        int size = 0;
        for (Grams.Bag bag : bagsAfter) {
            if (bag.ids().length > 0) {
                size = Math.max(size, bag.ids()[bag.ids().length - 1] + 1);
            }
        }
        int[] lengths = new int[size];
        int[][] postings = new int[size][];
        for (int j = 0; j < after.size(); j++) {
            for (int id : bagsAfter.get(j).ids()) {
                lengths[id]++;
            }
        }
        for (int id = 0; id < size; id++) {
            postings[id] = lengths[id] <= mostPiecesWith ? new int[lengths[id]] : new int[0];
        }
        Arrays.fill(lengths, 0);
        for (int j = 0; j < after.size(); j++) {
            for (int id : bagsAfter.get(j).ids()) {
                if (postings[id].length > 0) {
                    postings[id][lengths[id]++] = j;
                }
            }
        }
        return postings;
    }

    private List<Pair> alike(int i, BitSet without, int[][] postings, double[] shared) {
        Grams.Bag bag = bagsBefore.get(i);
        BitSet met = new BitSet();
        for (int k = 0; k < bag.ids().length; k++) {
            int id = bag.ids()[k];
            if (id >= postings.length) {
                break;
            }
            for (int j : postings[id]) {
                met.set(j);
                shared[j] += bag.values()[k];
            }
        }
        PriorityQueue<Pair> promising = new PriorityQueue<>(Comparator.comparingDouble(Pair::likeness));
        for (int j = met.nextSetBit(0); j >= 0; j = met.nextSetBit(j + 1)) {
            if (!without.get(j)
                    && before.get(i).head().kind() == after.get(j).head().kind()) {
                promising.add(new Pair(i, j, shared[j]));
                if (promising.size() > 4 * EACH) {
                    promising.poll();
                }
            }
            shared[j] = 0;
        }
        return promising.stream()
                .map(p -> new Pair(i, p.after(), bag.cosine(bagsAfter.get(p.after()))))
                .filter(p -> p.likeness() > LEAST)
                .toList();
    }

    private static void keep(PriorityQueue<Pair> best, Pair pair) {
        best.add(pair);
        if (best.size() > EACH) {
            best.poll();
        }
    }

    private static long key(Pair pair) {
        return ((long) pair.before() << 32) | pair.after();
    }
}
