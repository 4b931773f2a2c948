package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Replaces what is kept about an informant, and whether the person takes part. */
public record ChangeInformant(
        @NotNull(message = "请选择信息员。") InformantId id,
        @NotNull(message = "请填写信息员资料。") InformantDetails details,
        boolean active)
        implements Command {
    public ChangeInformant {
        Commands.validate(ChangeInformant.class, id, details, active);
    }
}
