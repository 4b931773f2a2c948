package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Writes submissions, and finds them by their key, receipt or origin. */
@Repository
class SubmissionRows {

    /** A suggestion about to be kept, with the clause's label and words that its author saw. */
    record Words(SubmitSuggestions.Item item, String clauseLabel, String clauseText) {}

    private final JdbcClient db;
    private final JdbcOperations batches;

    SubmissionRows(JdbcClient db, JdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    Optional<Receipt> receiptOfKey(String idempotencyKey) {
        return db.sql("""
                        SELECT m.receipt, m.accepted_at, m.timing,
                               (SELECT COUNT(*) FROM suggestion s WHERE s.submission_id = m.id
                                AND s.replaces_id IS NULL) AS suggestions
                        FROM submission m
                        WHERE m.idempotency_key = ?
                        """).param(idempotencyKey).query((row, n) -> receipt(row)).optional();
    }

    /** What opens a submission of an open channel for changes; empty for one that came from an informant or in another way. */
    Optional<EditCode> editCode(String receipt) {
        return db.sql("""
                        SELECT idempotency_key FROM submission
                        WHERE receipt = ? AND channel = 'QR_CODE' AND informant_id IS NULL
                        """).param(receipt).query(String.class).optional().map(EditCode::of);
    }

    boolean receiptTaken(String receipt) {
        return db.sql("SELECT COUNT(*) FROM submission WHERE receipt = ?")
                        .param(receipt)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return the submission's id */
    long insert(SubmitSuggestions command, InformantId informant, String receipt, Instant at, Timing timing) {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("""
                        INSERT INTO submission (consultation, receipt, idempotency_key, invitation_id, informant_id,
                            station_id, channel, collector, on_behalf, confirmed_by_person, proposer_name,
                            proposer_contact, identity_category, age_band, unit, consent_processing,
                            consent_call_back, consent_publish_name, open_channel, suspicion, accepted_at, timing)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        command.consultation().value(),
                        receipt,
                        command.idempotencyKey(),
                        command.invitation() == null
                                ? null
                                : command.invitation().value(),
                        informant == null ? null : informant.value(),
                        command.station() == null ? null : command.station().value(),
                        command.channel().name(),
                        command.collector(),
                        command.onBehalf(),
                        command.confirmedByPerson(),
                        command.proposerName(),
                        command.proposerContact(),
                        command.identityCategory(),
                        command.ageBand(),
                        command.unit(),
                        command.consentProcessing(),
                        command.consentCallBack(),
                        command.consentPublishName(),
                        command.poster() == null ? null : command.poster().code(),
                        command.poster() == null ? null : command.poster().suspicion(),
                        Timestamps.of(at),
                        timing.name())
                .update(key, "id");
        return key.getKey().longValue();
    }

    /** In three statements, however many there are. */
    void insertSuggestions(long submission, ConsultationNumber consultation, List<Words> words) {
        batches.batchUpdate(
                """
                INSERT INTO suggestion (submission_id, consultation, position, clause_id, clause_label, kind)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, words.size())
                        .mapToObj(position -> {
                            Words one = words.get(position);
                            ClauseId clause = one.item().clause();
                            return new Object[] {
                                submission,
                                consultation.value(),
                                position,
                                clause == null ? null : clause.value(),
                                one.clauseLabel(),
                                one.item().kind().name()
                            };
                        })
                        .toList());
        List<Long> ids = db.sql("SELECT id FROM suggestion WHERE submission_id = ? ORDER BY position")
                .param(submission)
                .query(Long.class)
                .list();
        batches.batchUpdate(
                """
                INSERT INTO suggestion_words (suggestion_id, clause_text, original, proposed, reason)
                VALUES (?, ?, ?, ?, ?)
                """,
                IntStream.range(0, words.size())
                        .mapToObj(position -> {
                            Words one = words.get(position);
                            return new Object[] {
                                ids.get(position),
                                one.clauseText(),
                                one.item().original(),
                                one.item().proposed(),
                                one.item().reason()
                            };
                        })
                        .toList());
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("receipt"),
                Timestamps.in(row, "accepted_at"),
                row.getInt("suggestions"),
                Timing.valueOf(row.getString("timing")) == Timing.LATE);
    }
}
