package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Nothing is explained in this consultation. */
public record SkipExplanation(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写免宣讲理由。") @Size(max = 500, message = "免宣讲理由不能超过500个字。")
        String reason)
        implements Command {
    public SkipExplanation {
        Commands.validate(SkipExplanation.class, consultation, reason);
    }
}
