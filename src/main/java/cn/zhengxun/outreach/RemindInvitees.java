package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** A reminder to those who have not answered, within the limits of {@link Reminders}. */
public record RemindInvitees(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public RemindInvitees {
        Commands.validate(RemindInvitees.class, consultation);
    }
}
