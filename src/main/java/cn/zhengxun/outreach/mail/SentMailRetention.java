package cn.zhengxun.outreach.mail;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Expiring;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was written to when, from the archiving or the end of the consultation, or where it belongs to none from the day; with the
 * reports of failed delivery.
 */
@Component
class SentMailRetention implements Expiring {
    private static final String OVER = """
            FROM outbox o LEFT JOIN consultation c ON c.number = o.consultation
            WHERE o.status IN ('SENT', 'FAILED', 'CANCELLED')
              AND COALESCE(c.archived_at, c.ended_at, CASE WHEN c.number IS NULL THEN o.created_at END) < :before
              AND o.created_at < :before
            """;
    private static final String STRAY = "FROM bounce WHERE outbox_id IS NULL AND read_at < :before";
    private final JdbcClient db;

    SentMailRetention(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String code() {
        return "sent-mail";
    }

    @Override
    public Period usually() {
        return Period.ofYears(1);
    }

    @Override
    public int due(Instant before) {
        return count(OVER, before) + count(STRAY, before);
    }

    private int count(String over, Instant before) {
        return db.sql("SELECT COUNT(*) " + over)
                .param("before", Timestamps.of(before))
                .query(Integer.class)
                .single();
    }

    @Override
    public int remove(Instant before, int most) {
        List<Long> over = db.sql("SELECT o.id " + OVER + " ORDER BY o.id FETCH FIRST :most ROWS ONLY")
                .param("before", Timestamps.of(before))
                .param("most", most)
                .query(Long.class)
                .list();
        int stray =
                db.sql("DELETE " + STRAY).param("before", Timestamps.of(before)).update();
        if (over.isEmpty()) {
            return stray;
        }
        db.sql("DELETE FROM demo_mail WHERE message_id IN (SELECT message_id FROM outbox WHERE id IN (:ids))")
                .param("ids", over)
                .update();
        db.sql("DELETE FROM bounce WHERE outbox_id IN (:ids)")
                .param("ids", over)
                .update();
        return stray
                + db.sql("DELETE FROM outbox WHERE id IN (:ids)")
                        .param("ids", over)
                        .update();
    }
}
