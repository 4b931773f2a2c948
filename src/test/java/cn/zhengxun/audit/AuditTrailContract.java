package cn.zhengxun.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.Command;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail is chained, and whoever alters a row is found at that row. */
abstract class AuditTrailContract {
    record Try(int n) implements Command {}

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditSealer sealer;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void entries_are_chained_in_order_and_an_altered_one_is_located() {
        for (int n = 0; n < 5; n++) {
            record(n);
        }
        sealAll();
        assertThat(sealer.firstBroken()).isZero();

        long victim = db.sql("SELECT MAX(chain_no) FROM audit_entry")
                        .query(Long.class)
                        .single()
                - 2;
        String before = detail(victim);
        alter(victim, "{\"n\":99}");
        assertThat(sealer.firstBroken()).isEqualTo(victim);
        alter(victim, before);
        assertThat(sealer.firstBroken()).isZero();
    }

    @Test
    void an_entry_belongs_to_its_commands_transaction() {
        assertThatThrownBy(() -> trail.record(new Try(1), null, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
        long before = count();
        transaction.executeWithoutResult(status -> {
            trail.record(new Try(1), null, Map.of("n", 1));
            status.setRollbackOnly();
        });
        assertThat(count()).isEqualTo(before);
    }

    private void record(int n) {
        transaction.executeWithoutResult(status -> trail.record(new Try(n), "2026-市-001", Map.of("n", n)));
    }

    private void sealAll() {
        while (sealer.seal() > 0) {
            assertThat(sealer.firstBroken()).isZero();
        }
    }

    private String detail(long number) {
        return db.sql("SELECT detail FROM audit_entry WHERE chain_no = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private void alter(long number, String detail) {
        db.sql("UPDATE audit_entry SET detail = ? WHERE chain_no = ?")
                .params(detail, number)
                .update();
    }

    private long count() {
        return db.sql("SELECT COUNT(*) FROM audit_entry").query(Long.class).single();
    }
}
