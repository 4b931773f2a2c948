package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** A consultation under way moves to the newest version of the ten-step model. */
public record MigrateModel(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public MigrateModel {
        Commands.validate(MigrateModel.class, consultation);
    }
}
