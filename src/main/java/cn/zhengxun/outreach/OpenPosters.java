package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Gives every active station that has no poster a code of its own, and the office one, too. */
public record OpenPosters(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public OpenPosters {
        Commands.validate(OpenPosters.class, consultation);
    }
}
