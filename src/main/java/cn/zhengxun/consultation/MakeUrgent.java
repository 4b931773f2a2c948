package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A normal consultation goes on as an urgent one. */
public record MakeUrgent(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写加急理由。") @Size(max = 500, message = "加急理由不能超过500个字。")
        String reason)
        implements Command {
    public MakeUrgent {
        Commands.validate(MakeUrgent.class, consultation, reason);
    }
}
