package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The person is asked no more; what was said before stays. */
public record DeactivateInformant(
        @NotNull(message = "请选择信息员。") InformantId id) implements Command {
    public DeactivateInformant {
        Commands.validate(DeactivateInformant.class, id);
    }
}
