package cn.zhengxun.outreach.audience;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** From now on the list stays as it is; the invitations are issued from it. */
public record FreezeAudience(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public FreezeAudience {
        Commands.validate(FreezeAudience.class, consultation);
    }
}
