package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The sheet is shown to everyone who is asked. */
public record PublishExplanation(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public PublishExplanation {
        Commands.validate(PublishExplanation.class, consultation);
    }
}
