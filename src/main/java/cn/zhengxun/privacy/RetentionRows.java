package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables retention_run and retention_turn. */
@Repository
class RetentionRows {
    private final JdbcClient db;

    RetentionRows(JdbcClient db) {
        this.db = db;
    }

    /** @param endedAt null while it runs, and for ever where it was cut off */
    record Run(Instant startedAt, String startedBy, Instant endedAt, int rows) {
        public String started() {
            return Shanghai.minute(startedAt);
        }
    }

    /** @return false where another node, or somebody at the page, is at it; held until the transaction ends */
    boolean takeTurn() {
        return !db.sql("SELECT id FROM retention_turn WHERE id = 1 FOR UPDATE SKIP LOCKED")
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    long begin(String code, String by, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        db.sql("INSERT INTO retention_run (class, started_at, started_by, batches, rows_done) VALUES (?, ?, ?, 0, 0)")
                .params(code, Timestamps.of(at), by)
                .update(key, "id");
        return key.getKey().longValue();
    }

    void add(long run, int rows) {
        db.sql("UPDATE retention_run SET batches = batches + 1, rows_done = rows_done + ? WHERE id = ?")
                .params(rows, run)
                .update();
    }

    void end(long run, Instant at) {
        db.sql("UPDATE retention_run SET ended_at = ? WHERE id = ?")
                .params(Timestamps.of(at), run)
                .update();
    }

    /** The latest of each class. */
    Map<String, Run> last() {
        Map<String, Run> last = new HashMap<>();
        db.sql("""
                        SELECT class, started_at, started_by, ended_at, rows_done FROM retention_run
                        WHERE id IN (SELECT MAX(id) FROM retention_run GROUP BY class)
                        """).query(row -> {
            last.put(
                    row.getString("class"),
                    new Run(
                            Timestamps.in(row, "started_at"),
                            row.getString("started_by"),
                            Timestamps.in(row, "ended_at"),
                            row.getInt("rows_done")));
        });
        return last;
    }
}
