package cn.zhengxun.identity;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;

/** An administrator lifts the lock that too many wrong passwords put on an account. */
public record UnlockAccount(@NotBlank(message = "请选择账户。") String userId) implements Command {
    public UnlockAccount {
        Commands.validate(UnlockAccount.class, userId);
    }
}
