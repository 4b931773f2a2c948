package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Makes the case file of one occasion, or replaces it. */
public record ArchiveCase(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请选择归档时点。") CaseFiles.Occasion occasion)
        implements Command {
    public ArchiveCase {
        Commands.validate(ArchiveCase.class, consultation, occasion);
    }
}
