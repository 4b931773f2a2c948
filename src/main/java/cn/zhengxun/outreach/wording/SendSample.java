package cn.zhengxun.outreach.wording;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Sends the text in use, with made-up values, to whoever asks for it. */
public record SendSample(@NotNull(message = "请选择邮件种类。") MessageKind kind) implements Command {
    public SendSample {
        Commands.validate(SendSample.class, kind);
    }
}
