package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Staff have checked the address: mail is sent to it again. */
record MailWorksAgain(@NotNull(message = "请选择信息员。") InformantId informant) implements Command {
    MailWorksAgain {
        Commands.validate(MailWorksAgain.class, informant);
    }
}
