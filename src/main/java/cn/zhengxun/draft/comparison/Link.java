package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.ClauseId;

/**
 * One pair of a mapping.
 *
 * @param before null where the clause is new
 * @param after null where the clause was removed
 * @param confidence from 0 to 1: how probable it is that the earlier clause has exactly the partners that it is linked
 *     with; of a new clause, that it has none
 */
public record Link(ClauseId before, ClauseId after, LinkKind kind, double confidence) {
    /** Below it a person looks at the link. Of those above it at least 98 in 100 are right (docs/mapping.md). */
    public static final double SURE = 0.75;

    public boolean isDoubtful() {
        return confidence < SURE;
    }
}
