package cn.zhengxun.suggestion.answer;

import cn.zhengxun.kernel.RuleViolation;

/** Another device has saved, handed in or thrown away the draft since this page was opened; nothing was changed. */
class NewerDraft extends RuleViolation {
    private final transient UnsentDraft other;

    /** @param other what is kept now, null where nothing is */
    NewerDraft(UnsentDraft other) {
        super(
                other == null
                        ? "这份草稿已经在别处提交或者删除了。您在这一页写的内容还在，请选择留不留。"
                        : "另一台设备（或者另一个窗口）上有更新的草稿，是%s保存的。两份都还在，请选择留哪一份。".formatted(other.time()));
        this.other = other;
    }

    UnsentDraft other() {
        return other;
    }
}
