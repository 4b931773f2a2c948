package cn.zhengxun.outreach.mail;

import cn.zhengxun.privacy.Expiring;
import cn.zhengxun.privacy.OverdueRows;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters that the demo mailbox shows, in full. */
@Component
class DemoMailRetention implements Expiring {
    private final OverdueRows rows;

    DemoMailRetention(JdbcClient db) {
        rows = new OverdueRows(db, "demo_mail", "id", """
                SELECT id FROM demo_mail WHERE shown_at < :before ORDER BY id
                """);
    }

    @Override
    public String code() {
        return "demo-mail";
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
