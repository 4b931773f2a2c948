package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** An invited person who had no suggestion wants to make one after all. */
public record Reconsider(@NotNull(message = "请从收到的链接重新打开。") InvitationId invitation) implements Command {
    public Reconsider {
        Commands.validate(Reconsider.class, invitation);
    }
}
