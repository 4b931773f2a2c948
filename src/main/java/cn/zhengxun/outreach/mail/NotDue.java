package cn.zhengxun.outreach.mail;

import cn.zhengxun.kernel.RuleViolation;

/** A writer found that its message is pointless by now, for example a reminder to somebody who has answered; it is not sent. */
public class NotDue extends RuleViolation {

    /** @param sentence why, in Chinese, without personal data */
    public NotDue(String sentence) {
        super(sentence);
    }
}
