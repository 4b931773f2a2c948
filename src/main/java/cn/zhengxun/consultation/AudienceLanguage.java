package cn.zhengxun.consultation;

/** The port to whoever reads audience expressions, so that a plan is refused before it is approved; served by the room {@code outreach}. */
public interface AudienceLanguage {

    /** @throws cn.zhengxun.kernel.RuleViolation naming the place that cannot be read */
    void check(String expression);
}
