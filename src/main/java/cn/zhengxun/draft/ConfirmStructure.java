package cn.zhengxun.draft;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Staff have read the clause tree against the original and found it right. */
public record ConfirmStructure(@NotNull(message = "请指明草案。") DraftId draft) implements Command {
    public ConfirmStructure {
        Commands.validate(ConfirmStructure.class, draft);
    }
}
