package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.kernel.RuleViolation;

/** One of several suggestions that were to be settled together stands in the way, so none was settled. */
public class Hindered extends RuleViolation {
    private final long suggestion;

    Hindered(long suggestion, RuleViolation cause) {
        super(cause.getMessage(), cause);
        this.suggestion = suggestion;
    }

    /** The id of the one in the way. */
    public long suggestion() {
        return suggestion;
    }
}
