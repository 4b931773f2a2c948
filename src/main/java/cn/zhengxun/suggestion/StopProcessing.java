package cn.zhengxun.suggestion;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** A person no longer agrees that anything is processed: what was typed and not handed in goes at once. */
public record StopProcessing(
        @NotNull(message = "请从收到的链接重新打开。") InformantId informant) implements Command {
    public StopProcessing {
        Commands.validate(StopProcessing.class, informant);
    }
}
