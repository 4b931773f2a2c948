package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Collection begins. */
public record OpenCollection(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public OpenCollection {
        Commands.validate(OpenCollection.class, consultation);
    }
}
