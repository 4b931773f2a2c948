package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clauses of one text that a person would look at first when asked where some words stand in it. */
final class Counterparts {
    private static final String SPACE = "\\s+";

    private Counterparts() {}

    /** @return those of these clauses that share the most pairs of neighbouring characters with these words, best first */
    static List<Clause> likely(ClauseTree tree, List<Clause> clauses, String words, int most) {
        Set<String> asked = pairs(words);
        Map<Clause, Double> alike = new HashMap<>();
        for (Clause article : clauses) {
            double score = alike(asked, pairs(tree.fullText(article.id())));
            if (score > 0) {
                alike.put(article, score);
            }
        }
        return alike.entrySet().stream()
                .sorted(Map.Entry.<Clause, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().position(), Comparator.naturalOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By the smaller of the two, so that a part of a long article is found. */
    private static double alike(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        return one.isEmpty() || other.isEmpty() ? 0 : (double) shared / Math.min(one.size(), other.size());
    }

    private static Set<String> pairs(String text) {
        String plain = text.replaceAll(SPACE, "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}
