package cn.zhengxun.draft.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses among the pairs and says what each chosen one means. */
final class Linking {
    private static final double CHOSEN = 0.5;
    /** Rules seldom vanish: an earlier piece without a probable partner gets its best one, if that is at least so probable. */
    private static final double BETTER_THAN_NONE = 0.15;

    /** No link is ever certain. */
    private static final double IDENTICAL = 0.99;
    /** One of several pieces with the same words: which went where is a guess. */
    private static final double IDENTICAL_AMONG_SEVERAL = 0.9;

    private final List<Piece> before;
    private final List<Piece> after;
    private final Map<Pair, Double> chosen = new HashMap<>();
    private final double[] surenessBefore;
    private final double[] surenessAfter;
    private final int[] partnersBefore;
    private final int[] partnersAfter;

    private Linking(List<Piece> before, List<Piece> after, Weights weights) {
        this.before = before;
        this.after = after;
        surenessBefore = new double[before.size()];
        surenessAfter = new double[after.size()];
        partnersBefore = new int[before.size()];
        partnersAfter = new int[after.size()];
        Arrays.fill(surenessBefore, 1);
        Arrays.fill(surenessAfter, 1);
        Weighing weighing = new Weighing(before, after);
        Map<Pair, Double> probable = new HashMap<>();
        weighing.evidence().forEach((pair, evidence) -> probable.put(pair, weights.probability(evidence)));
        choose(probable);
        probable.forEach(
                (pair, probability) -> account(pair, chosen.containsKey(pair) ? probability : 1 - probability));
        settle(weighing.identical());
    }

    /** @return links in the order of the earlier text, then the new ones */
    static List<Link> links(List<Piece> before, List<Piece> after) {
        return links(before, after, Weights.FITTED);
    }

    static List<Link> links(List<Piece> before, List<Piece> after, Weights weights) {
        return new Linking(before, after, weights).links();
    }

    private void choose(Map<Pair, Double> probable) {
        Map<Integer, Pair> best = new HashMap<>();
        Set<Integer> withPartner = new HashSet<>();
        probable.forEach((pair, probability) -> {
            if (probability > CHOSEN) {
                chosen.put(pair, probability);
                withPartner.add(pair.before());
            }
            best.merge(pair.before(), pair, (one, other) -> probable.get(one) >= probable.get(other) ? one : other);
        });
        best.forEach((i, pair) -> {
            if (!withPartner.contains(i) && probable.get(pair) > BETTER_THAN_NONE) {
                chosen.put(pair, probable.get(pair));
            }
        });
        chosen.keySet().forEach(pair -> {
            partnersBefore[pair.before()]++;
            partnersAfter[pair.after()]++;
        });
    }

    private void account(Pair pair, double probability) {
        surenessBefore[pair.before()] *= probability;
        surenessAfter[pair.after()] *= probability;
    }

    private void settle(List<Pair> identical) {
        Map<String, Integer> timesAfter = new HashMap<>();
        after.forEach(piece -> timesAfter.merge(piece.wording().exact(), 1, Integer::sum));
        Map<String, Integer> timesBefore = new HashMap<>();
        before.forEach(piece -> timesBefore.merge(piece.wording().exact(), 1, Integer::sum));
        for (Pair pair : identical) {
            String words = before.get(pair.before()).wording().exact();
            boolean several = timesAfter.get(words) > 1 || timesBefore.get(words) > 1;
            double sure = several && !sameNumber(pair) ? IDENTICAL_AMONG_SEVERAL : IDENTICAL;
            chosen.put(pair, sure);
            surenessBefore[pair.before()] = sure;
            surenessAfter[pair.after()] = sure;
            partnersBefore[pair.before()] = 1;
            partnersAfter[pair.after()] = 1;
        }
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        BitSet met = new BitSet();
        List<Pair> ordered = chosen.keySet().stream()
                .sorted(Comparator.comparingInt(Pair::before).thenComparingInt(Pair::after))
                .toList();
        int next = 0;
        for (int i = 0; i < before.size(); i++) {
            if (partnersBefore[i] == 0) {
                links.add(new Link(before.get(i).id(), null, LinkKind.REMOVED, Math.min(IDENTICAL, surenessBefore[i])));
            }
            for (; next < ordered.size() && ordered.get(next).before() == i; next++) {
                Pair pair = ordered.get(next);
                met.set(pair.after());
                links.add(new Link(
                        before.get(i).id(),
                        after.get(pair.after()).id(),
                        kind(pair),
                        Math.min(IDENTICAL, surenessBefore[i])));
            }
        }
        for (int j = met.nextClearBit(0); j < after.size(); j = met.nextClearBit(j + 1)) {
            links.add(new Link(null, after.get(j).id(), LinkKind.NEW, Math.min(IDENTICAL, surenessAfter[j])));
        }
        return links;
    }

    private LinkKind kind(Pair pair) {
        return kind(
                before.get(pair.before()),
                partnersBefore[pair.before()],
                after.get(pair.after()),
                partnersAfter[pair.after()]);
    }

    /** What a link means, given how many partners either piece has. */
    static LinkKind kind(Piece earlier, int partnersOfEarlier, Piece later, int partnersOfLater) {
        if (partnersOfLater > 1) {
            return LinkKind.JOINED;
        }
        if (partnersOfEarlier > 1) {
            return LinkKind.SPLIT;
        }
        if (!earlier.wording().exact().equals(later.wording().exact())) {
            return LinkKind.CHANGED;
        }
        return earlier.head().number().equals(later.head().number()) ? LinkKind.SAME : LinkKind.RENUMBERED;
    }

    private boolean sameNumber(Pair pair) {
        return before.get(pair.before())
                .head()
                .number()
                .equals(after.get(pair.after()).head().number());
    }
}
