package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Mints links for the letters of those who are reached on paper. */
public record PrintLetters(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public PrintLetters {
        Commands.validate(PrintLetters.class, consultation);
    }
}
