package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** An invited person has no suggestion to make, which is an answer. */
public record HaveNoOpinion(
        @NotNull(message = "请从收到的链接重新打开。") InvitationId invitation) implements Command {
    public HaveNoOpinion {
        Commands.validate(HaveNoOpinion.class, invitation);
    }
}
