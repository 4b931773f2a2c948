package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.List;

/** A text's table of contents: the articles in their order, under the heading that they follow. */
record Contents(List<Part> parts) {

    /** @param heading 编 to 节, or what stands outside them; null before the first */
    record Part(Clause heading, List<Clause> articles) {}

    static Contents of(ClauseTree tree) {
        List<Part> parts = new ArrayList<>();
        for (Clause clause : tree.clauses()) {
            switch (clause.kind()) {
                case PART, SUBPART, CHAPTER, SECTION -> parts.add(new Part(clause, new ArrayList<>()));
                case ARTICLE, AMENDMENT -> {
                    if (parts.isEmpty()) {
                        parts.add(new Part(null, new ArrayList<>()));
                    }
                    parts.get(parts.size() - 1).articles().add(clause);
                }
                default -> {
                    // found by reading
                }
            }
        }
        return new Contents(parts);
    }

    /** How many articles there are. */
    public int size() {
        return parts.stream().mapToInt(part -> part.articles().size()).sum();
    }
}
