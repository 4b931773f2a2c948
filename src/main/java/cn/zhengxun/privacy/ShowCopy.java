package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;

/** Staff read everything that is kept about the person of a request, to hand it out. */
public record ShowCopy(@NotBlank(message = "请选择请求。") String number) implements Command {
    public ShowCopy {
        Commands.validate(ShowCopy.class, number);
    }
}
