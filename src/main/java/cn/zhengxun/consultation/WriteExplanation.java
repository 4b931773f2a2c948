package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The plain-language sheet (明白纸), paragraphs apart by an empty line. An explanation, not law. */
public record WriteExplanation(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写明白纸正文。") @Size(max = 10000, message = "明白纸不能超过10000个字。")
        String text)
        implements Command {
    public WriteExplanation {
        Commands.validate(WriteExplanation.class, consultation, text);
    }
}
