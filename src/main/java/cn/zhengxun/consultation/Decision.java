package cn.zhengxun.consultation;

import java.time.Instant;

/**
 * What somebody decided about a piece of work.
 *
 * @param subject the step's key: intake, plan, collation, report, outcomes; or the change of course
 * @param decision accept, decline, approve, return, or the change's name
 * @param remark in the person's own words, empty where none were given
 */
public record Decision(long id, String subject, String decision, String remark, String decidedBy, Instant decidedAt) {
    public static final String APPROVE = "approve";
    public static final String RETURN = "return";
}
