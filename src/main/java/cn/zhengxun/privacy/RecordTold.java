package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** When and how the person was told what became of the request. */
public record RecordTold(
        @NotBlank(message = "请选择请求。") String number,
        @NotNull(message = "请填写告知的日期，例如 2026-03-01。") LocalDate toldOn,

        @NotBlank(message = "请填写怎样告知的，例如“电话”“邮寄答复”。") @Size(max = 200, message = "告知方式不能超过200个字。")
        String toldHow)
        implements Command {
    public RecordTold {
        Commands.validate(RecordTold.class, number, toldOn, toldHow);
        toldHow = toldHow.strip();
    }
}
