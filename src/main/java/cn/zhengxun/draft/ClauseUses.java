package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseId;
import java.util.Map;

/** Who relies on the clauses of a draft while its structure may still change; the room that does answers. */
public interface ClauseUses {

    /** @throws cn.zhengxun.kernel.RuleViolation once people are to be asked about these clauses as they are */
    void requireReopenable(DraftId draft);

    /** To be called before clauses go, in the same transaction. @param into where each one's words went */
    void movedInto(Map<ClauseId, ClauseId> into);
}
