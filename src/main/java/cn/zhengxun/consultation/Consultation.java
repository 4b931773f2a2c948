package cn.zhengxun.consultation;

import cn.zhengxun.draft.BillId;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * One draft law put to the people of one contact point.
 *
 * @param deadline D, the requesting body's date; it means 17:30 Asia/Shanghai
 * @param step 1–10, the latest step reached
 * @param collectUntil end of collection (24:00 of its last day); null before the timetable was fixed
 * @param collectClosedAt when collection was closed, null while open
 * @param suspendedAt when the requesting body had it suspended, null while it runs
 * @param promulgatedOn when the law was promulgated, null while pending
 */
public record Consultation(
        ConsultationNumber number,
        String title,
        BillId bill,
        DraftId draft,
        Level level,
        String reading,
        String requestingBody,
        LocalDate deadline,
        Visibility visibility,
        boolean sensitive,
        Template template,
        String urgentReason,
        Status status,
        int step,
        Instant registeredAt,
        String registeredBy,
        String declineReply,
        Instant collectUntil,
        Instant collectClosedAt,
        String reviewSkipReason,
        int reportVersion,
        LocalDate promulgatedOn,
        Instant endedAt,
        String endReason,
        Instant suspendedAt) {

    /** The title as laws are cited, in book title marks. */
    public String citedTitle() {
        return title.startsWith("《") ? title : "《" + title + "》";
    }

    /** Whether a suggestion handed in at this instant is on time. */
    public boolean acceptsAt(Instant instant) {
        return status == Status.COLLECTING
                && suspendedAt == null
                && collectClosedAt == null
                && collectUntil != null
                && instant.isBefore(collectUntil);
    }

    /** The day at whose end collection closes; null before the timetable was fixed. */
    public LocalDate lastCollectionDay() {
        return collectUntil == null ? null : Shanghai.dateOf(collectUntil).minusDays(1);
    }

    /** Whether the leader in charge signs the plan, too. */
    public boolean needsLeader() {
        return sensitive || level == Level.NATIONAL;
    }

    /** Whether the report went up and D no longer binds. */
    boolean submitted() {
        return status == Status.TRACKING || status == Status.EVALUATING || status == Status.ARCHIVED;
    }

    /** Until collection ends, since afterwards too little is left that could go faster. */
    boolean mayBecomeUrgent() {
        return template == Template.NORMAL && !status.closed() && !submitted() && collectClosedAt == null;
    }

    /** @throws RuleViolation when the file is closed */
    void requireOpen() {
        if (status.closed()) {
            throw new RuleViolation("征询" + number + status.chinese() + "，不能再办理。");
        }
    }

    /** Whether it stands still until the requesting body lets it go on. */
    public boolean suspended() {
        return suspendedAt != null && !status.closed();
    }

    /** @throws RuleViolation while suspended */
    void requireRunning(String doing) {
        if (suspended()) {
            throw new RuleViolation("征询" + number + "已经暂停，不能" + doing + "；请先办理“恢复征询”。");
        }
    }

    /** @throws RuleViolation saying where it stands instead */
    void requireStatus(String doing, Status... allowed) {
        if (!Arrays.asList(allowed).contains(status)) {
            throw new RuleViolation("征询" + number + "现在处于“" + status.chinese() + "”，不能" + doing + "。");
        }
    }
}
