package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** Somebody outside the directory allows with the receipt what was not allowed before. */
public record GiveConsent(
        @NotBlank(message = "请填写回执编号。") String receipt,
        @NotNull(message = "请选择同意哪一项。") SubmissionConsent consent) implements Command {
    public GiveConsent {
        Commands.validate(GiveConsent.class, receipt, consent);
    }
}
