package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Everyone whose suggestion was out of scope is told which body handles it. */
public record AnswerRouted(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public AnswerRouted {
        Commands.validate(AnswerRouted.class, consultation);
    }
}
