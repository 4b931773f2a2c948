package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Whoever left, or withdrew the consent, takes part again. */
public record ReactivateInformant(
        @NotNull(message = "请选择信息员。") InformantId id) implements Command {
    public ReactivateInformant {
        Commands.validate(ReactivateInformant.class, id);
    }
}
