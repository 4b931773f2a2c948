package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.kernel.Command;
import java.time.Instant;

/** Removes what was staged before this moment and never handed in. */
record RemoveStaleAttachments(Instant before) implements Command {}
