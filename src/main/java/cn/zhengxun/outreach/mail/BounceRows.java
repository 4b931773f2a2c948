package cn.zhengxun.outreach.mail;

import cn.zhengxun.kernel.Timestamps;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table bounce, and what reports change in table outbox. */
@Repository
class BounceRows {
    private final JdbcClient db;

    BounceRows(JdbcClient db) {
        this.db = db;
    }

    /** The outbox row of a mail that was handed to a channel. */
    record Sent(long id, Recipient recipient) {}

    /** What the mail from this source was taken for, where it was read before. */
    Optional<DeliveryReport.Action> action(String source) {
        return db.sql("SELECT action FROM bounce WHERE source = ?")
                .param(source)
                .query((row, n) -> DeliveryReport.Action.valueOf(row.getString("action")))
                .optional();
    }

    void insert(String source, Long outboxId, DeliveryReport.Action action, String code, Instant at) {
        db.sql("INSERT INTO bounce (source, outbox_id, action, code, read_at) VALUES (?, ?, ?, ?, ?)")
                .param(1, source)
                .param(2, outboxId, Types.BIGINT)
                .param(3, action.name())
                .param(4, code, Types.VARCHAR)
                .param(5, Timestamps.of(at))
                .update();
    }

    Optional<Sent> sent(String messageId) {
        return db.sql("SELECT id, recipient_kind, recipient FROM outbox WHERE message_id = ? AND attempts > 0")
                .param(messageId)
                .query((row, n) -> new Sent(
                        row.getLong("id"),
                        new Recipient(
                                Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient"))))
                .optional();
    }

    /** @return false where it was already known to have failed, or was called off */
    boolean bounced(long id, String sentence, Instant at) {
        return db.sql("""
                        UPDATE outbox SET status = 'FAILED', last_error = ?, bounced_at = ?
                        WHERE id = ? AND status IN ('SENT', 'SENDING', 'WAITING')
                        """).params(sentence, Timestamps.of(at), id).update() == 1;
    }

    void noted(long id, String sentence) {
        db.sql("UPDATE outbox SET last_error = ? WHERE id = ? AND status = 'SENT' AND delivered_at IS NULL")
                .params(sentence, id)
                .update();
    }

    void delivered(long id, Instant at) {
        db.sql("UPDATE outbox SET delivered_at = ?, last_error = NULL WHERE id = ? AND status = 'SENT'")
                .params(Timestamps.of(at), id)
                .update();
    }

    int count(DeliveryReport.Action action) {
        return db.sql("SELECT COUNT(*) FROM bounce WHERE action = ?")
                .param(action.name())
                .query(Integer.class)
                .single();
    }
}
