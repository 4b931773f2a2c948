package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The tables outcome_letter and outcome_letter_item. */
@Repository
class LetterRows {

    /** A letter as stored: informant or submission is null. */
    record Written(long id, InformantId informant, Long submission, Letter.Delivery delivery, Instant writtenAt) {}

    private final JdbcClient db;
    private final JdbcTemplate batch;

    LetterRows(JdbcClient db, JdbcTemplate batch) {
        this.db = db;
        this.batch = batch;
    }

    void insert(
            ConsultationNumber number,
            InformantId informant,
            Long submission,
            int revision,
            Letter.Delivery delivery,
            Instant at,
            List<Suggestion> suggestions) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        db.sql("""
                        INSERT INTO outcome_letter (consultation, informant_id, submission_id, revision, delivery, written_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(java.util.Arrays.asList(
                        number.value(),
                        informant == null ? null : informant.value(),
                        submission,
                        revision,
                        delivery.name(),
                        Timestamps.of(at)))
                .update(keys, "id");
        long letter = keys.getKey().longValue();
        batch.batchUpdate(
                "INSERT INTO outcome_letter_item (letter_id, suggestion_id) VALUES (?, ?)",
                suggestions,
                500,
                (row, suggestion) -> {
                    row.setLong(1, letter);
                    row.setLong(2, suggestion.id().value());
                });
    }

    List<Written> of(ConsultationNumber number, int revision) {
        return db.sql("""
                        SELECT id, informant_id, submission_id, delivery, written_at
                        FROM outcome_letter
                        WHERE consultation = ? AND revision = ?
                        ORDER BY id
                        """)
                .params(number.value(), revision)
                .query(LetterRows::written)
                .list();
    }

    /** By letter's id, for all letters of a revision. */
    Map<Long, Set<SuggestionId>> items(ConsultationNumber number, int revision) {
        Map<Long, Set<SuggestionId>> items = new HashMap<>();
        db.sql("""
                        SELECT item.letter_id, item.suggestion_id
                        FROM outcome_letter_item item
                        JOIN outcome_letter letter ON letter.id = item.letter_id
                        WHERE letter.consultation = ? AND letter.revision = ?
                        """)
                .params(number.value(), revision)
                .query((row, line) -> items.computeIfAbsent(row.getLong("letter_id"), id -> new HashSet<>())
                        .add(new SuggestionId(row.getLong("suggestion_id"))))
                .list();
        return items;
    }

    /** What the informant's letter of this revision names; empty where there is none. */
    Set<SuggestionId> itemsOf(ConsultationNumber number, InformantId informant, int revision) {
        return new HashSet<>(db.sql("""
                        SELECT item.suggestion_id
                        FROM outcome_letter_item item
                        JOIN outcome_letter letter ON letter.id = item.letter_id
                        WHERE letter.consultation = ? AND letter.informant_id = ? AND letter.revision = ?
                        """)
                .params(number.value(), informant.value(), revision)
                .query((row, line) -> new SuggestionId(row.getLong("suggestion_id")))
                .list());
    }

    private static Written written(ResultSet row, int line) throws SQLException {
        long informant = row.getLong("informant_id");
        boolean unknown = row.wasNull();
        long submission = row.getLong("submission_id");
        Long known = row.wasNull() ? null : submission;
        return new Written(
                row.getLong("id"),
                unknown ? null : new InformantId(informant),
                known,
                Letter.Delivery.valueOf(row.getString("delivery")),
                Timestamps.in(row, "written_at"));
    }
}
