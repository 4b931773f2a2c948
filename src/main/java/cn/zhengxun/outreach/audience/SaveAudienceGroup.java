package cn.zhengxun.outreach.audience;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Keeps an expression for other consultations; one of the same name is replaced. */
public record SaveAudienceGroup(
        @NotBlank(message = "请给人群起个名称。") @Size(max = 60, message = "名称不能超过60个字。")
        String groupName,

        @NotNull(message = "请填写推送条件。") @Size(max = 1000, message = "推送条件不能超过1000个字。")
        String expression)
        implements Command {
    public SaveAudienceGroup {
        Commands.validate(SaveAudienceGroup.class, groupName, expression);
    }
}
