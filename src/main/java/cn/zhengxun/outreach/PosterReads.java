package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Shanghai;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * How often each poster's page was opened, by day. Collected in memory and written every half minute, so that reading a
 * page costs no write; a node that breaks down loses that half minute. Nothing about the reader is kept.
 */
@Repository
public class PosterReads {
    /** What says of itself to be a program; empty is one, too. */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i).*(bot|spider|crawl|slurp|preview|scan|monitor|curl|wget|python|java/|okhttp|headless|http-?client).*");

    private final JdbcClient db;
    private final Clock clock;
    private Map<Opened, Integer> waiting = new HashMap<>();

    private record Opened(String code, LocalDate day) {}

    /** @param times how often */
    record Day(LocalDate day, int times) {
        public String written() {
            return Shanghai.date(day);
        }
    }

    PosterReads(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param code of an open channel
     * @param agent how the reader's program calls itself, may be null
     * @param purpose what a browser says that fetches ahead of a reader, null from a reader
     */
    public void opened(String code, String agent, String purpose) {
        if (agent == null
                || agent.isBlank()
                || PROGRAM.matcher(agent).matches()
                || purpose != null && purpose.contains("prefetch")) {
            return;
        }
        synchronized (this) {
            waiting.merge(new Opened(code, Shanghai.dateOf(clock.instant())), 1, Integer::sum);
        }
    }

    @PreDestroy
    @Scheduled(fixedDelayString = "PT30S")
    void write() {
        Map<Opened, Integer> taken;
        synchronized (this) {
            taken = waiting;
            waiting = new HashMap<>();
        }
        taken.forEach(this::add);
    }

    private void add(Opened opened, int times) {
        if (!increased(opened, times)) {
            try {
                db.sql("INSERT INTO open_channel_read (code, read_on, times) VALUES (?, ?, ?)")
                        .params(opened.code(), opened.day(), times)
                        .update();
            } catch (DuplicateKeyException otherNode) {
                increased(opened, times);
            }
        }
    }

    private boolean increased(Opened opened, int times) {
        return db.sql("UPDATE open_channel_read SET times = times + ? WHERE code = ? AND read_on = ?")
                        .params(times, opened.code(), opened.day())
                        .update()
                == 1;
    }

    /** By code; those never opened are left out. */
    Map<String, Integer> of(ConsultationNumber number) {
        Map<String, Integer> reads = new HashMap<>();
        db.sql("""
                        SELECT r.code, SUM(r.times) AS times
                        FROM open_channel_read r JOIN open_channel c ON c.code = r.code
                        WHERE c.consultation = ? GROUP BY r.code
                        """).param(number.value()).query(row -> {
            reads.put(row.getString("code"), row.getInt("times"));
        });
        return reads;
    }

    /** Of one code, the latest day first. */
    List<Day> days(String code) {
        return db.sql("SELECT read_on, times FROM open_channel_read WHERE code = ? ORDER BY read_on DESC")
                .param(code)
                .query((row, n) -> new Day(row.getObject("read_on", LocalDate.class), row.getInt("times")))
                .list();
    }
}
