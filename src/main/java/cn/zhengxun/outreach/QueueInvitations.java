package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The first mail to everyone invited who has an address. */
public record QueueInvitations(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public QueueInvitations {
        Commands.validate(QueueInvitations.class, consultation);
    }
}
