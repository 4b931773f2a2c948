package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** One invitation for each person of the frozen list. */
public record IssueInvitations(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public IssueInvitations {
        Commands.validate(IssueInvitations.class, consultation);
    }
}
