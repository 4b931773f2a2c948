package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.Link;
import cn.zhengxun.draft.comparison.LinkKind;
import cn.zhengxun.draft.comparison.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static Set<ClauseId> side(List<ClauseLink> links, Function<ClauseLink, ClauseId> side) {
        return links.stream().map(side).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    List<ClauseLink> kept() {
        return kept;
    }

    /** @return the links to be added to the kept ones, so that every article of either text has at least one */
    List<ClauseLink> completed(ClauseTree earlier, ClauseTree later, Mapping fresh) {
        List<ClauseLink> added = new ArrayList<>(fresh.articles().stream()
                .filter(this::fits)
                .map(KeptLinks::computed)
                .toList());
        Set<ClauseId> met = new HashSet<>(befores);
        met.addAll(afters);
        met.addAll(side(added, ClauseLink::before));
        met.addAll(side(added, ClauseLink::after));
        earlier.articles().stream()
                .map(Clause::id)
                .filter(article -> !met.contains(article))
                .forEach(article -> added.add(alone(article, null, LinkKind.REMOVED)));
        later.articles().stream()
                .map(Clause::id)
                .filter(article -> !met.contains(article))
                .forEach(article -> added.add(alone(null, article, LinkKind.NEW)));
        return added;
    }

    /** On articles that people have spoken about, nothing computed comes that did not stand before. */
    private boolean fits(Link link) {
        if (!befores.contains(link.before()) && !afters.contains(link.after())) {
            return true;
        }
        return kept.stream().noneMatch(other -> other.joins(link.before(), link.after()))
                && stood.stream().anyMatch(other -> other.joins(link.before(), link.after()));
    }

    static ClauseLink computed(Link link) {
        return new ClauseLink(
                0, link.before(), link.after(), link.kind(), link.confidence(), doubtful(link), false, null, null);
    }

    private static ClauseLink alone(ClauseId before, ClauseId after, LinkKind kind) {
        return new ClauseLink(0, before, after, kind, 0, true, false, null, null);
    }

    private static boolean doubtful(Link link) {
        return link.confidence() < 0.75;
    }
}
