package cn.zhengxun.outreach.mail;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Expiring;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters that the demo mailbox shows, in full. */
@Component
class DemoMailRetention implements Expiring {
    private final JdbcClient db;

    DemoMailRetention(JdbcClient db) {
        this.db = db;
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
        return db.sql("SELECT COUNT(*) FROM demo_mail WHERE shown_at < ?")
                .param(Timestamps.of(before))
                .query(Integer.class)
                .single();
    }

    @Override
    public int remove(Instant before, int most) {
        return db.sql("""
                        DELETE FROM demo_mail WHERE id IN (
                            SELECT id FROM demo_mail WHERE shown_at < ? ORDER BY id FETCH FIRST ? ROWS ONLY)
                        """).params(Timestamps.of(before), most).update();
    }
}
