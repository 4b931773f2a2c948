package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The draft was withdrawn or ended; the opinions are kept. */
public record EndConsultation(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写终止理由。") @Size(max = 500, message = "终止理由不能超过500个字。")
        String reason)
        implements Command {
    public EndConsultation {
        Commands.validate(EndConsultation.class, consultation, reason);
    }
}
