package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.RuleViolation;

/**
 * Collection was closed while the submission was being stored. Rolled back, so that nothing on time is left without a
 * number; handing in again keeps the same words as late ones.
 */
class ClosedMeanwhile extends RuleViolation {
    ClosedMeanwhile() {
        super("征集刚刚截止，请再提交一次，内容会作为逾期意见保存。");
    }
}
