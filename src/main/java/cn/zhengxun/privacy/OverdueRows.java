package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that go as they are once they are over: what most of {@link Expiring} count and remove.
 *
 * @param table where they are deleted
 * @param key the column that tells them apart
 * @param over selects the keys of those that are over at :before; from the code, never typed by anybody
 */
public record OverdueRows(JdbcClient db, String table, String key, String over) {

    public int count(Instant before) {
        return db.sql("SELECT COUNT(*) FROM (" + over + ") o")
                .param("before", Timestamps.of(before))
                .query(Integer.class)
                .single();
    }

    /** @return how many were deleted, at most so many */
    public int remove(Instant before, int most) {
        return db.sql("DELETE FROM " + table + " WHERE " + key + " IN (" + over + " FETCH FIRST :most ROWS ONLY)")
                .param("before", Timestamps.of(before))
                .param("most", most)
                .update();
    }
}
