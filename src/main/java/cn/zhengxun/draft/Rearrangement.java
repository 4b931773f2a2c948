package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.comparison.LinkKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a person's decision does to the links of a mapping, so that afterwards, as before, every article of either text
 * has at least one.
 *
 * @param dropped links that no longer hold
 * @param added their kinds are provisional where both sides stand
 */
record Rearrangement(List<ClauseLink> dropped, List<ClauseLink> added) {

    /** Who decides, and when. */
    record Decision(Instant at, String by) {}

    static Rearrangement accepting(ClauseLink link, Decision decision) {
        return new Rearrangement(List.of(link), List.of(link.settled(decision.at(), decision.by(), false)));
    }

    /**
     * @param clause an article of the earlier text, which lives on in exactly these; or, with {@code forerunners}, one of
     *     the later text, which comes from exactly these
     * @param counterparts of the other text; none where the article was removed, or is new
     */
    static Rearrangement of(
            List<ClauseLink> links,
            ClauseId clause,
            Set<ClauseId> counterparts,
            boolean forerunners,
            Decision decision) {
        Function<ClauseLink, ClauseId> here = forerunners ? ClauseLink::after : ClauseLink::before;
        Function<ClauseLink, ClauseId> there = forerunners ? ClauseLink::before : ClauseLink::after;
        List<ClauseLink> dropped = new ArrayList<>();
        List<ClauseLink> added = new ArrayList<>();
        Set<ClauseId> left = new HashSet<>();
        for (ClauseLink link : links) {
            if (clause.equals(here.apply(link))) {
                dropped.add(link);
                if (there.apply(link) != null && !counterparts.contains(there.apply(link))) {
                    left.add(there.apply(link));
                }
            } else if (here.apply(link) == null && counterparts.contains(there.apply(link))) {
                dropped.add(link);
            }
        }
        links.stream()
                .filter(link -> !clause.equals(here.apply(link)))
                .map(there)
                .forEach(left::remove);
        for (ClauseId counterpart : counterparts) {
            added.add(drawn(clause, counterpart, forerunners, decision));
        }
        if (counterparts.isEmpty()) {
            added.add(drawn(clause, null, forerunners, decision));
        }
        for (ClauseId orphan : left) {
            added.add(leftOver(orphan, forerunners));
        }
        return new Rearrangement(dropped, added);
    }

    private static ClauseLink drawn(ClauseId clause, ClauseId counterpart, boolean forerunners, Decision decision) {
        ClauseId before = forerunners ? counterpart : clause;
        ClauseId after = forerunners ? clause : counterpart;
        return new ClauseLink(
                0, before, after, provisional(before, after), 1, true, true, decision.at(), decision.by());
    }

    /** It lost its last counterpart through a decision about the other side: to be looked at. */
    private static ClauseLink leftOver(ClauseId orphan, boolean forerunners) {
        ClauseId before = forerunners ? orphan : null;
        ClauseId after = forerunners ? null : orphan;
        return new ClauseLink(0, before, after, provisional(before, after), 0.5, true, true, null, null);
    }

    private static LinkKind provisional(ClauseId before, ClauseId after) {
        return before == null ? LinkKind.NEW : after == null ? LinkKind.REMOVED : LinkKind.CHANGED;
    }
}
