package cn.zhengxun.report;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Contributors are told 已上报. */
record NotifySubmitted(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    NotifySubmitted {
        Commands.validate(NotifySubmitted.class, consultation);
    }
}
