package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The articles of one reading, and what stands outside of articles, mapped to those of the next.
 *
 * @param links in the order of the earlier text, what is new at its place among them
 * @param undoable whether there is a decision to be taken back
 */
public record ReadingMapping(
        Draft before, Draft after, ClauseTree earlier, ClauseTree later, List<ClauseLink> links, boolean undoable) {

    public ReadingMapping {
        links = links.stream().sorted(inOrder(earlier, later)).toList();
    }

    /** What can be linked in the earlier text, in its order. */
    List<Clause> earlierPieces() {
        return pieces(earlier, ClauseLink::before);
    }

    /** What can be linked in the later text, in its order. */
    List<Clause> laterPieces() {
        return pieces(later, ClauseLink::after);
    }

    private List<Clause> pieces(ClauseTree tree, Function<ClauseLink, ClauseId> side) {
        Set<ClauseId> linked = links.stream().map(side).filter(Objects::nonNull).collect(Collectors.toSet());
        return tree.clauses().stream()
                .filter(clause -> linked.contains(clause.id()))
                .toList();
    }

    public List<ClauseLink> open() {
        return links.stream().filter(ClauseLink::open).toList();
    }

    /** How many doubtful links people have settled. */
    public long settled() {
        return links.stream()
                .filter(link -> link.doubtful() && link.settledAt() != null)
                .count();
    }

    /** A new article stands after the forerunner of the article before it. */
    private static Comparator<ClauseLink> inOrder(ClauseTree earlier, ClauseTree later) {
        Map<ClauseId, Integer> before = positions(earlier);
        Map<ClauseId, Integer> after = positions(later);
        return Comparator.<ClauseLink>comparingDouble(link -> link.before() == null
                        ? (double) after.getOrDefault(link.after(), 0) / Math.max(1, after.size()) * before.size()
                        : before.getOrDefault(link.before(), 0))
                .thenComparing(link -> link.after() == null ? -1 : after.getOrDefault(link.after(), 0));
    }

    private static Map<ClauseId, Integer> positions(ClauseTree tree) {
        Map<ClauseId, Integer> positions = new HashMap<>();
        for (Clause clause : tree.clauses()) {
            positions.put(clause.id(), positions.size());
        }
        return positions;
    }
}
