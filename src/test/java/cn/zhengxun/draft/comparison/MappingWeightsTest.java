package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.comparison.LogisticRegression.Example;
import cn.zhengxun.draft.comparison.TruthTable.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That the weights of the mapping are what fitting gives, and serve laws they were not fitted to. */
class MappingWeightsTest {
    private static final List<TruthTable> TABLES = TruthTable.all();

    @Test
    void the_weights_are_those_that_fit_the_seven_tables() {
        Weights fitted = LogisticRegression.fit(examples(TABLES));

        System.out.printf(Locale.ROOT, "base %.2f each %s%n", fitted.base(), rounded(fitted.each()));
        assertThat(Weights.FITTED.base()).isCloseTo(fitted.base(), org.assertj.core.api.Assertions.within(0.01));
        for (int k = 0; k < fitted.each().length; k++) {
            assertThat(Weights.FITTED.each()[k])
                    .isCloseTo(fitted.each()[k], org.assertj.core.api.Assertions.within(0.01));
        }
    }

    @Test
    void weights_fitted_to_six_laws_serve_the_seventh() {
        List<Answer> all = new ArrayList<>();
        for (TruthTable left : TABLES) {
            Weights weights = LogisticRegression.fit(
                    examples(TABLES.stream().filter(t -> t != left).toList()));
            List<Answer> answers = left.judge(Linking.links(Piece.of(left.before()), Piece.of(left.after()), weights));
            all.addAll(answers);
            print(left.law(), answers);
        }
        print("all", all);
    }

    private static void print(String law, List<Answer> answers) {
        long right = answers.stream().filter(Answer::right).count();
        long automatic = answers.stream().filter(Answer::automatic).count();
        long both = answers.stream().filter(a -> a.right() && a.automatic()).count();
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d right (%.1f %%), automatic %d of %d (%.1f %%), queue %d (%.1f %%)%n",
                law,
                right,
                answers.size(),
                100.0 * right / answers.size(),
                both,
                automatic,
                100.0 * both / automatic,
                answers.size() - automatic,
                100.0 * (answers.size() - automatic) / answers.size());
    }

    private static List<Example> examples(List<TruthTable> tables) {
        List<Example> examples = new ArrayList<>();
        for (TruthTable table : tables) {
            List<Piece> before = Piece.of(table.before());
            List<Piece> after = Piece.of(table.after());
            new Weighing(before, after).evidence().forEach((pair, evidence) -> {
                Optional<TruthTable.Row> row = table.rows().stream()
                        .filter(r -> before.get(pair.before()).head().number().equals(r.before())
                                && after.get(pair.after()).head().number().equals(r.after()))
                        .findFirst();
                if (row.isEmpty() || !row.get().doubt()) {
                    examples.add(new Example(evidence.values(), row.isPresent()));
                }
            });
        }
        return examples;
    }

    private static List<String> rounded(double[] values) {
        return Arrays.stream(values).mapToObj(v -> "%.2f".formatted(v)).toList();
    }
}
