package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

public record ConfirmCollation(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public ConfirmCollation {
        Commands.validate(ConfirmCollation.class, consultation);
    }
}
