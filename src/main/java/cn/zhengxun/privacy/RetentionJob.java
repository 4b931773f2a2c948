package cn.zhengxun.privacy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries the retention out each night, on one node at a time. A class that fails does not stop the others. */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionJob {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final Retention retention;
    private final RetentionRows rows;
    private final TransactionTemplate turn;

    RetentionJob(Retention retention, RetentionRows rows, PlatformTransactionManager transactions) {
        this.retention = retention;
        this.rows = rows;
        this.turn = new TransactionTemplate(transactions);
    }

    @Scheduled(cron = "${zhengxun.retention.at:0 20 3 * * *}", zone = "Asia/Shanghai")
    void everyNight() {
        run();
    }

    /** @return rows by class; empty where somebody else is at it */
    Optional<Map<String, Integer>> run() {
        return turn.execute(held -> rows.takeTurn() ? Optional.of(all()) : Optional.<Map<String, Integer>>empty());
    }

    private Map<String, Integer> all() {
        Map<String, Integer> removed = new TreeMap<>();
        for (String code : retention.codes()) {
            try {
                removed.put(code, one(code));
            } catch (RuntimeException failed) {
                // the next night goes on; the message may quote a value, so only its class is told
                LOG.error(
                        "Retention of {} was cut off: {}",
                        code,
                        failed.getClass().getName());
            }
        }
        return removed;
    }

    private int one(String code) {
        long run = retention.begin(code);
        int all = 0;
        for (int batch = -1; batch != 0; all += batch) {
            batch = retention.remove(new RemoveExpired(code, run));
        }
        retention.end(run);
        return all;
    }
}
