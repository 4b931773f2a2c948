package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Numbers what was collected, when collection closes. */
record CloseSuggestions(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    CloseSuggestions {
        Commands.validate(CloseSuggestions.class, consultation);
    }
}
