package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the law does not grant; the reason is told to the person (个人信息保护法 50). */
public record RefuseRequest(
        @NotBlank(message = "请选择请求。") String number,

        @NotBlank(message = "请写明不予办理的理由，这段话会答复本人。") @Size(max = 1000, message = "理由不能超过1000个字。")
        String reason)
        implements Command {
    public RefuseRequest {
        Commands.validate(RefuseRequest.class, number, reason);
        reason = reason.strip();
    }
}
