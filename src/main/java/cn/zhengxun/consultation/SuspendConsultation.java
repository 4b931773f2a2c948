package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The requesting body had the consultation suspended by this letter. */
public record SuspendConsultation(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写来文文号或名称。") @Size(max = 200, message = "来文文号不能超过200个字。")
        String letter,

        @NotBlank(message = "请填写暂停理由。") @Size(max = 500, message = "暂停理由不能超过500个字。")
        String reason)
        implements Command {
    public SuspendConsultation {
        Commands.validate(SuspendConsultation.class, consultation, letter, reason);
    }
}
