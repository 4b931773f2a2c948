package cn.zhengxun.draft.search;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a draft is found by: each article with all its words, and whatever stands outside the articles by itself. */
final class Passages {

    /** @param text the words, a line each; a heading's own words for 编 to 节 */
    record Passage(Clause clause, String text) {}

    private Passages() {}

    static List<Passage> of(ClauseTree tree) {
        List<Clause> heads = new ArrayList<>();
        Map<ClauseId, StringBuilder> words = new HashMap<>();
        Map<ClauseId, StringBuilder> withinArticle = new HashMap<>();
        for (Clause clause : tree.clauses()) {
            StringBuilder article = clause.parent() == null ? null : withinArticle.get(clause.parent());
            if (article != null) {
                withinArticle.put(clause.id(), article);
                addLine(article, clause.printed());
                continue;
            }
            boolean begins = clause.kind() == ClauseKind.ARTICLE;
            StringBuilder own = new StringBuilder(begins ? "" : clause.printed());
            heads.add(clause);
            words.put(clause.id(), own);
            if (begins) {
                withinArticle.put(clause.id(), own);
            }
        }
        return heads.stream()
                .map(clause -> new Passage(clause, words.get(clause.id()).toString()))
                .filter(passage -> !passage.text().isBlank())
                .toList();
    }

    private static void addLine(StringBuilder words, String line) {
        if (!line.isEmpty()) {
            words.append(words.isEmpty() ? "" : "\n").append(line);
        }
    }
}
