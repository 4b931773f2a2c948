package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.PosterHarvest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts by the code that submissions came by: what is collected, as everywhere. */
@Repository
class OpenChannelHarvest implements PosterHarvest {
    private final JdbcClient db;

    OpenChannelHarvest(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<String, Yield> of(ConsultationNumber number) {
        Map<String, Yield> yields = new HashMap<>();
        db.sql("""
                        SELECT m.open_channel, COUNT(DISTINCT m.id) AS submissions, COUNT(*) AS suggestions,
                               MAX(m.accepted_at) AS latest
                        FROM submission m JOIN suggestion s ON s.submission_id = m.id AND s.withdrawn_at IS NULL
                        WHERE m.consultation = ? AND m.open_channel IS NOT NULL AND m.timing <> 'LATE'
                        GROUP BY m.open_channel
                        """).param(number.value()).query(row -> {
            yields.put(
                    row.getString("open_channel"),
                    new Yield(row.getInt("submissions"), row.getInt("suggestions"), Timestamps.in(row, "latest")));
        });
        return yields;
    }
}
