package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The requesting body moved D; letter and reason are quoted to every invitee. */
public record MoveDeadline(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请填写新的截止日期。") LocalDate newDate,

        @NotBlank(message = "请填写来文文号或名称。") @Size(max = 200, message = "来文文号不能超过200个字。")
        String letter,

        @NotBlank(message = "请填写理由。") @Size(max = 500, message = "理由不能超过500个字。")
        String reason)
        implements Command {
    public MoveDeadline {
        Commands.validate(MoveDeadline.class, consultation, newDate, letter, reason);
    }
}
