package cn.zhengxun.report;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.*;

/** The leader signs the approved version. */
public record SignReport(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public SignReport {
        Commands.validate(SignReport.class, consultation);
    }
}
