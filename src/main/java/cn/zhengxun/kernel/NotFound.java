package cn.zhengxun.kernel;

/** What was named does not exist, or is not for this person to see; pages and machines get 404. */
public class NotFound extends RuleViolation {

    public NotFound(String sentence) {
        super(sentence);
    }
}
