package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Takes a poster's code out of use. @param replace whether the station gets a new code at once */
public record RetirePoster(
        @NotBlank(message = "请选择海报。") String code,

        @NotBlank(message = "请写明停用的理由，例如：海报被涂改、张贴错了地方。") @Size(max = 200, message = "理由不能超过200个字。")
        String reason,

        boolean replace)
        implements Command {
    public RetirePoster {
        Commands.validate(RetirePoster.class, code, reason, replace);
    }
}
