package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Takes a person out of every room, after whoever has to agree has agreed. */
public record EraseData(@NotNull(message = "请选择要删除谁的个人信息。") Subject subject) implements Command {
    public EraseData {
        Commands.validate(EraseData.class, subject);
    }
}
