package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** The person thinks better of it. */
public record TakeBackRequest(
        @NotNull(message = "请从收到的链接重新打开。") Subject subject,
        @NotBlank(message = "请选择请求。") String number) implements Command {
    public TakeBackRequest {
        Commands.validate(TakeBackRequest.class, subject, number);
    }
}
