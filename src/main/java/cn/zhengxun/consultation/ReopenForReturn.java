package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The upper body returned the report; steps 6 to 8 begin again with the next version. */
public record ReopenForReturn(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public ReopenForReturn {
        Commands.validate(ReopenForReturn.class, consultation);
    }
}
