package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Tells everyone invited that the consultation is suspended. */
public record TellSuspended(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public TellSuspended {
        Commands.validate(TellSuspended.class, consultation);
    }
}
