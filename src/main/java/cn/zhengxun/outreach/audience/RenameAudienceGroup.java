package cn.zhengxun.outreach.audience;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Gives a saved expression another name. */
public record RenameAudienceGroup(
        long id,

        @NotBlank(message = "请给人群起个名称。") @Size(max = 60, message = "名称不能超过60个字。")
        String groupName) implements Command {
    public RenameAudienceGroup {
        Commands.validate(RenameAudienceGroup.class, id, groupName);
    }
}
