package cn.zhengxun.outreach;

import java.time.Instant;
import java.util.List;

/**
 * How far one campaign got. The counts add up to total; delivered is a part of sent. startedAt is when it was queued.
 *
 * @param nextTry when the next waiting mail is due; null where none waits
 * @param end when it was over, or null while it runs
 * @param expectedEnd by the pace of the last minutes; null while nothing is known of it
 */
record MailProgress(
        String name,
        int total,
        int waiting,
        int sending,
        int sent,
        int delivered,
        int retrying,
        int failed,
        int cancelled,
        Instant startedAt,
        Instant nextTry,
        Instant end,
        Instant expectedEnd,
        List<Reason> reasons) {

    /** Why mails of one state did not leave. nextTry is null where there will be none. */
    record Reason(String state, String sentence, int mails, Instant nextTry) {}

    /** A person whose latest mail of a campaign failed. */
    record Failed(long informant, String name, String station, String campaign, String reason) {}

    public boolean running() {
        return waiting + sending + retrying > 0;
    }

    public int settled() {
        return total - waiting - sending - retrying;
    }
}
