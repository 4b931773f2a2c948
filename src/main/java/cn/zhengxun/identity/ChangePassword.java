package cn.zhengxun.identity;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A signed-in person replaces the own password. */
public record ChangePassword(
        @NotBlank(message = "请先登录。") String userId,
        @NotBlank(message = "请填写现在的密码。") String present,

        @NotBlank(message = "请填写新密码。") @Size(max = 100, message = "新密码不能超过100个字符。")
        String wanted,

        @NotBlank(message = "请再填写一次新密码。") String repeated)
        implements Command {
    public ChangePassword {
        Commands.validate(ChangePassword.class, userId, present, wanted, repeated);
    }

    @Override
    public String toString() {
        return "ChangePassword[" + userId + "]";
    }
}
