package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/** Sends the invitation again to everyone whose latest one failed and who has an address that is not known to fail. */
public record ResendFailed(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @AssertTrue(message = "请先勾选“确认重发”。") boolean confirmed)
        implements Command {
    public ResendFailed {
        Commands.validate(ResendFailed.class, consultation, confirmed);
    }
}
