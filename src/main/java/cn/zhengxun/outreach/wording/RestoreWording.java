package cn.zhengxun.outreach.wording;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Uses the product's own text again; the office's versions stay on record. */
public record RestoreWording(@NotNull(message = "请选择邮件种类。") MessageKind kind) implements Command {
    public RestoreWording {
        Commands.validate(RestoreWording.class, kind);
    }
}
