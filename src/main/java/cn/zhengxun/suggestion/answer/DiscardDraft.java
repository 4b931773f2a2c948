package cn.zhengxun.suggestion.answer;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.outreach.InvitationId;
import jakarta.validation.constraints.NotNull;

/** Throws away what an invited person had saved and not handed in. */
record DiscardDraft(@NotNull(message = "请从收到的链接重新打开。") InvitationId invitation) implements Command {
    DiscardDraft {
        Commands.validate(DiscardDraft.class, invitation);
    }
}
