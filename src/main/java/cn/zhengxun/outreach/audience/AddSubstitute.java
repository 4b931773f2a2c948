package cn.zhengxun.outreach.audience;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** One more person joins a confirmed list in the place of another, who stays on it. */
public record AddSubstitute(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请选择替换的人。") InformantId informant,

        @NotBlank(message = "请填写换人的理由。") @Size(max = 300, message = "理由太长，请写短一些。")
        String reason)
        implements Command {
    public AddSubstitute {
        Commands.validate(AddSubstitute.class, consultation, informant, reason);
    }
}
