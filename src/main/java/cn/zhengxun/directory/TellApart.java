package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Two entries that look alike are two people; nobody is asked about them again. */
record TellApart(
        @NotNull(message = "请选择两条资料。") InformantId one,
        @NotNull(message = "请选择两条资料。") InformantId other) implements Command {
    TellApart {
        Commands.validate(TellApart.class, one, other);
    }
}
