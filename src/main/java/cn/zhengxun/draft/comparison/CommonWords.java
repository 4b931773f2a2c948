package cn.zhengxun.draft.comparison;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often characters and pairs of neighbours stand in the articles of thirteen laws and regulations: so that 应当, 国家
 * and 规定 weigh little even in texts too short to show it. CommonWordsTest counts them.
 */
final class CommonWords {
    /** Rarer ones are not kept. */
    static final int LEAST = 5;

    private static final CommonWords KEPT = read();

    private final int articles;
    private final Map<String, Integer> counts;

    /** @param articles how many were counted @param counts of those, how many hold it */
    CommonWords(int articles, Map<String, Integer> counts) {
        this.articles = articles;
        this.counts = counts;
    }

    static CommonWords kept() {
        return KEPT;
    }

    int articles() {
        return articles;
    }

    int count(String gram) {
        return counts.getOrDefault(gram, 0);
    }

    /** In what share of the articles it stands. */
    double share(String gram) {
        return (double) count(gram) / articles;
    }

    /** The file's lines: the number of articles, then each count with what was counted so often. */
    private static CommonWords read() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                CommonWords.class.getResourceAsStream("common-words.txt"), StandardCharsets.UTF_8))) {
            List<String> lines = file.lines().toList();
            Map<String, Integer> counts = new HashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] words = line.split(" ");
                for (int i = 1; i < words.length; i++) {
                    counts.put(words[i], Integer.parseInt(words[0]));
                }
            }
            return new CommonWords(Integer.parseInt(lines.get(0)), counts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
