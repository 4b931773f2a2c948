package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.outreach.InvitationId;
import jakarta.validation.constraints.NotNull;

/** The personal link reached somebody else: every link of the invitation ends until staff have looked into it. */
record DisownLink(@NotNull(message = "请从收到的链接重新打开。") InvitationId invitation) implements Command {
    public DisownLink {
        Commands.validate(DisownLink.class, invitation);
    }
}
