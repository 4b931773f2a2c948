package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The director declines; the reply goes to the requesting body. */
public record DeclineIntake(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "不予受理必须写明答复内容。") @Size(max = 2000, message = "答复不能超过2000个字。")
        String reply)
        implements Command {
    public DeclineIntake {
        Commands.validate(DeclineIntake.class, consultation, reply);
    }
}
