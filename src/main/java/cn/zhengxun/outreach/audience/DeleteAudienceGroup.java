package cn.zhengxun.outreach.audience;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;

/** Forgets a saved expression; lists that were made with it stay as they are. */
public record DeleteAudienceGroup(long id) implements Command {
    public DeleteAudienceGroup {
        Commands.validate(DeleteAudienceGroup.class, id);
    }
}
