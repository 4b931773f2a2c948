package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Computes the figures of a consultation and keeps them for approval. */
public record Evaluate(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public Evaluate {
        Commands.validate(Evaluate.class, consultation);
    }
}
