package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.comparison.Link;
import cn.zhengxun.draft.comparison.LinkKind;
import cn.zhengxun.draft.comparison.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins what people settled with a mapping that was computed anew, after a text was corrected. */
final class KeptLinks {
    private final List<ClauseLink> stood;
    private final List<ClauseLink> kept;
    private final Set<ClauseId> befores;
    private final Set<ClauseId> afters;

    /** @param stood all links that held until now, between clauses that still exist */
    KeptLinks(List<ClauseLink> stood) {
        this.stood = stood;
        this.kept = stood.stream()
                .filter(link -> link.settledAt() != null || link.byHand())
                .toList();
        this.befores = side(kept, ClauseLink::before);
        this.afters = side(kept, ClauseLink::after);
    }

    private static <T> Set<ClauseId> side(Collection<T> links, Function<T, ClauseId> side) {
        return links.stream().map(side).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    List<ClauseLink> kept() {
        return kept;
    }

    /** @return the links to be added to the kept ones, so that every clause that the fresh mapping links has at least one */
    List<ClauseLink> completed(Mapping fresh) {
        List<Link> computed = Stream.concat(fresh.articles().stream(), fresh.others().stream())
                .toList();
        List<ClauseLink> added = new ArrayList<>(
                computed.stream().filter(this::fits).map(KeptLinks::computed).toList());
        Set<ClauseId> met = new HashSet<>(befores);
        met.addAll(afters);
        met.addAll(side(added, ClauseLink::before));
        met.addAll(side(added, ClauseLink::after));
        computed.stream()
                .map(Link::before)
                .filter(clause -> clause != null && met.add(clause))
                .forEach(clause -> added.add(alone(clause, null, LinkKind.REMOVED)));
        computed.stream()
                .map(Link::after)
                .filter(clause -> clause != null && met.add(clause))
                .forEach(clause -> added.add(alone(null, clause, LinkKind.NEW)));
        return added;
    }

    /** On clauses that people have spoken about, nothing computed comes that did not stand before. */
    private boolean fits(Link link) {
        if (!befores.contains(link.before()) && !afters.contains(link.after())) {
            return true;
        }
        return kept.stream().noneMatch(other -> other.joins(link.before(), link.after()))
                && stood.stream().anyMatch(other -> other.joins(link.before(), link.after()));
    }

    private static ClauseLink computed(Link link) {
        return new ClauseLink(
                0, link.before(), link.after(), link.kind(), link.confidence(), link.isDoubtful(), false, null, null);
    }

    private static ClauseLink alone(ClauseId before, ClauseId after, LinkKind kind) {
        return new ClauseLink(0, before, after, kind, 0, true, false, null, null);
    }
}
