package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody outside the directory leaves another contact, or with a blank one none any more. */
public record CorrectContact(
        @NotBlank(message = "请填写回执编号。") String receipt,
        @Size(max = 200, message = "联系方式不能超过200个字。") String contact) implements Command {
    public CorrectContact {
        contact = contact == null || contact.isBlank() ? null : contact.strip();
        Commands.validate(CorrectContact.class, receipt, contact);
    }
}
