package cn.zhengxun.directory;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Expiring;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of informants that nobody confirmed, from the day they were uploaded. */
@Component
class ImportRetention implements Expiring {
    private static final String OVER =
            "SELECT id FROM informant_import WHERE uploaded_at < :before ORDER BY id FETCH FIRST :most ROWS ONLY";
    private final JdbcClient db;

    ImportRetention(JdbcClient db) {
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
        return db.sql("SELECT COUNT(*) FROM informant_import WHERE uploaded_at < ?")
                .param(Timestamps.of(before))
                .query(Integer.class)
                .single();
    }

    @Override
    public int remove(Instant before, int most) {
        var files = db.sql(OVER)
                .param("before", Timestamps.of(before))
                .param("most", most)
                .query(String.class)
                .list();
        if (files.isEmpty()) {
            return 0;
        }
        db.sql("DELETE FROM informant_import_row WHERE import_id IN (:files)")
                .param("files", files)
                .update();
        return db.sql("DELETE FROM informant_import WHERE id IN (:files)")
                .param("files", files)
                .update();
    }
}
