package cn.zhengxun.suggestion.offline;

import cn.zhengxun.kernel.RuleViolation;

/** Somebody else saved or handed in the record first; what this person typed is still on the page. */
class ChangedMeanwhile extends RuleViolation {
    ChangedMeanwhile(String sentence) {
        super(sentence);
    }
}
