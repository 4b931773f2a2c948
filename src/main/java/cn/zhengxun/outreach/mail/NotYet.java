package cn.zhengxun.outreach.mail;

import cn.zhengxun.kernel.RuleViolation;
import java.time.Instant;

/** A writer found that its message must wait, for example a reminder whose retry falls into the night; it counts as no attempt. */
public class NotYet extends RuleViolation {
    private final transient Instant until;

    /** @param sentence why, in Chinese, without personal data; @param until written again then, not before */
    public NotYet(String sentence, Instant until) {
        super(sentence);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
