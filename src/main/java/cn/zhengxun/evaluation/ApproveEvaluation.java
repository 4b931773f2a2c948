package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.*;

/** The director signs the evaluation. */
public record ApproveEvaluation(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @Size(max = 2000, message = "意见不能超过2000个字。") String remark)
        implements Command {
    public ApproveEvaluation {
        Commands.validate(ApproveEvaluation.class, consultation, remark);
    }
}
