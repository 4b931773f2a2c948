package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;

/** Whoever bears the one bears the other from now on, and the one is gone. */
record MergeTags(long from, long into) implements Command {
    MergeTags {
        Commands.validate(MergeTags.class, from, into);
    }
}
