package cn.zhengxun.consultation;

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

    static TimetableEntry planned(int step, String ownerGroup, Instant beginsAt, Instant dueAt) {
        return new TimetableEntry(step, ownerGroup, beginsAt, dueAt, null, null);
    }

    TimetableEntry notBefore(Instant earliest) {
        return planned(step, ownerGroup, later(beginsAt, step == 5 ? beginsAt : earliest), later(dueAt, earliest));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
