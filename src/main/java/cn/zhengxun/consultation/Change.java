package cn.zhengxun.consultation;

import cn.zhengxun.kernel.NotFound;
import java.util.Arrays;

/** A change of course that comes from outside the ten steps. */
public enum Change {
    CLOSE_EARLY("close-early"),
    DEADLINE("deadline"),
    URGENT("urgent"),
    SUSPEND("suspend"),
    RESUME("resume"),
    END("end"),
    RETURNED("returned"),
    PROMULGATED("promulgated");

    private final String path;

    Change(String path) {
        this.path = path;
    }

    /** Last part of its page's address, and of its texts' keys. */
    public String path() {
        return path;
    }

    /** Whether the requesting body's letter is quoted. */
    public boolean asksForLetter() {
        return this == DEADLINE || this == SUSPEND || this == RESUME;
    }

    /** Whether the consultation stands where this change makes sense. */
    public boolean possibleFor(Consultation consultation) {
        return switch (this) {
            case SUSPEND -> !consultation.status().closed() && !consultation.suspended() && consultation.step() < 10;
            case RESUME -> consultation.suspended();
            case END -> !consultation.status().closed();
            case PROMULGATED -> consultation.submitted() && consultation.promulgatedOn() == null;
            case CLOSE_EARLY, DEADLINE, URGENT, RETURNED -> !consultation.suspended() && possibleInCourse(consultation);
        };
    }

    private boolean possibleInCourse(Consultation consultation) {
        return switch (this) {
            case CLOSE_EARLY -> consultation.status() == Status.COLLECTING && consultation.collectClosedAt() == null;
            case DEADLINE -> !consultation.status().closed() && !consultation.submitted();
            case URGENT -> consultation.mayBecomeUrgent();
            case RETURNED -> consultation.status() == Status.SUBMITTING || consultation.status() == Status.TRACKING;
            default -> true;
        };
    }

    /** @throws NotFound */
    public static Change of(String path) {
        return Arrays.stream(values())
                .filter(change -> change.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new NotFound("没有这个页面，请从征询页面进入。"));
    }
}
