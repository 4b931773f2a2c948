package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** A new tag, before anybody bears it. */
record AddTag(@NotNull(message = "请填写标签。") Tag tag) implements Command {
    AddTag {
        Commands.validate(AddTag.class, tag);
    }
}
