package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.RuleViolation;

/**
 * Step 6 ended while the submission was being stored. Rolled back, so that nothing on time is left out of it; handing in
 * again keeps the same words as late ones.
 */
public class ClosedMeanwhile extends RuleViolation {
    ClosedMeanwhile() {
        super("征集刚刚截止，请再提交一次，内容会作为逾期意见保存。");
    }
}
