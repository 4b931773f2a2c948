package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.outreach.InvitationId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A submission on this person's record was made by somebody else. @param receipt its number */
record DisownSubmission(
        @NotNull(message = "请从收到的链接重新打开。") InvitationId invitation,
        @NotBlank(message = "请选择不是您提的那一份意见。") String receipt)
        implements Command {
    public DisownSubmission {
        Commands.validate(DisownSubmission.class, invitation, receipt);
    }
}
