package cn.zhengxun.suggestion.answer;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Expiring;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts that were never sent, from the end of the collection. */
@Component
class UnsentDraftRetention implements Expiring {
    private static final String OVER = """
            SELECT d.invitation_id FROM unsent_draft d
            JOIN invitation i ON i.id = d.invitation_id
            JOIN consultation c ON c.number = i.consultation
            WHERE COALESCE(c.collect_closed_at, c.ended_at) < :before
            """;
    private final JdbcClient db;

    UnsentDraftRetention(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String code() {
        return "unsent-drafts";
    }

    @Override
    public Period usually() {
        return Period.ofDays(30);
    }

    @Override
    public int due(Instant before) {
        return db.sql("SELECT COUNT(*) FROM (" + OVER + ") o")
                .param("before", Timestamps.of(before))
                .query(Integer.class)
                .single();
    }

    @Override
    public int remove(Instant before, int most) {
        return db.sql("DELETE FROM unsent_draft WHERE invitation_id IN (" + OVER + " FETCH FIRST :most ROWS ONLY)")
                .param("before", Timestamps.of(before))
                .param("most", most)
                .update();
    }
}
