package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Staff did what was asked; an erasure is carried out by this very command. */
public record FulfilRequest(
        @NotBlank(message = "请选择请求。") String number,

        @NotBlank(message = "请写明办理结果，这段话会答复本人。") @Size(max = 1000, message = "办理结果不能超过1000个字。")
        String reply)
        implements Command {
    public FulfilRequest {
        Commands.validate(FulfilRequest.class, number, reply);
        reply = reply.strip();
    }
}
