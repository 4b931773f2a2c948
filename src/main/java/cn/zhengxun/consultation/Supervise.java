package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The daily look at one consultation's due dates. */
public record Supervise(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public Supervise {
        Commands.validate(Supervise.class, consultation);
    }
}
