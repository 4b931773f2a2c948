package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.kernel.RuleViolation;

/** Somebody changed the suggestion after the page was shown, such as its author on another device; nothing was written. */
class ChangedMeanwhile extends RuleViolation {
    ChangedMeanwhile() {
        super("这条意见刚才已经在别处改过，或者已经撤回，这次没有保存。请看下面现在的内容，再决定要不要改。");
    }
}
