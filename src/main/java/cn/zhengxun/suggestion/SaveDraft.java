package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.outreach.InvitationId;
import jakarta.validation.constraints.NotNull;

/** Keeps what an invited person has typed so far, in place of what was kept before. */
record SaveDraft(
        @NotNull(message = "请从收到的链接重新打开。") InvitationId invitation,
        @NotNull(message = "还没有写内容，不用保存。") AnswerForm form) implements Command {
    SaveDraft {
        Commands.validate(SaveDraft.class, invitation, form);
    }
}
