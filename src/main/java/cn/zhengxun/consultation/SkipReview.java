package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An urgent consultation does without the expert review. */
public record SkipReview(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写免论证理由。") @Size(max = 500, message = "免论证理由不能超过500个字。")
        String reason)
        implements Command {
    public SkipReview {
        Commands.validate(SkipReview.class, consultation, reason);
    }
}
