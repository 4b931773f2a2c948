package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The case file is complete. */
public record ArchiveConsultation(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public ArchiveConsultation {
        Commands.validate(ArchiveConsultation.class, consultation);
    }
}
