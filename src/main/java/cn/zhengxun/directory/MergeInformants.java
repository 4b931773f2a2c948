package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Two entries are one person: the kept one stands for both from now on. */
record MergeInformants(
        @NotNull(message = "请选择保留哪一条。") InformantId kept,
        @NotNull(message = "请选择并入的是哪一条。") InformantId gone) implements Command {
    MergeInformants {
        Commands.validate(MergeInformants.class, kept, gone);
    }
}
