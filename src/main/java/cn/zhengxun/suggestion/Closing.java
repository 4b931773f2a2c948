package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When a suggestion counts: until collection closes; where a draft of it was saved before, for the grace period more,
 * as long as step 6 is not over.
 */
@Component
public class Closing {
    private final Duration grace;

    Closing(@Value("${zhengxun.collection.grace:PT2H}") Duration grace) {
        this.grace = grace;
    }

    /**
     * @param begunAt when the answer's draft was saved first, null without one; asked only where it matters
     * @throws RuleViolation before collection, while it is suspended, and after the end for good
     */
    Timing timing(Consultation consultation, Supplier<Instant> begunAt, Instant now) {
        if (consultation.acceptsAt(now)) {
            return Timing.ON_TIME;
        }
        Status status = consultation.status();
        if (status.closed()) {
            throw new RuleViolation("“%s”%s，不再接收意见。如有疑问，请联系基层立法联系点。".formatted(consultation.title(), status.chinese()));
        }
        if (status == Status.INTAKE || status == Status.PLANNING || status == Status.PUSHING) {
            throw new RuleViolation("“%s”还没有开始征集，请在收到开始通知后再提交意见。".formatted(consultation.title()));
        }
        if (consultation.suspended() && status == Status.COLLECTING) {
            throw new RuleViolation("“%s”的征集已经暂停，恢复以后再请提交。".formatted(consultation.title()));
        }
        return graced(consultation, begunAt.get(), now) ? Timing.GRACE : Timing.LATE;
    }

    /** Whether collection is over, but not yet for an answer that was begun at this instant; null: it was not begun. */
    public boolean graced(Consultation consultation, Instant begunAt, Instant now) {
        Instant closing = at(consultation);
        return begunAt != null
                && closing != null
                && stillCounted(consultation)
                && begunAt.isBefore(closing)
                && !now.isBefore(closing)
                && now.isBefore(closing.plus(grace));
    }

    /** Whether what is accepted now still reaches the workbench of step 6. */
    boolean stillCounted(Consultation consultation) {
        return consultation.status() == Status.COLLECTING || consultation.status() == Status.COLLATING;
    }

    /**
     * Suggestions are changed until collection closes, by the same clock as they are handed in; there is no grace, since
     * what was handed in counts as it is.
     *
     * @throws RuleViolation at any other time
     */
    public void requireChangeable(Consultation consultation, Instant now) {
        if (consultation.suspended()) {
            throw new RuleViolation("“%s”的征集已经暂停，恢复以后才能修改或者撤回。".formatted(consultation.title()));
        }
        if (!changeable(consultation, now)) {
            throw new RuleViolation("“%s”的征集已经截止，意见不能再修改或者撤回，截止时的内容照常办理。".formatted(consultation.title()));
        }
    }

    /** Also for what arrived before closing and is looked at after it. */
    public boolean changeable(Consultation consultation, Instant arrived) {
        Instant closing = at(consultation);
        return stillCounted(consultation) && !consultation.suspended() && closing != null && arrived.isBefore(closing);
    }

    /** In words, when the grace period ends; for a consultation that has closed. */
    public String graceEnds(Consultation consultation) {
        return Shanghai.minute(at(consultation).plus(grace));
    }

    /** The end of the last day, or the moment it was closed early; null before the timetable was fixed. */
    private static Instant at(Consultation consultation) {
        Instant until = consultation.collectUntil();
        Instant closed = consultation.collectClosedAt();
        return closed == null || until == null || until.isBefore(closed) ? until : closed;
    }
}
