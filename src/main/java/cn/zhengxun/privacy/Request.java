package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the ledger.
 *
 * @param number for example Q-20261122-7K3M, given to the person
 * @param subject whom it is about; null where nobody is on file, and after erasure
 * @param asker how the person is called and answered, written by staff; null on the person's own page
 * @param identityCheck how staff made sure who asks; null on the person's own page
 * @param wish what is asked for in detail, may be null
 * @param undoUntil before then the person may take an erasure back; null where there is no such time
 * @param reply what was done, or why not; null while open
 */
public record Request(
        String number,
        RequestKind kind,
        Subject subject,
        RequestWay way,
        String asker,
        String identityCheck,
        String wish,
        LocalDate receivedOn,
        String recordedBy,
        LocalDate dueOn,
        Instant undoUntil,
        RequestState state,
        Instant decidedAt,
        String decidedBy,
        String reply,
        LocalDate toldOn,
        String toldHow) {

    public boolean open() {
        return state == RequestState.OPEN;
    }

    /** Whether the person's time to think it over still runs. */
    public boolean undoable(Instant now) {
        return open() && undoUntil != null && now.isBefore(undoUntil);
    }

    public boolean overdue(LocalDate today) {
        return open() && dueOn.isBefore(today);
    }

    public String receivedDay() {
        return Shanghai.date(receivedOn);
    }

    public String dueDay() {
        return Shanghai.date(dueOn);
    }

    public String toldDay() {
        return toldOn == null ? null : Shanghai.date(toldOn);
    }

    public String undoMinute() {
        return undoUntil == null ? null : Shanghai.minute(undoUntil);
    }

    public String decidedMinute() {
        return decidedAt == null ? null : Shanghai.minute(decidedAt);
    }
}
