package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.correction.Correction;
import cn.zhengxun.draft.correction.Join;
import cn.zhengxun.draft.correction.Renumber;
import cn.zhengxun.draft.correction.Retitle;
import cn.zhengxun.draft.correction.Retype;
import cn.zhengxun.draft.correction.Split;
import cn.zhengxun.kernel.RuleViolation;

/**
 * What the correction page sends.
 *
 * @param operation split, join, retype, renumber or retitle
 * @param clause the clause that was chosen
 * @param at of a split, in UTF-16 units of the clause's text
 * @param kind of a retype; of a split, where null lets the words tell
 * @param typed the new number or title
 */
record CorrectionForm(
        Integer version, String operation, Long clause, Integer at, ClauseKind kind, String typed, Boolean following) {
    private static final int LONGEST = 300;

    /** @return null for an operation that there is not */
    Correction correction() {
        if (clause == null) {
            throw new RuleViolation("请先选择要校正的条款。");
        }
        ClauseId id = new ClauseId(clause);
        String words = typed == null ? "" : typed.strip();
        if (words.length() > LONGEST) {
            throw new RuleViolation("编号或者标题不能超过" + LONGEST + "个字。");
        }
        return switch (operation == null ? "" : operation) {
            case "split" -> new Split(id, at == null ? 0 : at, kind);
            case "join" -> new Join(id);
            case "retype" -> new Retype(id, chosenKind());
            case "renumber" -> new Renumber(id, words, Boolean.TRUE.equals(following));
            case "retitle" -> new Retitle(id, words);
            default -> null;
        };
    }

    private ClauseKind chosenKind() {
        if (kind == null) {
            throw new RuleViolation("请选择要改成的类型。");
        }
        return kind;
    }
}
