package cn.zhengxun.draft;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/**
 * Makes again the correction that was undone last.
 *
 * @param version of the tree that the person saw
 */
public record RedoCorrection(@NotNull(message = "请指明草案。") DraftId draft, int version) implements Command {
    public RedoCorrection {
        Commands.validate(RedoCorrection.class, draft, version);
    }
}
