package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The one extra reminder where nobody has answered by the set share of the window. */
public record ChaseInvitees(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public ChaseInvitees {
        Commands.validate(ChaseInvitees.class, consultation);
    }
}
