package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A person asks on the own page. wish may be null; an explanation or a correction needs one. */
public record MakeRequest(
        @NotNull(message = "请从收到的链接重新打开。") Subject subject,
        @NotNull(message = "请选择要办的事。") RequestKind kind,
        @Size(max = 1000, message = "请求的内容不能超过1000个字。") String wish)
        implements Command {
    public MakeRequest {
        wish = wish == null || wish.isBlank() ? null : wish.strip();
        Commands.validate(MakeRequest.class, subject, kind, wish);
        if (wish == null && (kind == RequestKind.CORRECTION || kind == RequestKind.EXPLANATION)) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("wish", "请写明要改什么，或者想问什么。")));
        }
    }
}
