package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The draft was withdrawn or ended: 草案终止 for every suggestion, told at once. */
record EndDraft(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    EndDraft {
        Commands.validate(EndDraft.class, consultation);
    }
}
