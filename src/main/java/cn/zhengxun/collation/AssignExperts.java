package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The process seats the experts of step 7. */
record AssignExperts(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    AssignExperts {
        Commands.validate(AssignExperts.class, consultation);
    }
}
