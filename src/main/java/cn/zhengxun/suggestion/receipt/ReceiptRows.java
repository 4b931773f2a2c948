package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.Channel;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What receipts and their copies need to know of a submission. */
@Repository
class ReceiptRows {

    /** @param informant null for a person outside the directory; name and contact are then what was left, or null */
    record Holder(
            String receipt,
            ConsultationNumber consultation,
            Channel channel,
            InformantId informant,
            String name,
            String contact,
            int changes) {}

    private final JdbcClient db;

    ReceiptRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Holder> holder(long submission) {
        return db.sql("""
                        SELECT m.receipt, m.consultation, m.channel, m.informant_id, m.proposer_name, m.proposer_contact,
                               (SELECT COUNT(*) FROM suggestion_change c JOIN suggestion s ON s.id = c.suggestion_id
                                WHERE s.submission_id = m.id) AS changes
                        FROM submission m
                        WHERE m.id = ? AND m.erased_at IS NULL
                        """)
                .param(submission)
                .query((row, n) -> new Holder(
                        row.getString("receipt"),
                        new ConsultationNumber(row.getString("consultation")),
                        Channel.valueOf(row.getString("channel")),
                        Optional.ofNullable(row.getObject("informant_id", Long.class))
                                .map(InformantId::new)
                                .orElse(null),
                        row.getString("proposer_name"),
                        row.getString("proposer_contact"),
                        row.getInt("changes")))
                .optional();
    }

    /** What opens a submission of an open channel for changes; empty for one that came from an informant or in another way. */
    Optional<EditCode> editCode(String receipt) {
        return db.sql("""
                        SELECT idempotency_key FROM submission
                        WHERE receipt = ? AND channel = 'QR_CODE' AND informant_id IS NULL AND erased_at IS NULL
                        """).param(receipt).query(String.class).optional().map(EditCode::of);
    }

    /** How many copies of this consultation's receipts were asked for to this address, whoever typed it. */
    int copiesTo(String contact, ConsultationNumber consultation, Instant since) {
        return db.sql("""
                        SELECT COUNT(*)
                        FROM outbox o
                        JOIN submission m ON m.id = CASE WHEN o.recipient_kind = 'AUTHOR' THEN CAST(o.recipient AS BIGINT) END
                        WHERE o.consultation = ? AND o.campaign = ? AND o.created_at > ? AND m.informant_id IS NULL
                          AND LOWER(TRIM(m.proposer_contact)) = LOWER(TRIM(CAST(? AS VARCHAR(200))))
                        """)
                .params(consultation.value(), ReceiptCopies.campaign(consultation), Timestamps.of(since), contact)
                .query(Integer.class)
                .single();
    }
}
