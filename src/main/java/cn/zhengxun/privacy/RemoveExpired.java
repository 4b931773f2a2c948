package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;

/** One batch of one class. run: the row of the ledger that it is added to. */
record RemoveExpired(@NotBlank(message = "请选择类别。") String code, long run) implements Command {
    RemoveExpired {
        Commands.validate(RemoveExpired.class, code, run);
    }
}
