package cn.zhengxun.sheet;

import cn.zhengxun.privacy.Expiring;
import cn.zhengxun.privacy.OverdueRows;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that nobody confirmed, from the day they were uploaded. */
@Component
class WaitingFileRetention implements Expiring {
    private final OverdueRows rows;

    WaitingFileRetention(JdbcClient db) {
        rows = new OverdueRows(db, "waiting_file", "id", """
                SELECT id FROM waiting_file WHERE uploaded_at < :before ORDER BY id
                """);
    }

    @Override
    public String code() {
        return "waiting-imports";
    }

    @Override
    public Period usually() {
        return Period.ofDays(7);
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
