package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Invites again everyone whose mail failed for good and whose address was corrected since. */
record ResendCorrected(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    ResendCorrected {
        Commands.validate(ResendCorrected.class, consultation);
    }
}
