package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Takes a file away before anybody relied on it: from a form that was not handed in, or from a meeting. */
public record RemoveAttachment(
        @NotNull(message = "请选择附件属于哪里。") Owner owner, long attachment) implements Command {
    public RemoveAttachment {
        Commands.validate(RemoveAttachment.class, owner, attachment);
    }
}
