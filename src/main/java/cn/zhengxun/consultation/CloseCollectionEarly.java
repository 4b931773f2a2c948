package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Collection ends before its time; the reason is recorded. */
public record CloseCollectionEarly(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写提前截止理由。") @Size(max = 500, message = "提前截止理由不能超过500个字。")
        String reason)
        implements Command {
    public CloseCollectionEarly {
        Commands.validate(CloseCollectionEarly.class, consultation, reason);
    }
}
