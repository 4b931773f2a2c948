package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The process turns the experts' grades into one for each suggestion. */
record SettleGrades(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    SettleGrades {
        Commands.validate(SettleGrades.class, consultation);
    }
}
