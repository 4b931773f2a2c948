package cn.zhengxun.suggestion.answer;

import cn.zhengxun.privacy.Expiring;
import cn.zhengxun.privacy.OverdueRows;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts that were never sent, from the end of the collection. */
@Component
class UnsentDraftRetention implements Expiring {
    private final OverdueRows rows;

    UnsentDraftRetention(JdbcClient db) {
        rows = new OverdueRows(db, "unsent_draft", "invitation_id", """
                SELECT d.invitation_id FROM unsent_draft d
                JOIN invitation i ON i.id = d.invitation_id
                JOIN consultation c ON c.number = i.consultation
                WHERE COALESCE(c.collect_closed_at, c.ended_at) < :before
                """);
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
        return rows.count(before);
    }

    @Override
    public int remove(Instant before, int most) {
        return rows.remove(before, most);
    }
}
