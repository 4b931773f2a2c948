package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.Positive;

/** Sends its author a copy of the receipt as it stands now. @param submission its id */
record MailReceipt(@Positive(message = "请从回执页面打开。") long submission) implements Command {
    MailReceipt {
        Commands.validate(MailReceipt.class, submission);
    }
}
