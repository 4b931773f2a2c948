package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.kernel.RuleViolation;

/**
 * Makes a clause another kind. A number that its words begin with becomes its number; the number that it had goes back
 * to the words where the new kind has none. What follows finds its place by the rules of reading order.
 */
public record Retype(ClauseId clause, ClauseKind kind) implements Correction {

    @Override
    public void change(Parts parts) {
        Part part = parts.get(clause);
        if (part.kind == kind) {
            throw new RuleViolation("“" + part.cited() + "”已经是" + kind.chinese() + "，不用再改。");
        }
        parts.restoreNumber(part);
        part.become(kind);
        parts.takeNumber(part);
    }
}
