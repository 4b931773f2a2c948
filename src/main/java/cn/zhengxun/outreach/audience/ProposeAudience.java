package cn.zhengxun.outreach.audience;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Replaces the list that is not yet frozen by what this expression gives; empty for everyone. */
public record ProposeAudience(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotNull(message = "请填写推送条件。") @Size(max = 1000, message = "推送条件不能超过1000个字。")
        String expression)
        implements Command {
    public ProposeAudience {
        Commands.validate(ProposeAudience.class, consultation, expression);
    }
}
