package cn.zhengxun.kernel;

import java.util.Map;

/**
 * A rule of the office forbids what was asked. The message is one plain Chinese sentence for the person at the screen:
 * which thing, which state, what to do. It carries no personal data, since it may be logged.
 *
 * <p>Unchecked and no engine exception on purpose: so it rolls the transaction back and reaches Tasklist unwrapped.
 */
public class RuleViolation extends RuntimeException {

    public RuleViolation(String sentence) {
        super(sentence);
    }

    public RuleViolation(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Sentences by field for a page; under the empty name where no single field is at fault. */
    public Map<String, String> byField() {
        return Map.of("", getMessage());
    }
}
