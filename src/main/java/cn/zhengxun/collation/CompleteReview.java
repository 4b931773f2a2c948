package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

public record CompleteReview(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotBlank(message = "请指明专家。") String userId) implements Command {
    public CompleteReview {
        Commands.validate(CompleteReview.class, consultation, userId);
    }
}
