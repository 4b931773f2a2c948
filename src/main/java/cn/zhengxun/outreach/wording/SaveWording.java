package cn.zhengxun.outreach.wording;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** Uses the office's own text from now on. base: the version that the writer saw, 0 for none. */
public record SaveWording(
        @NotNull(message = "请选择邮件种类。") MessageKind kind,
        @PositiveOrZero(message = "版本号不对，请重新打开页面。") int base,
        @NotNull(message = "请填写正文。") Wording wording)
        implements Command {
    public SaveWording {
        Commands.validate(SaveWording.class, kind, base, wording);
    }
}
