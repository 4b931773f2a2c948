package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Ends every link of this invitation at once. */
public record RevokeInvitation(@NotNull(message = "请选择邀请。") InvitationId invitation) implements Command {
    public RevokeInvitation {
        Commands.validate(RevokeInvitation.class, invitation);
    }
}
