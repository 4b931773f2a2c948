package cn.zhengxun.draft.comparison;

/**
 * How probable it is that a pair belongs together: a logistic regression over its {@link Evidence}. The numbers were
 * fitted to the seven truth tables; MappingWeightsTest repeats that and says how well numbers fitted to six of the laws
 * do on the seventh.
 *
 * @param each by the components of Evidence in their order
 */
record Weights(double base, double... each) {
    static final Weights FITTED = new Weights(-0.75, 6.03, 3.29, 0.49, 0.93, 3.70, -0.54, -0.63);

    double probability(Evidence evidence) {
        double sum = base;
        double[] values = evidence.values();
        for (int i = 0; i < values.length; i++) {
            sum += each[i] * values[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
