package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The director takes the consultation on. The clause structure must have been confirmed. */
public record AcceptIntake(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public AcceptIntake {
        Commands.validate(AcceptIntake.class, consultation);
    }
}
