package cn.zhengxun.evaluation;

import cn.zhengxun.kernel.RuleViolation;
import java.util.Arrays;

/** A figure that opens the list of exactly its length. */
public enum Count {
    COLLECTED("征集"),
    SUBMITTED("上报"),
    ADOPTED("采纳");

    private final String chinese;

    Count(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** @param word collected, submitted or adopted, as in an address; @throws RuleViolation for any other word */
    static Count of(String word) {
        return Arrays.stream(values())
                .filter(count -> count.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("没有这种统计口径，请从征集、上报、采纳中选择。"));
    }
}
