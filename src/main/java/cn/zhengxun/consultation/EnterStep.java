package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The process has reached a step, 1–10. */
public record EnterStep(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @Min(value = 1, message = "没有这一步。") @Max(value = 10, message = "没有这一步。")
        int step)
        implements Command {
    public EnterStep {
        Commands.validate(EnterStep.class, consultation, step);
    }
}
