package cn.zhengxun.identity;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;

/** A user wants an address for the own calendar feed; one made before stops working. */
public record MakeCalendarKey(@NotBlank(message = "请选择账户。") String userId) implements Command {
    public MakeCalendarKey {
        Commands.validate(MakeCalendarKey.class, userId);
    }
}
