package cn.zhengxun.outreach.audience;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A person's judgement over the expression's: one informant joins or leaves the list that is not yet frozen. */
public record AdjustAudience(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请选择信息员。") InformantId informant,
        boolean included,

        @NotBlank(message = "请填写调整理由。") @Size(max = 200, message = "调整理由不能超过200个字。")
        String reason)
        implements Command {
    public AdjustAudience {
        Commands.validate(AdjustAudience.class, consultation, informant, included, reason);
    }
}
