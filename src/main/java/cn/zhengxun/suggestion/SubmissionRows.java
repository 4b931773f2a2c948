package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Timestamps;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate batches;
    private final ConsentWordings wordings;

    SubmissionRows(JdbcClient db, JdbcTemplate batches, ConsentWordings wordings) {
        this.db = db;
        this.batches = batches;
        this.wordings = wordings;
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

    /** The submission that a form with this key became. */
    Optional<Long> idOfKey(String idempotencyKey) {
        return db.sql("SELECT id FROM submission WHERE idempotency_key = ?")
                .param(idempotencyKey)
                .query(Long.class)
                .optional();
    }

    /** @return the submission's id */
    long insert(SubmitSuggestions command, InformantId informant, String receipt, Instant at, Timing timing) {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("""
                        INSERT INTO submission (consultation, receipt, idempotency_key, invitation_id, informant_id,
                            station_id, channel, collector, on_behalf, confirmed_by_person, proposer_name,
                            proposer_contact, identity_category, age_band, unit, consent_processing,
                            consent_call_back, consent_publish_name, open_channel, suspicion, accepted_at, timing,
                            consent_wording, guardian)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                        timing.name(),
                        wordings.orCurrent(command.agreement().wording()),
                        command.agreement().guardian())
                .update(key, "id");
        return key.getKey().longValue();
    }

    /** In two statements, however many there are. @return their ids, in the same order */
    List<Long> insertSuggestions(long submission, ConsultationNumber consultation, List<Words> words) {
        KeyHolder keys = new GeneratedKeyHolder();
        batches.batchUpdate(
                connection -> connection.prepareStatement("""
                        INSERT INTO suggestion (submission_id, consultation, position, clause_id, clause_label, kind)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """, new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int position) throws SQLException {
                        Words one = words.get(position);
                        ClauseId clause = one.item().clause();
                        row.setLong(1, submission);
                        row.setString(2, consultation.value());
                        row.setInt(3, position);
                        row.setObject(4, clause == null ? null : clause.value(), Types.BIGINT);
                        row.setString(5, one.clauseLabel());
                        row.setString(6, one.item().kind().name());
                    }

                    @Override
                    public int getBatchSize() {
                        return words.size();
                    }
                },
                keys);
        List<Long> ids = keys.getKeyList().stream()
                .map(row -> ((Number) row.values().iterator().next()).longValue())
                .toList();
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
        return ids;
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("receipt"),
                Timestamps.in(row, "accepted_at"),
                row.getInt("suggestions"),
                Timing.valueOf(row.getString("timing")) == Timing.LATE,
                true);
    }
}
