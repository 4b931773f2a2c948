package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Collection ends, at its time or early. */
public record CloseCollection(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public CloseCollection {
        Commands.validate(CloseCollection.class, consultation);
    }
}
