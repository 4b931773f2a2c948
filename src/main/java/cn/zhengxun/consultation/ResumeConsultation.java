package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A suspended consultation goes on.
 *
 * @param newDate the new D; may be null only where the report went up already and D no longer binds
 */
public record ResumeConsultation(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        LocalDate newDate,

        @NotBlank(message = "请填写来文文号或名称。") @Size(max = 200, message = "来文文号不能超过200个字。")
        String letter,

        @NotBlank(message = "请填写恢复理由。") @Size(max = 500, message = "恢复理由不能超过500个字。")
        String reason)
        implements Command {
    public ResumeConsultation {
        Commands.validate(ResumeConsultation.class, consultation, newDate, letter, reason);
    }
}
