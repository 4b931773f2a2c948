package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Mints a link for one printed letter. */
public record PrintInvitation(@NotNull(message = "请选择邀请。") InvitationId invitation) implements Command {
    public PrintInvitation {
        Commands.validate(PrintInvitation.class, invitation);
    }
}
