package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Hands out the invited people who are found as a file; of the search, the page means nothing. */
record ExportInvitees(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请选择要导出哪些人。") InviteeSearch search)
        implements Command {
    ExportInvitees {
        Commands.validate(ExportInvitees.class, consultation, search);
    }
}
