package cn.zhengxun.draft.clause;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** A draft's clauses in reading order. */
public record ClauseTree(List<Clause> clauses) {
    public ClauseTree {
        clauses = List.copyOf(clauses);
    }

    public List<Clause> articles() {
        return clauses.stream().filter(c -> c.kind() == ClauseKind.ARTICLE).toList();
    }

    public List<Clause> children(ClauseId parent) {
        return clauses.stream()
                .filter(c -> parent == null ? c.parent() == null : parent.equals(c.parent()))
                .toList();
    }

    public Optional<Clause> find(ClauseId id) {
        return clauses.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /**
     * @return the node's words and those of everything below it, a line each, with the marks of 项 and 目; an article
     *     below a division begins with its number, the asked node does not; empty where the tree has no such node
     */
    public String fullText(ClauseId id) {
        StringJoiner lines = new StringJoiner("\n");
        Set<ClauseId> within = new HashSet<>();
        String number = "";
        for (Clause clause : clauses) {
            boolean asked = clause.id().equals(id);
            if (!asked && !within.contains(clause.parent())) {
                continue;
            }
            within.add(clause.id());
            if (clause.kind() == ClauseKind.ARTICLE) {
                number = asked ? "" : clause.label() + " ";
                continue;
            }
            String words = asked && !clause.isListed() ? clause.text() : clause.printed();
            if (!words.isEmpty()) {
                lines.add(number + words);
                number = "";
            }
        }
        return lines.toString();
    }
}
