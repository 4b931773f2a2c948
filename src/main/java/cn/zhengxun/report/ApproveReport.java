package cn.zhengxun.report;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.*;

/** The director approves the current version. */
public record ApproveReport(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public ApproveReport {
        Commands.validate(ApproveReport.class, consultation);
    }
}
