package cn.zhengxun.outreach.mail;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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

    /**
     * A mail on its way. messageId: without angle brackets, the same at every attempt. attempt: which try this is,
     * from 1; it tells an old sender that its lease was taken over.
     */
    record Claim(QueuedMail mail, String messageId, int attempt) {
        long id() {
            return mail.id();
        }
    }

    /** Whether anybody has that mail already. */
    boolean exists(String campaign, String template, int revision) {
        return db.sql("""
                        SELECT COUNT(*) FROM (
                            SELECT id FROM outbox WHERE campaign = ? AND template = ? AND revision = ? LIMIT 1) o
                        """)
                        .params(campaign, template, revision)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Which of these have that mail already. */
    Set<Recipient> queued(String campaign, Collection<Recipient> recipients, String template, int revision) {
        return new HashSet<>(db.sql("""
                        SELECT recipient_kind, recipient FROM outbox
                        WHERE campaign = :campaign AND recipient IN (:recipients)
                          AND template = :template AND revision = :revision
                        """)
                .param("campaign", campaign)
                .param("recipients", recipients.stream().map(Recipient::id).toList())
                .param("template", template)
                .param("revision", revision)
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
                        SELECT * FROM outbox
                        WHERE status IN ('WAITING', 'SENDING') AND next_try_at <= ?
                        LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(Timestamps.of(now), limit)
                .query((row, n) -> new Claim(mail(row), row.getString("message_id"), row.getInt("attempts") + 1))
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

    private static QueuedMail mail(ResultSet row) throws SQLException {
        return new QueuedMail(
                row.getLong("id"),
                row.getString("campaign"),
                new ConsultationNumber(row.getString("consultation")),
                recipient(row),
                row.getString("template"),
                row.getInt("revision"));
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient"));
    }

    /** @param channel which took it */
    void sent(Claim claim, String channel, Instant at) {
        db.sql("""
                        UPDATE outbox SET status = 'SENT', sent_at = ?, channel = ?, last_error = NULL
                        WHERE id = ? AND attempts = ? AND status = 'SENDING'
                        """)
                .params(Timestamps.of(at), channel, claim.id(), claim.attempt())
                .update();
    }

    /** The claim does not count as an attempt. @param error null leaves what the last attempt said */
    void untried(Claim claim, Instant nextTry, String error) {
        db.sql("""
                        UPDATE outbox SET status = 'WAITING', attempts = attempts - 1, next_try_at = ?,
                            last_error = COALESCE(?, last_error)
                        WHERE id = ? AND attempts = ? AND status = 'SENDING'
                        """)
                .param(1, Timestamps.of(nextTry))
                .param(2, error, Types.VARCHAR)
                .param(3, claim.id())
                .param(4, claim.attempt())
                .update();
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
                        SELECT recipient_kind, recipient, status, revision, last_error, created_at, sent_at, delivered_at,
                            bounced_at, next_try_at
                        FROM outbox WHERE campaign = ? ORDER BY revision
                        """).param(campaign).query(row -> {
            latest.put(
                    recipient(row),
                    new MailState(
                            MailStatus.valueOf(row.getString("status")),
                            row.getInt("revision"),
                            row.getString("last_error"),
                            Timestamps.in(row, "created_at"),
                            Timestamps.in(row, "sent_at"),
                            Timestamps.in(row, "delivered_at"),
                            Timestamps.in(row, "bounced_at"),
                            Timestamps.in(row, "next_try_at")));
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
