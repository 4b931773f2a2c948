package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseId;

/**
 * One thing put right in a clause tree. Its words stay, in their order; only which clause they belong to, and what
 * kind and number that clause has, changes.
 */
public sealed interface Correction permits Split, Join, Renumber, Retype, Retitle {

    ClauseId clause();

    /** @throws cn.zhengxun.kernel.RuleViolation where the tree does not allow it; the parts are of no use then */
    void change(Parts parts);
}
