package cn.zhengxun.web;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table calendar_event: what calendars were told last of each due date. */
@Repository
class CalendarEventRows {
    private final JdbcClient db;

    CalendarEventRows(JdbcClient db) {
        this.db = db;
    }

    record Key(ConsultationNumber consultation, int step) {}

    /** @param sequence how often what is told changed since it was first told */
    record Told(String fingerprint, int sequence, Instant changedAt) {}

    Map<Key, Told> all() {
        Map<Key, Told> all = new HashMap<>();
        db.sql("SELECT consultation, step, fingerprint, sequence, changed_at FROM calendar_event")
                .query((row, index) -> all.put(
                        new Key(new ConsultationNumber(row.getString("consultation")), row.getInt("step")),
                        new Told(
                                row.getString("fingerprint"),
                                row.getInt("sequence"),
                                Timestamps.in(row, "changed_at"))))
                .list();
        return all;
    }

    /** What is told now. Several nodes that notice one change count it once. @param before null when never told */
    Told tell(Key key, String fingerprint, Told before, Instant now) {
        if (before == null) {
            insert(key, fingerprint, now);
            return new Told(fingerprint, 0, now);
        }
        if (before.fingerprint().equals(fingerprint)) {
            return before;
        }
        db.sql("""
                        UPDATE calendar_event SET fingerprint = ?, sequence = ?, changed_at = ?
                        WHERE consultation = ? AND step = ? AND sequence = ?
                        """)
                .params(
                        fingerprint,
                        before.sequence() + 1,
                        Timestamps.of(now),
                        key.consultation().value(),
                        key.step(),
                        before.sequence())
                .update();
        return new Told(fingerprint, before.sequence() + 1, now);
    }

    private void insert(Key key, String fingerprint, Instant now) {
        try {
            db.sql("""
                            INSERT INTO calendar_event (consultation, step, fingerprint, sequence, changed_at)
                            VALUES (?, ?, ?, 0, ?)
                            """)
                    .params(key.consultation().value(), key.step(), fingerprint, Timestamps.of(now))
                    .update();
        } catch (DuplicateKeyException toldMeanwhile) {
            // another reader of the same feed was first; what it told is the same
            return;
        }
    }
}
