package cn.zhengxun.draft;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Takes back the last decision on how a draft goes on from the reading before it. */
public record UndoMappingDecision(
        @NotNull(message = "请指明草案。") DraftId draft) implements Command {
    public UndoMappingDecision {
        Commands.validate(UndoMappingDecision.class, draft);
    }
}
