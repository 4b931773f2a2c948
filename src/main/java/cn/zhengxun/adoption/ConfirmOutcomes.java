package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.*;

/** A second person agrees to every outcome of a consultation. */
public record ConfirmOutcomes(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public ConfirmOutcomes {
        Commands.validate(ConfirmOutcomes.class, consultation);
    }
}
