package cn.zhengxun.draft.search;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a draft is found by: each article, or what else people speak to, with all its words; the rest by itself. */
final class Passages {

    /** @param text the words, a line each; a heading's own words for 编 to 节 */
    record Passage(Clause clause, String text) {}

    private Passages() {}

    static List<Passage> of(ClauseTree tree) {
        Set<ClauseId> units = tree.units().stream().map(Clause::id).collect(Collectors.toSet());
        Set<ClauseId> within = new HashSet<>();
        List<Passage> passages = new ArrayList<>();
        for (Clause clause : tree.clauses()) {
            if (clause.parent() != null && within.contains(clause.parent())) {
                within.add(clause.id());
                continue;
            }
            boolean unit = units.contains(clause.id());
            if (unit) {
                within.add(clause.id());
            }
            String text = unit ? tree.fullText(clause.id()) : clause.printed();
            if (!text.isBlank()) {
                passages.add(new Passage(clause, text));
            }
        }
        return passages;
    }
}
