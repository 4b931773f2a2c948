package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Sends the invitation again, with a new link; a revoked one becomes valid again. */
public record ResendInvitation(@NotNull(message = "请选择邀请。") InvitationId invitation) implements Command {
    public ResendInvitation {
        Commands.validate(ResendInvitation.class, invitation);
    }
}
