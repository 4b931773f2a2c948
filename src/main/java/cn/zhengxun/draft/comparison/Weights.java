package cn.zhengxun.draft.comparison;

/**
 * How probable it is that a pair belongs together: a logistic regression over its {@link Evidence}. The numbers were
 * fitted to the seven truth tables; MappingWeightsTest repeats that and says how well numbers fitted to six of the laws
 * do on the seventh.
 *
 * @param each by the components of Evidence in their order
 */
record Weights(double base, double... each) {
    static final Weights FITTED = new Weights(3.07, 5.01, 4.09, 0.34, 0.86, -5.37, 3.71, 2.18, -0.55, -1.38);

    double probability(Evidence evidence) {
        double sum = base;
        double[] values = evidence.values();
        for (int i = 0; i < values.length; i++) {
            sum += each[i] * values[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
