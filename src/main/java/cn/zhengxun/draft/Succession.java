package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the clauses of an earlier text stand in a later one of the same bill, over all readings between them. */
public final class Succession {
    private final DraftId start;
    private final ClauseTree startTree;
    private final ClauseTree end;
    private final Map<ClauseId, Integer> endPositions;
    /** Of each article of the start. */
    private final Map<ClauseId, Set<ClauseId>> successors;

    private final Map<ClauseId, Clause> clauses = new HashMap<>();

    private Succession(
            DraftId start,
            ClauseTree startTree,
            ClauseTree end,
            Map<ClauseId, Integer> endPositions,
            Map<ClauseId, Set<ClauseId>> successors) {
        this.start = start;
        this.startTree = startTree;
        this.end = end;
        this.endPositions = endPositions;
        this.successors = successors;
        startTree.clauses().forEach(clause -> clauses.put(clause.id(), clause));
    }

    /** From a text to itself. */
    static Succession within(ClauseTree tree, DraftId draft) {
        Map<ClauseId, Integer> positions = new HashMap<>();
        Map<ClauseId, Set<ClauseId>> itself = new HashMap<>();
        for (Clause clause : tree.clauses()) {
            positions.put(clause.id(), clause.position());
            if (clause.kind() == ClauseKind.ARTICLE) {
                itself.put(clause.id(), Set.of(clause.id()));
            }
        }
        return new Succession(draft, tree, tree, positions, itself);
    }

    /** The same end, from one text further back. */
    Succession after(DraftId earlier, ClauseTree tree, List<ClauseLink> links) {
        Map<ClauseId, Set<ClauseId>> further = new HashMap<>();
        for (ClauseLink link : links) {
            if (link.before() != null && link.after() != null) {
                further.computeIfAbsent(link.before(), article -> new LinkedHashSet<>())
                        .addAll(successors.getOrDefault(link.after(), Set.of()));
            }
        }
        return new Succession(earlier, tree, end, endPositions, further);
    }

    DraftId start() {
        return start;
    }

    ClauseTree startTree() {
        return startTree;
    }

    /** The later text. */
    public ClauseTree end() {
        return end;
    }

    /**
     * @param clause of the earlier text; of a 款, 项 or 目 the article counts
     * @return in the order of the later text; empty where it was removed, or is unknown
     */
    public List<ClauseId> of(ClauseId clause) {
        return article(clause)
                .map(article -> successors.getOrDefault(article.id(), Set.of()).stream()
                        .sorted(Comparator.comparing(id -> endPositions.getOrDefault(id, 0)))
                        .toList())
                .orElseGet(() -> namesake(clause).map(List::of).orElse(List.of()));
    }

    /** The article after which a removed clause stood, as far as the later text still has it; empty for the beginning. */
    public Optional<ClauseId> placeOf(ClauseId removed) {
        int position =
                Optional.ofNullable(clauses.get(removed)).map(Clause::position).orElse(Integer.MAX_VALUE);
        return startTree.articles().stream()
                .filter(article -> article.position() < position)
                .sorted(Comparator.comparing(Clause::position).reversed())
                .map(article -> of(article.id()))
                .filter(found -> !found.isEmpty())
                .map(found -> found.get(found.size() - 1))
                .findFirst();
    }

    private Optional<Clause> article(ClauseId id) {
        Clause clause = clauses.get(id);
        while (clause != null && clause.kind() != ClauseKind.ARTICLE) {
            clause = clause.parent() == null ? null : clauses.get(clause.parent());
        }
        return Optional.ofNullable(clause);
    }

    /** What is no article, such as a preamble, goes on in what is called the same. */
    private Optional<ClauseId> namesake(ClauseId id) {
        return Optional.ofNullable(clauses.get(id))
                .flatMap(clause -> end.clauses().stream()
                        .filter(other ->
                                other.kind() == clause.kind() && other.label().equals(clause.label()))
                        .map(Clause::id)
                        .findFirst());
    }
}
