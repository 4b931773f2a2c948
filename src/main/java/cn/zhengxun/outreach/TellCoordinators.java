package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Tells the coordinators of stations whose people stay silent after every reminder. */
public record TellCoordinators(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public TellCoordinators {
        Commands.validate(TellCoordinators.class, consultation);
    }
}
