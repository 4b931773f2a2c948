package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Mail to this person's address fails for good. sentence: why, in Chinese and without the address; shown to staff. */
public record MailFailed(
        @NotNull(message = "请选择信息员。") InformantId informant,

        @NotBlank(message = "请说明邮件为什么送不到。") @Size(max = 500, message = "说明不能超过500个字。")
        String sentence)
        implements Command {
    public MailFailed {
        Commands.validate(MailFailed.class, informant, sentence);
    }
}
