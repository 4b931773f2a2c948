package cn.zhengxun.identity;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;

/** A user's calendar feed stops. */
public record RevokeCalendarKey(
        @NotBlank(message = "请选择账户。") String userId) implements Command {
    public RevokeCalendarKey {
        Commands.validate(RevokeCalendarKey.class, userId);
    }
}
