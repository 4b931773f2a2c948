package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.privacy.Expiring;
import cn.zhengxun.privacy.OverdueRows;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The links of mailed receipts by which their readers take the address off, from the archiving or the end of the
 * consultation: as long as the address itself is kept.
 */
@Component
class NotMineLinkRetention implements Expiring {
    private final OverdueRows rows;

    NotMineLinkRetention(JdbcClient db) {
        rows = new OverdueRows(db, "not_mine_token", "hash", """
                SELECT t.hash FROM not_mine_token t
                JOIN submission m ON m.id = t.submission_id
                JOIN consultation c ON c.number = m.consultation
                WHERE COALESCE(c.archived_at, c.ended_at) < :before
                """);
    }

    @Override
    public String code() {
        return "not-mine-links";
    }

    @Override
    public Period usually() {
        return Period.ofYears(1);
    }

    @Override
    public int due(Instant before) {
        return rows.count(before);
    }

    @Override
    public int remove(Instant before, int most) {
        return rows.remove(before, most);
    }
}
