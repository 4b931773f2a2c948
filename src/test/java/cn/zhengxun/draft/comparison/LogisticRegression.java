package cn.zhengxun.draft.comparison;

import java.util.Arrays;
import java.util.List;

/** Fits weights to examples, by Newton's method; small weights are preferred, on the scale of each component's spread. */
final class LogisticRegression {
    private static final double PENALTY = 1;

    private LogisticRegression() {}

    /** @param isPair whether it belongs together */
    record Example(double[] values, boolean isPair) {}

    static Weights fit(List<Example> examples) {
        int n = examples.get(0).values().length;
        double[] mean = new double[n];
        double[] spread = new double[n];
        for (int k = 0; k < n; k++) {
            int component = k;
            mean[k] = examples.stream()
                    .mapToDouble(e -> e.values()[component])
                    .average()
                    .orElseThrow();
            spread[k] = Math.sqrt(examples.stream()
                    .mapToDouble(e -> Math.pow(e.values()[component] - mean[component], 2))
                    .average()
                    .orElseThrow());
        }
        double[] w = new double[n + 1];
        for (int step = 0; step < 30; step++) {
            double[][] hessian = new double[n + 1][n + 2];
            for (int k = 1; k <= n; k++) {
                hessian[k][k] = PENALTY;
                hessian[k][n + 1] = -PENALTY * w[k];
            }
            for (Example example : examples) {
                double[] z = standardised(example.values(), mean, spread);
                double sum = 0;
                for (int k = 0; k <= n; k++) {
                    sum += w[k] * z[k];
                }
                double p = 1 / (1 + Math.exp(-sum));
                for (int k = 0; k <= n; k++) {
                    hessian[k][n + 1] += ((example.isPair() ? 1 : 0) - p) * z[k];
                    for (int l = 0; l <= n; l++) {
                        hessian[k][l] += p * (1 - p) * z[k] * z[l];
                    }
                }
            }
            double[] change = solve(hessian);
            for (int k = 0; k <= n; k++) {
                w[k] += change[k];
            }
        }
        double base = w[0];
        double[] each = new double[n];
        for (int k = 0; k < n; k++) {
            each[k] = w[k + 1] / spread[k];
            base -= each[k] * mean[k];
        }
        return new Weights(base, each);
    }

    private static double[] standardised(double[] values, double[] mean, double[] spread) {
        double[] z = new double[values.length + 1];
        z[0] = 1;
        for (int k = 0; k < values.length; k++) {
            z[k + 1] = (values[k] - mean[k]) / spread[k];
        }
        return z;
    }

    /** Gauss with pivots; each row holds its right side last. */
    private static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int k = 0; k < n; k++) {
            int from = k;
            int pivot = k;
            for (int r = from; r < n; r++) {
                pivot = Math.abs(rows[r][k]) > Math.abs(rows[pivot][k]) ? r : pivot;
            }
            double[] swap = rows[k];
            rows[k] = rows[pivot];
            rows[pivot] = swap;
            for (int r = 0; r < n; r++) {
                double factor = r == k ? 0 : rows[r][k] / rows[k][k];
                for (int c = k; c <= n && factor != 0; c++) {
                    rows[r][c] -= factor * rows[k][c];
                }
            }
        }
        double[] solution = new double[n];
        Arrays.setAll(solution, k -> rows[k][n] / rows[k][k]);
        return solution;
    }
}
