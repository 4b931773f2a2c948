package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Expiring;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Personal links and coordinators' links, from the archiving or the end of the consultation. */
@Component
class LinkRetention implements Expiring {
    private static final String PERSONAL = """
            SELECT t.hash FROM invitation_token t
            JOIN invitation i ON i.id = t.invitation_id
            JOIN consultation c ON c.number = i.consultation
            WHERE COALESCE(c.archived_at, c.ended_at) < :before
            """;
    private static final String OF_STATIONS = """
            SELECT t.hash FROM station_slip_token t
            JOIN station_slip s ON s.id = t.slip_id
            JOIN consultation c ON c.number = s.consultation
            WHERE COALESCE(c.archived_at, c.ended_at) < :before
            """;
    private final JdbcClient db;

    LinkRetention(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String code() {
        return "personal-links";
    }

    @Override
    public Period usually() {
        return Period.ofYears(1);
    }

    @Override
    public int due(Instant before) {
        return count(PERSONAL, before) + count(OF_STATIONS, before);
    }

    private int count(String over, Instant before) {
        return db.sql("SELECT COUNT(*) FROM (" + over + ") o")
                .param("before", Timestamps.of(before))
                .query(Integer.class)
                .single();
    }

    @Override
    public int remove(Instant before, int most) {
        return remove("invitation_token", PERSONAL, before, most)
                + remove("station_slip_token", OF_STATIONS, before, most);
    }

    private int remove(String table, String over, Instant before, int most) {
        return db.sql("DELETE FROM " + table + " WHERE hash IN (" + over + " FETCH FIRST :most ROWS ONLY)")
                .param("before", Timestamps.of(before))
                .param("most", most)
                .update();
    }
}
