package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a person did on the own page took effect at once; it stands in the ledger all the same. reply names no data. */
public record NoteFulfilled(
        @NotNull(message = "请从收到的链接重新打开。") Subject subject,
        @NotNull(message = "请选择要办的事。") RequestKind kind,

        @NotBlank(message = "请写明办了什么。") @Size(max = 1000, message = "办理结果不能超过1000个字。")
        String reply)
        implements Command {
    public NoteFulfilled {
        Commands.validate(NoteFulfilled.class, subject, kind, reply);
    }
}
