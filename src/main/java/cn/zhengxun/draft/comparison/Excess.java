package cn.zhengxun.draft.comparison;

import java.util.Arrays;
import java.util.List;

/**
 * How much more of a piece's parts one candidate holds than any other. A candidate that is much more like some other
 * piece competes weakly: it holds these words because they are repeated, not because they moved there.
 */
final class Excess {
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
        double[] held = new double[candidates.size()];
        double[] rivalry = new double[candidates.size()];
        for (String part : parts) {
            Grams.Bag bag = grams.bag(part);
            double best = 0;
            double second = 0;
            for (int k = 0; k < held.length; k++) {
                held[k] = bag.within(candidates.get(k), grams);
                rivalry[k] = held[k] * Math.sqrt(standings[k]);
                second = Math.max(second, Math.min(best, rivalry[k]));
                best = Math.max(best, rivalry[k]);
            }
            for (int k = 0; k < held.length; k++) {
                double excess = held[k] - (rivalry[k] == best ? second : best);
                greatest[k] = Math.max(greatest[k], excess);
                weight[k] += Math.max(0, excess) * bag.mass();
            }
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
