package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Staff have looked at a submission that seemed to come from a machine, and find it a person's. */
public record ClearSuspicion(@NotNull(message = "请选择征询。") ConsultationNumber consultation, long submission)
        implements Command {
    public ClearSuspicion {
        Commands.validate(ClearSuspicion.class, consultation, submission);
    }
}
