package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.RuleViolation;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree as it was read and what was put right in it since. Undoing drops the last step and makes the others again, so
 * that it gives back exactly the tree that was.
 *
 * @param made in the order of making
 * @param undone the last undone first: the next to redo
 */
public record History(ClauseTree baseline, List<Step> made, List<Step> undone) {

    /** @param fresh the ids that the clauses took which came into being by it */
    public record Step(Correction correction, List<ClauseId> fresh) {
        public Step {
            fresh = List.copyOf(fresh);
        }
    }

    public History {
        made = List.copyOf(made);
        undone = List.copyOf(undone);
    }

    public static History of(ClauseTree baseline) {
        return new History(baseline, List.of(), List.of());
    }

    /** @return the tree as it stands now */
    public Proof proof() {
        Proof proof = Proof.of(baseline);
        for (Step step : made) {
            proof = proof.after(step.correction(), step.fresh().iterator());
        }
        return proof;
    }

    /** What was undone before cannot be redone after this. */
    public History with(Step step) {
        return new History(baseline, plus(made, step), List.of());
    }

    public History undo() {
        if (made.isEmpty()) {
            throw new RuleViolation("没有可以撤销的校正。");
        }
        Step last = made.get(made.size() - 1);
        List<Step> rest = new ArrayList<>(undone);
        rest.add(0, last);
        return new History(baseline, made.subList(0, made.size() - 1), rest);
    }

    public History redo() {
        if (undone.isEmpty()) {
            throw new RuleViolation("没有可以重做的校正。");
        }
        return new History(baseline, plus(made, undone.get(0)), undone.subList(1, undone.size()));
    }

    private static List<Step> plus(List<Step> steps, Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }
}
