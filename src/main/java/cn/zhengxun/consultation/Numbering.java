package cn.zhengxun.consultation;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Running numbers by year and level, without gaps: the counter's row stays locked until the registration commits. */
@Component
class Numbering {
    private final JdbcClient db;
    private final TransactionTemplate apart;

    Numbering(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** To be called last in a registration, since others wait for its end. */
    ConsultationNumber next(int year, Level level) {
        if (raise(year, level) == 0) {
            makeCounter(year, level);
            raise(year, level);
        }
        int last = db.sql("SELECT last_number FROM consultation_counter WHERE counted_year = ? AND level = ?")
                .params(year, level.name())
                .query(Integer.class)
                .single();
        return new ConsultationNumber("%d-%s-%03d".formatted(year, level.chinese(), last));
    }

    private int raise(int year, Level level) {
        return db.sql(
                        "UPDATE consultation_counter SET last_number = last_number + 1 WHERE counted_year = ? AND level = ?")
                .params(year, level.name())
                .update();
    }

    /** In its own transaction: a duplicate key would spoil the registration's one on PostgreSQL. */
    private void makeCounter(int year, Level level) {
        try {
            apart.executeWithoutResult(status -> db.sql(
                            "INSERT INTO consultation_counter (counted_year, level, last_number) VALUES (?, ?, 0)")
                    .params(year, level.name())
                    .update());
        } catch (DuplicateKeyException alreadyThere) {
            // another registration of the same year and level made it a moment ago, which is all that is wanted
        }
    }
}
