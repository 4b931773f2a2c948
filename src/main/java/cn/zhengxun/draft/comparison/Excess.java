package cn.zhengxun.draft.comparison;

import java.util.Arrays;
import java.util.List;

/**
 * How much more of a piece's parts one candidate holds than any other. A candidate that is much more like some other
 * piece competes weakly: it holds these words because they are repeated, not because they moved there.
 */
final class Excess {
    /** What any article of any law holds of another's words: counts as a candidate of its own. */
    private static final double BY_CHANCE = 0.2;

    private final double[] greatest;
    private final double[] weight;

    /**
     * @param parts of the piece: its sentences or phrases
     * @param candidates the words of each
     * @param standings of each, from 0 to 1: how like this piece it is in relation to the piece it is most like
     */
    Excess(List<String> parts, List<Grams.Bag> candidates, double[] standings, Grams grams) {
        greatest = new double[candidates.size()];
        weight = new double[candidates.size()];
        Arrays.fill(greatest, -1);
        List<Grams.Bag> bags = parts.stream().map(grams::bag).toList();
        double[][] held = new double[candidates.size()][];
        for (int k = 0; k < held.length; k++) {
            held[k] = grams.held(bags, candidates.get(k));
        }
        for (int part = 0; part < bags.size(); part++) {
            compare(part, bags.get(part).mass(), held, standings);
        }
    }

    private void compare(int part, double mass, double[][] held, double[] standings) {
        double best = BY_CHANCE;
        double second = BY_CHANCE;
        for (int k = 0; k < held.length; k++) {
            double rivalry = held[k][part] * Math.sqrt(standings[k]);
            second = Math.max(second, Math.min(best, rivalry));
            best = Math.max(best, rivalry);
        }
        for (int k = 0; k < held.length; k++) {
            double rivalry = held[k][part] * Math.sqrt(standings[k]);
            double excess = held[k][part] - (rivalry == best ? second : best);
            greatest[k] = Math.max(greatest[k], excess);
            weight[k] += Math.max(0, excess) * mass;
        }
    }

    /** Of the part that the candidate holds most completely in comparison: from -1 to 1. */
    double greatest(int candidate) {
        return greatest[candidate];
    }

    /** Of all parts that it holds more completely than any other, by their weight, as a logarithm. */
    double weight(int candidate) {
        return Math.log1p(weight[candidate]);
    }
}
