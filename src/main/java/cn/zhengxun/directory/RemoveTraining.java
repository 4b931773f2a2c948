package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Takes back a record made by mistake. */
record RemoveTraining(@NotNull(message = "请选择信息员。") InformantId informant, long training) implements Command {
    RemoveTraining {
        Commands.validate(RemoveTraining.class, informant, training);
    }
}
