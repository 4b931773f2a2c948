package cn.zhengxun.draft.comparison;

import java.util.Arrays;
import java.util.List;

/** How much more of an earlier piece's parts one candidate holds than any other. */
final class Excess {
    private final double[] greatest;
    private final double[] weight;

    Excess(List<String> parts, List<Grams.Bag> candidates, Grams grams) {
        greatest = new double[candidates.size()];
        weight = new double[candidates.size()];
        Arrays.fill(greatest, -1);
        double[] held = new double[candidates.size()];
        for (String part : parts) {
            Grams.Bag bag = grams.bag(part);
            double best = 0;
            double second = 0;
            for (int k = 0; k < held.length; k++) {
                held[k] = bag.within(candidates.get(k), grams);
                second = Math.max(second, Math.min(best, held[k]));
                best = Math.max(best, held[k]);
            }
            for (int k = 0; k < held.length; k++) {
                double excess = held[k] == best ? best - second : held[k] - best;
                greatest[k] = Math.max(greatest[k], excess);
                weight[k] += Math.max(0, excess) * bag.mass();
            }
        }
    }

    /** Of the part that the candidate holds most completely in comparison: from -1 to 1. */
    double greatest(int candidate) {
        return greatest[candidate];
    }

    /** Of all parts that it holds more completely than any other, by their weight. */
    double weight(int candidate) {
        return weight[candidate];
    }
}
