package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The upper body returned the report; the reason says what it asks for. */
public record ReturnFromAbove(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写退回要求。") @Size(max = 500, message = "退回要求不能超过500个字。")
        String reason)
        implements Command {
    public ReturnFromAbove {
        Commands.validate(ReturnFromAbove.class, consultation, reason);
    }
}
