package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Every contributor gets a letter with the outcome of each of their suggestions. */
record PublishOutcomes(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    PublishOutcomes {
        Commands.validate(PublishOutcomes.class, consultation);
    }
}
