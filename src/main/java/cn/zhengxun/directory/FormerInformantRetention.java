package cn.zhengxun.directory;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.privacy.EraseData;
import cn.zhengxun.privacy.Erasure;
import cn.zhengxun.privacy.Expiring;
import cn.zhengxun.privacy.Subject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Informants out of office, from the end of their term: erased in every room as if they had asked for it. */
@Component
class FormerInformantRetention implements Expiring {
    private static final String OVER = """
            FROM informant WHERE NOT active AND erased_at IS NULL AND merged_into IS NULL AND term_ends_on < :day
            """;
    private final JdbcClient db;
    private final Erasure erasure;

    FormerInformantRetention(JdbcClient db, Erasure erasure) {
        this.db = db;
        this.erasure = erasure;
    }

    @Override
    public String code() {
        return "former-informants";
    }

    @Override
    public Period usually() {
        return Period.ofYears(3);
    }

    @Override
    public int due(Instant before) {
        return db.sql("SELECT COUNT(*) " + OVER)
                .param("day", Shanghai.dateOf(before))
                .query(Integer.class)
                .single();
    }

    @Override
    public int remove(Instant before, int most) {
        List<Long> over = db.sql("SELECT id " + OVER + " ORDER BY id FETCH FIRST :most ROWS ONLY")
                .param("day", Shanghai.dateOf(before))
                .param("most", most)
                .query(Long.class)
                .list();
        over.forEach(id -> erasure.erase(new EraseData(Subject.ofInformant(id))));
        return over.size();
    }
}
