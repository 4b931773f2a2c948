package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Renames a tag or lists it under another family; everybody who bears it keeps it. */
record ChangeTag(long id, @NotNull(message = "请填写标签。") Tag tag) implements Command {
    ChangeTag {
        Commands.validate(ChangeTag.class, id, tag);
    }
}
