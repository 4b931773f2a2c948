package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.ClauseId;

/**
 * One pair of a mapping.
 *
 * @param before null where the clause is new
 * @param after null where the clause was removed
 * @param confidence from 0 to 1
 */
public record Link(ClauseId before, ClauseId after, LinkKind kind, double confidence) {}
