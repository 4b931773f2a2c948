package cn.zhengxun.draft;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Staff take the confirmation of a clause tree back, to put it right before anybody is asked about it. */
public record ReopenStructure(@NotNull(message = "请指明草案。") DraftId draft) implements Command {
    public ReopenStructure {
        Commands.validate(ReopenStructure.class, draft);
    }
}
