package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Every variable that a running process carries. What else a form sends is taken at once and removed. */
final class Variables {
    static final Variable<String> CONSULTATION = new Variable<>("consultation", String.class);
    static final Variable<Boolean> ACCEPTED = new Variable<>("accepted", Boolean.class);
    static final Variable<Date> COLLECT_UNTIL = new Variable<>("collectUntil", Date.class);
    static final Variable<Date> CHASE_AT = new Variable<>("chaseAt", Date.class);
    static final Variable<Boolean> REVIEW_SKIPPED = new Variable<>("reviewSkipped", Boolean.class);
    static final Variable<Integer> REPORT_VERSION = new Variable<>("reportVersion", Integer.class);
    static final Variable<Boolean> PLAN_APPROVED = new Variable<>("planApproved", Boolean.class);
    static final Variable<Boolean> PLAN_SIGNED = new Variable<>("planSigned", Boolean.class);
    static final Variable<Boolean> LEADER_NEEDED = new Variable<>("leaderNeeded", Boolean.class);
    static final Variable<Boolean> SIDE_BY_SIDE = new Variable<>("sideBySide", Boolean.class);
    static final Variable<Boolean> EXPLANATION_SKIPPED = new Variable<>("explanationSkipped", Boolean.class);
    static final Variable<Boolean> ZERO_OPINIONS = new Variable<>("zeroOpinions", Boolean.class);
    static final Variable<Boolean> COLLATION_CONFIRMED = new Variable<>("collationConfirmed", Boolean.class);
    static final Variable<Integer> EXPERT_COUNT = new Variable<>("expertCount", Integer.class);
    static final Variable<Boolean> QUORUM_REACHED = new Variable<>("quorumReached", Boolean.class);
    static final Variable<Boolean> REPORT_APPROVED = new Variable<>("reportApproved", Boolean.class);
    static final Variable<Boolean> REPORT_SIGNED = new Variable<>("reportSigned", Boolean.class);
    static final Variable<Boolean> OUTCOMES_CONFIRMED = new Variable<>("outcomesConfirmed", Boolean.class);
    static final Variable<String> RECEIPT = new Variable<>("receipt", String.class);
    static final Variable<String> INITIATOR = new Variable<>("initiator", String.class);

    /** Names that history may keep; the engine's own counters of a multi-instance are among them. */
    static final Set<String> KEPT = Set.of(
            "consultation",
            "accepted",
            "collectUntil",
            "chaseAt",
            "reviewSkipped",
            "reportVersion",
            "planApproved",
            "planSigned",
            "leaderNeeded",
            "sideBySide",
            "explanationSkipped",
            "zeroOpinions",
            "collationConfirmed",
            "expertCount",
            "quorumReached",
            "reportApproved",
            "reportSigned",
            "outcomesConfirmed",
            "receipt",
            "initiator",
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances",
            "loopCounter");

    private Variables() {}

    static ConsultationNumber consultation(VariableScope scope) {
        return new ConsultationNumber(CONSULTATION.from(scope));
    }
}
