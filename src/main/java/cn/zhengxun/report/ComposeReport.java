package cn.zhengxun.report;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The current version is written anew from what was forwarded. */
record ComposeReport(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    ComposeReport {
        Commands.validate(ComposeReport.class, consultation);
    }
}
