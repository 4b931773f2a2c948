package cn.zhengxun.draft;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Opens a text of the library to everyone, or keeps it within the office. */
public record ChangeVisibility(
        @NotNull(message = "请指明草案。") DraftId draft,
        @NotNull(message = "请选择公开或内部。") Visibility visibility) implements Command {
    public ChangeVisibility {
        Commands.validate(ChangeVisibility.class, draft, visibility);
    }
}
