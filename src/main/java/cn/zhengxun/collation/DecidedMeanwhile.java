package cn.zhengxun.collation;

import cn.zhengxun.kernel.RuleViolation;

/** Somebody else decided after this person opened the page. The page adds who it was; a message may be logged and does not. */
class DecidedMeanwhile extends RuleViolation {
    private final transient ScreeningRows.Standing standing;

    /** @param standing the decision that stands now; null where it was undone meanwhile */
    DecidedMeanwhile(Integer number, ScreeningRows.Standing standing) {
        super("第%s号意见在您打开页面之后已由他人处理，您填写的内容还在，请核对后再提交。".formatted(number == null ? "—" : number));
        this.standing = standing;
    }

    ScreeningRows.Standing standing() {
        return standing;
    }
}
