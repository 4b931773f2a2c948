package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A text's table of contents: the articles, or what else people speak to, in their order under the heading they follow. */
record Contents(List<Part> parts) {

    /** @param heading 编 to 节, or what stands outside them; null before the first */
    record Part(Clause heading, List<Clause> articles) {}

    static Contents of(ClauseTree tree) {
        Set<ClauseId> units = tree.units().stream().map(Clause::id).collect(Collectors.toSet());
        List<Part> parts = new ArrayList<>();
        for (Clause clause : tree.clauses()) {
            if (clause.kind().isDivision()) {
                parts.add(new Part(clause, new ArrayList<>()));
            } else if (units.contains(clause.id())) {
                if (parts.isEmpty()) {
                    parts.add(new Part(null, new ArrayList<>()));
                }
                parts.get(parts.size() - 1).articles().add(clause);
            }
        }
        return new Contents(parts);
    }

    /** How many articles there are. */
    public int size() {
        return parts.stream().mapToInt(part -> part.articles().size()).sum();
    }
}
