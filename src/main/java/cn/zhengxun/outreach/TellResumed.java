package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Tells everyone invited that the consultation goes on, and until when. */
public record TellResumed(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public TellResumed {
        Commands.validate(TellResumed.class, consultation);
    }
}
