package cn.zhengxun.draft.clause;

import cn.zhengxun.kernel.RuleViolation;

/** A received file that no clause tree can be made of; the sentence says why and what to send instead. */
public class UnreadableDraft extends RuleViolation {

    public UnreadableDraft(String sentence) {
        super(sentence);
    }

    public UnreadableDraft(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
