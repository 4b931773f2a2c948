package cn.zhengxun.report;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Staff write the report's opening words; each line becomes a paragraph. */
public record WriteIntroduction(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写报告开头的文字。") @Size(max = 4000, message = "报告开头的文字不能超过4000个字。")
        String introduction)
        implements Command {
    public WriteIntroduction {
        Commands.validate(WriteIntroduction.class, consultation, introduction);
    }
}
