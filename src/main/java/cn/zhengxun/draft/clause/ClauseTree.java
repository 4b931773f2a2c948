package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** A draft's clauses in reading order: each is followed by everything below it. */
public final class ClauseTree {
    private final List<Clause> clauses;
    private final Map<ClauseId, Integer> places = new HashMap<>();
    private final Map<ClauseId, List<Clause>> children = new HashMap<>();

    public ClauseTree(List<Clause> clauses) {
        this.clauses = List.copyOf(clauses);
        for (int i = 0; i < this.clauses.size(); i++) {
            Clause clause = this.clauses.get(i);
            places.putIfAbsent(clause.id(), i);
            children.computeIfAbsent(clause.parent(), parent -> new ArrayList<>())
                    .add(clause);
        }
    }

    public List<Clause> clauses() {
        return clauses;
    }

    /** @return the 条, also those of annexes */
    public List<Clause> articles() {
        return clauses.stream().filter(c -> c.kind() == ClauseKind.ARTICLE).toList();
    }

    /**
     * What people can speak to: the 条 and the instructions of an amending text (of nested ones the innermost); in a
     * text with neither its numbered points, and in one without those its paragraphs.
     */
    public List<Clause> units() {
        List<Clause> units = clauses.stream()
                .filter(c -> c.kind() == ClauseKind.ARTICLE || c.kind() == ClauseKind.AMENDMENT && !leads(c))
                .toList();
        units = units.isEmpty() ? atTheTop(ClauseKind.ITEM) : units;
        return units.isEmpty() ? atTheTop(ClauseKind.PARAGRAPH) : units;
    }

    private boolean leads(Clause clause) {
        return children(clause.id()).stream().anyMatch(c -> c.kind() == ClauseKind.AMENDMENT);
    }

    private List<Clause> atTheTop(ClauseKind kind) {
        return clauses.stream()
                .filter(c -> c.kind() == kind)
                .filter(c -> c.parent() == null
                        || find(c.parent()).filter(p -> p.kind().isDivision()).isPresent())
                .toList();
    }

    /** @param parent null for the outermost */
    public List<Clause> children(ClauseId parent) {
        return List.copyOf(children.getOrDefault(parent, List.of()));
    }

    public Optional<Clause> find(ClauseId id) {
        return Optional.ofNullable(places.get(id)).map(clauses::get);
    }

    /** @return the clause that holds this one or is it and that people speak to as a whole; empty where there is none */
    public Optional<Clause> unitOf(ClauseId id) {
        Set<ClauseId> units = new HashSet<>();
        units().forEach(unit -> units.add(unit.id()));
        Optional<Clause> clause = find(id);
        while (clause.isPresent() && !units.contains(clause.get().id())) {
            ClauseId parent = clause.get().parent();
            clause = parent == null ? Optional.empty() : find(parent);
        }
        return clause;
    }

    /**
     * @return the node's words and those of everything below it, a line each, with the marks of 项 and 目; an article
     *     below a division begins with its number, the asked node does not; empty where the tree has no such node
     */
    public String fullText(ClauseId id) {
        Integer place = places.get(id);
        if (place == null) {
            return "";
        }
        StringJoiner lines = new StringJoiner("\n");
        Set<ClauseId> within = new HashSet<>();
        String number = "";
        for (int i = place; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            boolean asked = i == place;
            if (!asked && !within.contains(clause.parent())) {
                break;
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

    /**
     * @return where the text may have been read or typed wrongly, a Chinese sentence each, in the order of the text:
     *     numbers that skip, fall back or come twice, articles without words or far too long
     */
    public List<String> doubts() {
        return Doubts.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClauseTree tree && clauses.equals(tree.clauses);
    }

    @Override
    public int hashCode() {
        return clauses.hashCode();
    }

    @Override
    public String toString() {
        return "ClauseTree" + clauses;
    }
}
