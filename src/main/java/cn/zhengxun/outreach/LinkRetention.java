package cn.zhengxun.outreach;

import cn.zhengxun.privacy.Expiring;
import cn.zhengxun.privacy.OverdueRows;
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
    private final OverdueRows personal;
    private final OverdueRows ofStations;

    LinkRetention(JdbcClient db) {
        personal = new OverdueRows(db, "invitation_token", "hash", PERSONAL);
        ofStations = new OverdueRows(db, "station_slip_token", "hash", OF_STATIONS);
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
        return personal.count(before) + ofStations.count(before);
    }

    @Override
    public int remove(Instant before, int most) {
        return personal.remove(before, most) + ofStations.remove(before, most);
    }
}
