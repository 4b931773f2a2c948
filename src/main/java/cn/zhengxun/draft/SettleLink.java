package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Staff have compared the two articles and found the proposed link right. One side is null where an article is new or removed. */
public record SettleLink(@NotNull(message = "请指明草案。") DraftId draft, ClauseId before, ClauseId after)
        implements Command {
    public SettleLink {
        Commands.validate(SettleLink.class, draft, before, after);
    }
}
