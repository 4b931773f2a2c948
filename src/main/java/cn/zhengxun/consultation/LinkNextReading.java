package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Consultations on later readings of the same bill were registered while this one was under way. */
public record LinkNextReading(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public LinkNextReading {
        Commands.validate(LinkNextReading.class, consultation);
    }
}
