package cn.zhengxun.outreach;

import java.time.Instant;

/**
 * One report of a station, on top of those before.
 *
 * @param note may be null
 * @param takesBack the report that this one cancels, null for an ordinary one
 * @param enteredBy a user's id, or {@link cn.zhengxun.kernel.CurrentActor#PUBLIC} for the coordinator
 * @param takenBack whether a later one cancels it
 */
record StationReport(
        long id,
        StationSlipId slip,
        StationNumbers numbers,
        String note,
        Long takesBack,
        String enteredBy,
        Instant reportedAt,
        boolean takenBack) {

    /** Whether it may still be taken back. */
    public boolean stands() {
        return takesBack == null && !takenBack;
    }
}
