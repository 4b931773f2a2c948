package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;

/** Removes a tag nobody bears. */
record DeleteTag(long id) implements Command {
    DeleteTag {
        Commands.validate(DeleteTag.class, id);
    }
}
