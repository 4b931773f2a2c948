package cn.zhengxun.draft;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/**
 * Takes back the last correction that stands.
 *
 * @param version of the tree that the person saw
 */
public record UndoCorrection(@NotNull(message = "请指明草案。") DraftId draft, int version) implements Command {
    public UndoCorrection {
        Commands.validate(UndoCorrection.class, draft, version);
    }
}
