package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The director found the plan complete and right. */
public record ApprovePlan(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public ApprovePlan {
        Commands.validate(ApprovePlan.class, consultation);
    }
}
