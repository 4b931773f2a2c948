package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Tells everyone invited of the latest new deadline. */
public record TellDeadlineMoved(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public TellDeadlineMoved {
        Commands.validate(TellDeadlineMoved.class, consultation);
    }
}
