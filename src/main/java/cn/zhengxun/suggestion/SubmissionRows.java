package cn.zhengxun.suggestion;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Timestamps;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Writes submissions, and finds them by their key, receipt or origin. */
@Repository
class SubmissionRows {
    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final ConsentWordings wordings;

    SubmissionRows(JdbcClient db, JdbcTemplate batches, ConsentWordings wordings) {
        this.db = db;
        this.batches = batches;
        this.wordings = wordings;
    }

    /** @return by key; one that was never used is left out */
    Map<String, Receipt> receiptsOfKeys(Collection<String> idempotencyKeys) {
        Map<String, Receipt> receipts = new HashMap<>();
        db.sql("""
                        SELECT m.idempotency_key, m.receipt, m.accepted_at, m.timing,
                               (SELECT COUNT(*) FROM suggestion s WHERE s.submission_id = m.id
                                AND s.replaces_id IS NULL) AS suggestions
                        FROM submission m
                        WHERE m.idempotency_key IN (:keys)
                        """).param("keys", idempotencyKeys).query((RowCallbackHandler)
                row -> receipts.put(row.getString("idempotency_key"), receipt(row)));
        return receipts;
    }

    /** The submission that a form with this key became. */
    Optional<Long> idOfKey(String idempotencyKey) {
        return db.sql("SELECT id FROM submission WHERE idempotency_key = ?")
                .param(idempotencyKey)
                .query(Long.class)
                .optional();
    }

    /** @return the submissions' ids, in the same order */
    List<Long> insert(List<Arriving> arriving) {
        return inserted("""
                INSERT INTO submission (consultation, receipt, idempotency_key, invitation_id, informant_id,
                    station_id, channel, collector, on_behalf, confirmed_by_person, proposer_name,
                    proposer_contact, identity_category, age_band, unit, consent_processing,
                    consent_call_back, consent_publish_name, open_channel, suspicion, accepted_at, timing,
                    consent_wording, guardian)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, arriving.stream().map(this::columns).toList());
    }

    private Object[] columns(Arriving one) {
        SubmitSuggestions command = one.command();
        return new Object[] {
            command.consultation().value(),
            one.receipt(),
            command.idempotencyKey(),
            bigint(command.invitation() == null ? null : command.invitation().value()),
            bigint(one.informant() == null ? null : one.informant().value()),
            bigint(command.station() == null ? null : command.station().value()),
            command.channel().name(),
            text(command.collector()),
            command.onBehalf(),
            command.confirmedByPerson(),
            text(command.proposerName()),
            text(command.proposerContact()),
            text(command.identityCategory()),
            text(command.ageBand()),
            text(command.unit()),
            command.consentProcessing(),
            command.consentCallBack(),
            command.consentPublishName(),
            text(command.poster() == null ? null : command.poster().code()),
            text(command.poster() == null ? null : command.poster().suspicion()),
            Timestamps.of(one.at()),
            one.timing().name(),
            wordings.orCurrent(command.agreement().wording()),
            text(command.agreement().guardian())
        };
    }

    /**
     * In two statements, however many there are.
     *
     * @param submissions ids of what arrives, in the same order
     * @return the suggestions' ids for each submission, in the same order
     */
    List<List<Long>> insertSuggestions(List<Arriving> arriving, List<Long> submissions) {
        List<Object[]> suggestions = new ArrayList<>();
        for (int i = 0; i < arriving.size(); i++) {
            List<Arriving.Words> words = arriving.get(i).words();
            for (int position = 0; position < words.size(); position++) {
                Arriving.Words one = words.get(position);
                ClauseId clause = one.item().clause();
                suggestions.add(new Object[] {
                    submissions.get(i),
                    arriving.get(i).command().consultation().value(),
                    position,
                    bigint(clause == null ? null : clause.value()),
                    one.clauseLabel(),
                    one.item().kind().name()
                });
            }
        }
        Iterator<Long> ids = inserted("""
                        INSERT INTO suggestion (submission_id, consultation, position, clause_id, clause_label, kind)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """, suggestions).iterator();
        List<List<Long>> bySubmission = arriving.stream()
                .map(one -> one.words().stream().map(any -> ids.next()).toList())
                .toList();
        insertWords(arriving, bySubmission);
        return bySubmission;
    }

    private void insertWords(List<Arriving> arriving, List<List<Long>> suggestions) {
        List<Object[]> words = new ArrayList<>();
        for (int i = 0; i < arriving.size(); i++) {
            for (int position = 0; position < suggestions.get(i).size(); position++) {
                Arriving.Words one = arriving.get(i).words().get(position);
                words.add(new Object[] {
                    suggestions.get(i).get(position),
                    one.clauseText(),
                    one.item().original(),
                    text(one.item().proposed()),
                    text(one.item().reason())
                });
            }
        }
        batches.batchUpdate("""
                INSERT INTO suggestion_words (suggestion_id, clause_text, original, proposed, reason)
                VALUES (?, ?, ?, ?, ?)
                """, words);
    }

    /** @return the generated ids, in the order of the rows */
    private List<Long> inserted(String statement, List<Object[]> rows) {
        KeyHolder keys = new GeneratedKeyHolder();
        batches.batchUpdate(
                connection -> connection.prepareStatement(statement, new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int position) throws SQLException {
                        Object[] columns = rows.get(position);
                        for (int i = 0; i < columns.length; i++) {
                            StatementCreatorUtils.setParameterValue(row, i + 1, SqlTypeValue.TYPE_UNKNOWN, columns[i]);
                        }
                    }

                    @Override
                    public int getBatchSize() {
                        return rows.size();
                    }
                },
                keys);
        return keys.getKeyList().stream()
                .map(row -> ((Number) row.values().iterator().next()).longValue())
                .toList();
    }

    /** An empty column has a type, too: PostgreSQL plans a statement anew where the types of its parameters change. */
    private static SqlParameterValue bigint(Long value) {
        return new SqlParameterValue(Types.BIGINT, value);
    }

    private static SqlParameterValue text(String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
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
