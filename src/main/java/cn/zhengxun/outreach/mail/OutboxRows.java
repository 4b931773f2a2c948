package cn.zhengxun.outreach.mail;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table outbox. */
@Repository
class OutboxRows {
    private static final int BATCH = 500;
    private static final String INSERT = """
            INSERT INTO outbox (campaign, consultation, recipient_kind, recipient, template, revision, message_id,
                                status, attempts, next_try_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)
            """;
    private final JdbcClient db;
    private final JdbcTemplate batches;

    OutboxRows(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /** A mail on its way. attempt: which try this is, from 1; it tells an old sender that its lease was taken over. */
    record Claim(long id, int attempt) {}

    /** The stable Message-ID without angle brackets goes with every attempt. */
    record Waiting(QueuedMail mail, String messageId) {}

    Set<Recipient> queued(String campaign, String template, int revision) {
        return new HashSet<>(db.sql("""
                        SELECT recipient_kind, recipient FROM outbox
                        WHERE campaign = ? AND template = ? AND revision = ?
                        """)
                .params(campaign, template, revision)
                .query((row, n) -> new Recipient(Recipient.Kind.valueOf(row.getString(1)), row.getString(2)))
                .list());
    }

    boolean exists(String campaign, Recipient recipient, String template, int revision) {
        return db.sql("""
                        SELECT COUNT(*) FROM outbox
                        WHERE campaign = ? AND recipient_kind = ? AND recipient = ? AND template = ? AND revision = ?
                        """)
                        .params(campaign, recipient.kind().name(), recipient.id(), template, revision)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(
            String campaign,
            ConsultationNumber consultation,
            Collection<Recipient> recipients,
            String template,
            int revision,
            MessageIds messageIds,
            Instant now,
            Instant notBefore) {
        batches.batchUpdate(INSERT, recipients, BATCH, (statement, recipient) -> {
            statement.setString(1, campaign);
            statement.setString(2, consultation.value());
            statement.setString(3, recipient.kind().name());
            statement.setString(4, recipient.id());
            statement.setString(5, template);
            statement.setInt(6, revision);
            statement.setString(7, messageIds.next());
            statement.setObject(8, Timestamps.of(notBefore));
            statement.setObject(9, Timestamps.of(now));
        });
    }

    /**
     * Takes a few rows that are due, or whose lease ended. Without ORDER BY, since H2 would lock every row it sorts;
     * a row that another dispatcher holds is skipped.
     */
    List<Claim> claim(int limit, Instant now, Instant leaseEnd) {
        List<Claim> claims = db.sql("""
                        SELECT id, attempts FROM outbox
                        WHERE status IN ('WAITING', 'SENDING') AND next_try_at <= ?
                        LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(Timestamps.of(now), limit)
                .query((row, n) -> new Claim(row.getLong("id"), row.getInt("attempts") + 1))
                .list();
        if (!claims.isEmpty()) {
            db.sql("""
                            UPDATE outbox SET status = 'SENDING', attempts = attempts + 1, next_try_at = :leaseEnd
                            WHERE id IN (:ids)
                            """)
                    .param("leaseEnd", Timestamps.of(leaseEnd))
                    .param("ids", claims.stream().map(Claim::id).toList())
                    .update();
        }
        return claims;
    }

    /** @return false where another dispatcher has taken the row over */
    boolean renew(Claim claim, Instant leaseEnd) {
        return db.sql("UPDATE outbox SET next_try_at = ? WHERE id = ? AND attempts = ? AND status = 'SENDING'")
                        .params(Timestamps.of(leaseEnd), claim.id(), claim.attempt())
                        .update()
                == 1;
    }

    Waiting read(long id) {
        return db.sql("SELECT * FROM outbox WHERE id = ?")
                .param(id)
                .query((row, n) -> new Waiting(
                        new QueuedMail(
                                id,
                                row.getString("campaign"),
                                new ConsultationNumber(row.getString("consultation")),
                                new Recipient(
                                        Recipient.Kind.valueOf(row.getString("recipient_kind")),
                                        row.getString("recipient")),
                                row.getString("template"),
                                row.getInt("revision")),
                        row.getString("message_id")))
                .single();
    }

    void sent(Claim claim, Instant at) {
        db.sql("""
                        UPDATE outbox SET status = 'SENT', sent_at = ?, last_error = NULL
                        WHERE id = ? AND attempts = ? AND status = 'SENDING'
                        """).params(Timestamps.of(at), claim.id(), claim.attempt()).update();
    }

    void waiting(Claim claim, Instant nextTry, String error) {
        db.sql("""
                        UPDATE outbox SET status = 'WAITING', next_try_at = ?, last_error = ?
                        WHERE id = ? AND attempts = ? AND status = 'SENDING'
                        """)
                .params(Timestamps.of(nextTry), error, claim.id(), claim.attempt())
                .update();
    }

    /** @param status FAILED or CANCELLED */
    void over(Claim claim, MailStatus status, String error) {
        db.sql("""
                        UPDATE outbox SET status = ?, last_error = ?
                        WHERE id = ? AND attempts = ? AND status = 'SENDING'
                        """).params(status.name(), error, claim.id(), claim.attempt()).update();
    }

    /** The highest revision of each recipient of a campaign. */
    Map<Recipient, MailState> latest(String campaign) {
        Map<Recipient, MailState> latest = new HashMap<>();
        db.sql("""
                        SELECT recipient_kind, recipient, status, revision, last_error, created_at, sent_at
                        FROM outbox WHERE campaign = ? ORDER BY revision
                        """).param(campaign).query(row -> {
            latest.put(
                    new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient")),
                    new MailState(
                            MailStatus.valueOf(row.getString("status")),
                            row.getInt("revision"),
                            row.getString("last_error"),
                            Timestamps.in(row, "created_at"),
                            Timestamps.in(row, "sent_at")));
        });
        return latest;
    }

    int count(MailStatus status) {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE status = ?")
                .param(status.name())
                .query(Integer.class)
                .single();
    }

    Optional<Instant> oldestWaiting() {
        return db.sql("SELECT MIN(created_at) AS oldest FROM outbox WHERE status = 'WAITING'")
                .query((row, n) -> Optional.ofNullable(Timestamps.in(row, "oldest")))
                .single();
    }
}
