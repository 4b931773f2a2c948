package cn.zhengxun.report;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The signed version becomes unalterable. */
record FreezeReport(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    FreezeReport {
        Commands.validate(FreezeReport.class, consultation);
    }
}
