package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.Mapping;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the clauses of an earlier text stand in a later one of the same bill, over all readings between them. */
public final class Succession {
    private final DraftId start;
    private final ClauseTree startTree;
    private final ClauseTree end;
    private final Map<ClauseId, List<ClauseId>> successors;

    private Succession(DraftId start, ClauseTree startTree, ClauseTree end, Map<ClauseId, List<ClauseId>> successors) {
        this.start = start;
        this.startTree = startTree;
        this.end = end;
        this.successors = successors;
    }

    /** From a text to itself. */
    static Succession within(DraftId draft, ClauseTree tree) {
        Map<ClauseId, List<ClauseId>> itself = new HashMap<>();
        tree.clauses().forEach(clause -> itself.put(clause.id(), List.of(clause.id())));
        return new Succession(draft, tree, tree, itself);
    }

    /** The same end, from one text further back. */
    Succession after(DraftId earlier, ClauseTree tree, Mapping mapping) {
        Map<ClauseId, Integer> places = new HashMap<>();
        end.clauses().forEach(clause -> places.put(clause.id(), clause.position()));
        Map<ClauseId, List<ClauseId>> further = new HashMap<>();
        for (Clause clause : tree.clauses()) {
            List<ClauseId> reached = mapping.successors(clause.id()).stream()
                    .flatMap(next -> of(next).stream())
                    .distinct()
                    .sorted(Comparator.comparing(places::get))
                    .toList();
            further.put(clause.id(), reached);
        }
        return new Succession(earlier, tree, end, further);
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

    /** @return in the order of the later text; empty where the clause was removed, or is none of the earlier text */
    public List<ClauseId> of(ClauseId clause) {
        return successors.getOrDefault(clause, List.of());
    }

    /** What the last clause before a removed one became, as far as the later text still has it; empty for the beginning. */
    public Optional<ClauseId> placeOf(ClauseId removed) {
        int position = startTree.find(removed).map(Clause::position).orElse(Integer.MAX_VALUE);
        return startTree.units().stream()
                .filter(unit -> unit.position() < position)
                .sorted(Comparator.comparing(Clause::position).reversed())
                .map(unit -> of(unit.id()))
                .filter(found -> !found.isEmpty())
                .map(found -> found.get(found.size() - 1))
                .findFirst();
    }
}
