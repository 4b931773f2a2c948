package cn.zhengxun.outreach;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** 换人: somebody else is asked instead; the reason stands in the list beside the new name. */
record ReplaceInvitee(
        @NotNull(message = "请选择邀请。") InvitationId invitation,
        @NotNull(message = "请选择替换的人。") InformantId informant,

        @NotBlank(message = "请填写换人的理由。") @Size(max = 200, message = "理由不能超过200个字。")
        String reason)
        implements Command {
    ReplaceInvitee {
        Commands.validate(ReplaceInvitee.class, invitation, informant, reason);
    }
}
