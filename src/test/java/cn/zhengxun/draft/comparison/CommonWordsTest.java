package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the counts kept are those of the laws for which there is no truth table: no table is judged by its own words. */
class CommonWordsTest {
    private static final Path LAWS = Path.of("src/test/resources/laws");

    @Test
    void the_counts_kept_are_those_of_the_laws_without_a_truth_table() throws IOException {
        Set<String> judged = TruthTable.all().stream().map(TruthTable::law).collect(Collectors.toSet());
        Map<String, Integer> counts = new HashMap<>();
        int articles = 0;
        int laws = 0;
        try (Stream<Path> files = Files.list(LAWS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(").md") && !name.endsWith("条例.md")
                        || judged.contains(name.replaceFirst("\\(.*", ""))) {
                    continue;
                }
                laws++;
                for (Piece piece : Piece.of(TruthTable.tree(file))) {
                    if (piece.isArticle()) {
                        articles++;
                        grams(piece.wording().words()).forEach(gram -> counts.merge(gram, 1, Integer::sum));
                    }
                }
            }
        }
        counts.values().removeIf(count -> count < CommonWords.LEAST);
        Files.writeString(Path.of("target/common-words.txt"), written(articles, counts));

        assertThat(laws).isEqualTo(13);
        assertThat(CommonWords.kept().articles()).isEqualTo(articles);
        assertThat(counts)
                .hasSizeGreaterThan(1_000)
                .allSatisfy((gram, count) ->
                        assertThat(CommonWords.kept().count(gram)).isEqualTo(count));
    }

    private static Set<String> grams(String words) {
        Set<String> grams = new HashSet<>();
        int[] characters = words.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            grams.add(new String(characters, i, 1));
            if (i > 0) {
                grams.add(new String(characters, i - 1, 2));
            }
        }
        return grams;
    }

    /** As src/main/resources/…/common-words.txt is to read. */
    private static String written(int articles, Map<String, Integer> counts) {
        Map<Integer, Set<String>> byCount = new TreeMap<>();
        counts.forEach((gram, count) ->
                byCount.computeIfAbsent(count, c -> new TreeSet<>()).add(gram));
        List<String> lines = byCount.entrySet().stream()
                .map(line -> line.getKey() + " " + String.join(" ", line.getValue()))
                .toList();
        return articles + "\n" + String.join("\n", lines) + "\n";
    }
}
