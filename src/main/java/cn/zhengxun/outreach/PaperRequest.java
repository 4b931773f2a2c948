package cn.zhengxun.outreach;

import java.time.Instant;

/** Paper packs a station asked for; handedOutAt and handedOutBy are null while it waits. */
record PaperRequest(
        long id,
        StationSlipId slip,
        int copies,
        Instant askedAt,
        String enteredBy,
        Instant handedOutAt,
        String handedOutBy) {
    public boolean waiting() {
        return handedOutAt == null;
    }
}
