package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;

/** Hands what was staged under a form's key on to the submission that the form became. */
public record AdoptAttachments(
        @NotBlank(message = "页面已过期，请重新打开。") String key, long submission) implements Command {
    public AdoptAttachments {
        Commands.validate(AdoptAttachments.class, key, submission);
    }
}
