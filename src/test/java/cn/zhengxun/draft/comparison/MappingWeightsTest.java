package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhengxun.draft.comparison.LogisticRegression.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(Weights.FITTED.base()).isCloseTo(fitted.base(), within(0.05));
        for (int k = 0; k < fitted.each().length; k++) {
            assertThat(Weights.FITTED.each()[k]).isCloseTo(fitted.each()[k], within(0.05));
        }
    }

    @Test
    void weights_fitted_to_six_laws_serve_the_seventh() throws IOException {
        List<MappingScore> scores = new ArrayList<>();
        StringBuilder table = new StringBuilder(MappingScore.head());
        for (TruthTable left : TABLES) {
            Weights weights = LogisticRegression.fit(
                    examples(TABLES.stream().filter(t -> t != left).toList()));
            scores.add(MappingScore.of(left, Linking.links(Piece.of(left.before()), Piece.of(left.after()), weights)));
            table.append(scores.get(scores.size() - 1).row(left.law()));
        }
        MappingScore all = MappingScore.sum(scores);
        table.append(all.row("合计"));
        System.out.println(table);
        Files.writeString(Path.of("target/mapping-left-out.md"), table);
        assertThat(Path.of("docs/mapping.md"))
                .as("figures published; target/mapping-left-out.md has those of now")
                .content()
                .contains(table);

        assertThat(all.rightShare()).isGreaterThanOrEqualTo(0.95);
        assertThat(all.automaticRightShare()).isGreaterThanOrEqualTo(0.975);
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
