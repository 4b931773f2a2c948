package cn.zhengxun.sheet;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Expiring;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that nobody confirmed, from the day they were uploaded. */
@Component
class WaitingFileRetention implements Expiring {
    private final JdbcClient db;

    WaitingFileRetention(JdbcClient db) {
        this.db = db;
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
        return db.sql("SELECT COUNT(*) FROM waiting_file WHERE uploaded_at < ?")
                .param(Timestamps.of(before))
                .query(Integer.class)
                .single();
    }

    @Override
    public int remove(Instant before, int most) {
        return db.sql("""
                        DELETE FROM waiting_file WHERE id IN (
                            SELECT id FROM waiting_file WHERE uploaded_at < ? ORDER BY id FETCH FIRST ? ROWS ONLY)
                        """).params(Timestamps.of(before), most).update();
    }
}
