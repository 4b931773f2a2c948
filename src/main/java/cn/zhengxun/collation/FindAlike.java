package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The process asks for hints on repeated suggestions. */
record FindAlike(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    FindAlike {
        Commands.validate(FindAlike.class, consultation);
    }
}
