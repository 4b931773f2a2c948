package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody decided about a piece of work: subject is the step's key (plan, collation, report…), decision accept, decline, approve or return. */
public record RecordDecision(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请指明决定事项。") @Size(max = 40, message = "事项不能超过40个字。")
        String subject,

        @NotBlank(message = "请选择决定。") @Size(max = 20, message = "决定不能超过20个字。")
        String decision,

        @Size(max = 2000, message = "意见不能超过2000个字。") String remark)
        implements Command {
    public RecordDecision {
        Commands.validate(RecordDecision.class, consultation, subject, decision, remark);
    }
}
