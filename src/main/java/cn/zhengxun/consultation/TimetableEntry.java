package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;

/**
 * When one step is to be done.
 *
 * @param ownerGroup group id of the role that answers for it
 * @param dueAt null for a step without a due date (9; 10 until the report was submitted)
 * @param warnedAt when its owners were warned, null if they were not
 * @param escalatedAt when the director was told that it is overdue, null if not
 */
public record TimetableEntry(
        int step, String ownerGroup, Instant beginsAt, Instant dueAt, Instant warnedAt, Instant escalatedAt) {

    private static final double WARN = 0.8;

    static TimetableEntry planned(int step, String ownerGroup, Instant beginsAt, Instant dueAt) {
        return new TimetableEntry(step, ownerGroup, beginsAt, dueAt, null, null);
    }

    TimetableEntry notBefore(Instant earliest) {
        return planned(step, ownerGroup, later(beginsAt, step == 5 ? beginsAt : earliest), later(dueAt, earliest));
    }

    TimetableEntry notAfter(Instant latest) {
        return dueAt.isAfter(latest) ? planned(step, ownerGroup, beginsAt, latest) : this;
    }

    /**
     * The same with what was already told, as far as the moved date is no new reason to tell it: an escalation stays
     * while the step is still overdue, a warning while it is not due earlier and would be given at once again.
     *
     * @param before the entry of this step that this one replaces
     */
    TimetableEntry toldLike(TimetableEntry before, WorkingCalendar calendar, Instant now) {
        if (dueAt == null || before.dueAt() == null) {
            return this;
        }
        boolean stillOverdue = !now.isBefore(dueAt);
        boolean stillNear = !dueAt.isBefore(before.dueAt()) && nearBy(calendar, now);
        return new TimetableEntry(
                step,
                ownerGroup,
                beginsAt,
                dueAt,
                stillNear || stillOverdue ? before.warnedAt() : null,
                stillOverdue ? before.escalatedAt() : null);
    }

    /**
     * Whether today is the working day on which 80 % of the step's working time has passed, or later. The whole day
     * counts, since the next look would come too late for a step of one day.
     */
    boolean nearBy(WorkingCalendar calendar, Instant now) {
        return !Shanghai.dateOf(now).isBefore(Shanghai.dateOf(calendar.passed(beginsAt, dueAt, WARN)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
