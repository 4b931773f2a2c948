package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What must be written so that the rows of one tree become those of another.
 *
 * @param goneInto the clauses that go, in reading order, each with the one its words went into
 * @param added in reading order, so that a parent stands before its children
 * @param changed clauses that stay and say something else than their place
 * @param shifts runs of clauses that stay but stand elsewhere in reading order
 */
record TreeChange(Map<ClauseId, ClauseId> goneInto, List<Clause> added, List<Clause> changed, List<Shift> shifts) {

    /** Positions from first to last of the earlier tree move by so many. */
    record Shift(int first, int last, int by) {}

    static TreeChange between(ClauseTree before, ClauseTree after) {
        Map<ClauseId, Clause> kept = new HashMap<>();
        before.clauses().forEach(clause -> kept.put(clause.id(), clause));
        Map<ClauseId, Clause> now = after.clauses().stream().collect(Collectors.toMap(Clause::id, clause -> clause));
        List<Clause> added = new ArrayList<>();
        List<Clause> changed = new ArrayList<>();
        for (Clause clause : after.clauses()) {
            Clause earlier = kept.get(clause.id());
            if (earlier == null) {
                added.add(clause);
            } else if (!samePlaceApart(earlier, clause)) {
                changed.add(clause);
            }
        }
        return new TreeChange(goneInto(before, after, now), added, changed, shifts(before, now));
    }

    private static boolean samePlaceApart(Clause one, Clause other) {
        return one.equals(new Clause(
                other.id(), other.parent(), one.position(), other.kind(), other.number(), other.label(), other.text()));
    }

    /** Words go into the clause before; those of the very first into what is first now. */
    private static Map<ClauseId, ClauseId> goneInto(ClauseTree before, ClauseTree after, Map<ClauseId, Clause> now) {
        Map<ClauseId, ClauseId> into = new LinkedHashMap<>();
        ClauseId last = after.clauses().get(0).id();
        for (Clause clause : before.clauses()) {
            if (now.containsKey(clause.id())) {
                last = clause.id();
            } else {
                into.put(clause.id(), last);
            }
        }
        return into;
    }

    private static List<Shift> shifts(ClauseTree before, Map<ClauseId, Clause> now) {
        List<Shift> shifts = new ArrayList<>();
        for (Clause clause : before.clauses()) {
            Clause later = now.get(clause.id());
            int by = later == null ? 0 : later.position() - clause.position();
            if (by == 0) {
                continue;
            }
            int end = shifts.size() - 1;
            int at = clause.position();
            if (end >= 0 && shifts.get(end).by() == by && shifts.get(end).last() == at - 1) {
                shifts.set(end, new Shift(shifts.get(end).first(), at, by));
            } else {
                shifts.add(new Shift(at, at, by));
            }
        }
        return shifts;
    }
}
