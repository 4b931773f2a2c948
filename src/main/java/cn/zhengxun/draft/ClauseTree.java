package cn.zhengxun.draft;

import java.util.List;
import java.util.Optional;

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

    /** @return the node's words and those of everything below it, a line each, with the marks of 项 as printed */
    public String fullText(ClauseId id) {
        throw new UnsupportedOperationException("draft");
    }
}
