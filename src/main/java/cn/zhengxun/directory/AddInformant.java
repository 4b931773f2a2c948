package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Appoints an informant. */
public record AddInformant(@NotNull(message = "请填写信息员资料。") InformantDetails details) implements Command {
    public AddInformant {
        Commands.validate(AddInformant.class, details);
    }
}
