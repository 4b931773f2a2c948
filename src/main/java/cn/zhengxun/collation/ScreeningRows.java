package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table screening. "Collected" are suggestions that are neither withdrawn nor late. */
@Repository
class ScreeningRows {
    private final JdbcClient db;

    ScreeningRows(JdbcClient db) {
        this.db = db;
    }

    /** What stands for a suggestion now. number is null before closing; the rest is null where nobody decided yet. */
    record Standing(
            SuggestionId suggestion,
            Integer number,
            SuggestionKind givenKind,
            SuggestionKind kind,
            Decision decision,
            String normalised,
            String screenedBy,
            Instant screenedAt,
            String confirmedBy) {}

    /** Locks the suggestions in the order of their ids, so that two people on one item queue and never deadlock. */
    List<Standing> lock(ConsultationNumber number, Collection<SuggestionId> suggestions) {
        List<Long> ids = suggestions.stream()
                .map(SuggestionId::value)
                .distinct()
                .sorted()
                .toList();
        db.sql("SELECT id FROM suggestion WHERE consultation = :number AND id IN (:ids) ORDER BY id FOR UPDATE")
                .param("number", number.value())
                .param("ids", ids)
                .query(Long.class)
                .list();
        return db.sql("""
                        SELECT s.id, s.number, s.kind AS given_kind, c.kind, c.decision, c.normalised,
                               c.screened_by, c.screened_at, c.confirmed_by
                        FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        LEFT JOIN screening c ON c.suggestion_id = s.id
                        WHERE s.consultation = :number AND s.id IN (:ids)
                          AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        ORDER BY s.id
                        """)
                .param("number", number.value())
                .param("ids", ids)
                .query((row, i) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String decision = row.getString("decision");
        return new Standing(
                new SuggestionId(row.getLong("id")),
                row.getObject("number", Integer.class),
                SuggestionKind.valueOf(row.getString("given_kind")),
                kind == null ? null : SuggestionKind.valueOf(kind),
                decision == null ? null : Decision.valueOf(decision),
                row.getString("normalised"),
                row.getString("screened_by"),
                Timestamps.in(row, "screened_at"),
                row.getString("confirmed_by"));
    }

    void insert(ConsultationNumber number, Screening screening) {
        db.sql("""
                        INSERT INTO screening (suggestion_id, consultation, kind, decision, reason, normalised,
                                               routed_to, screened_by, screened_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        screening.suggestion().value(),
                        number.value(),
                        screening.kind().name(),
                        screening.decision().name(),
                        screening.reason(),
                        screening.normalised(),
                        screening.routedTo(),
                        screening.screenedBy(),
                        Timestamps.of(screening.screenedAt()))
                .update();
    }

    void delete(SuggestionId suggestion) {
        db.sql("DELETE FROM screening WHERE suggestion_id = ?")
                .param(suggestion.value())
                .update();
    }

    /** Collected suggestions without a decision. */
    int waiting(ConsultationNumber number) {
        return db.sql("""
                        SELECT COUNT(*)
                        FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        LEFT JOIN screening c ON c.suggestion_id = s.id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                          AND c.suggestion_id IS NULL
                        """).param(number.value()).query(Integer.class).single();
    }

    /** Collected suggestions with the decision GROUP that belong to no group. */
    int ungrouped(ConsultationNumber number) {
        return db.sql("""
                        SELECT COUNT(*)
                        FROM screening c
                        JOIN suggestion s ON s.id = c.suggestion_id
                        JOIN submission m ON m.id = s.submission_id
                        WHERE c.consultation = ? AND c.decision = 'GROUP'
                          AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                          AND NOT EXISTS (SELECT 1 FROM suggestion_group_member g WHERE g.suggestion_id = s.id)
                        """).param(number.value()).query(Integer.class).single();
    }

    /** How many unconfirmed decisions this person took. */
    int unconfirmedBy(ConsultationNumber number, String user) {
        return db.sql("""
                        SELECT COUNT(*)
                        FROM screening
                        WHERE consultation = ? AND confirmed_at IS NULL AND screened_by = ?
                        """).params(number.value(), user).query(Integer.class).single();
    }

    /** @return how many decisions were confirmed by this */
    int confirm(ConsultationNumber number, String user, Instant at) {
        return db.sql("""
                        UPDATE screening SET confirmed_by = ?, confirmed_at = ?
                        WHERE consultation = ? AND confirmed_at IS NULL
                        """).params(user, Timestamps.of(at), number.value()).update();
    }

    /** Decisions other than HOLD on suggestions that wait to be looked at or are held. */
    int forwardedThoughHeld(ConsultationNumber number) {
        return db.sql("""
                        SELECT COUNT(*)
                        FROM screening c
                        JOIN arrival_case h ON h.suggestion_id = c.suggestion_id
                        JOIN suggestion s ON s.id = c.suggestion_id
                        JOIN submission m ON m.id = s.submission_id
                        WHERE c.consultation = ? AND c.decision <> 'HOLD' AND h.state NOT IN ('CLEARED', 'REROUTED')
                          AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        """).param(number.value()).query(Integer.class).single();
    }

    /** Confirmed FORWARD and GROUP that nobody holds or has still to look at, by number. */
    List<SuggestionId> forwarded(ConsultationNumber number) {
        return db.sql("""
                        SELECT s.id
                        FROM screening c
                        JOIN suggestion s ON s.id = c.suggestion_id
                        JOIN submission m ON m.id = s.submission_id
                        WHERE c.consultation = ? AND c.confirmed_at IS NOT NULL AND c.decision IN ('FORWARD', 'GROUP')
                          AND NOT EXISTS (SELECT 1 FROM arrival_case h
                                          WHERE h.suggestion_id = s.id AND h.state NOT IN ('CLEARED', 'REROUTED'))
                          AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        ORDER BY s.number, s.id
                        """)
                .param(number.value())
                .query((row, i) -> new SuggestionId(row.getLong("id")))
                .list();
    }

    /** Decisions on collected suggestions with the titles of their groups, by number. */
    Map<SuggestionId, Screening> of(ConsultationNumber number) {
        Map<Long, List<String>> titles = titles(number);
        Map<SuggestionId, Screening> screenings = new LinkedHashMap<>();
        db.sql("""
                        SELECT c.suggestion_id, c.kind, c.decision, c.reason, c.normalised, c.routed_to,
                               c.screened_by, c.screened_at, c.confirmed_by
                        FROM screening c
                        JOIN suggestion s ON s.id = c.suggestion_id
                        JOIN submission m ON m.id = s.submission_id
                        WHERE c.consultation = ? AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        ORDER BY s.number, s.id
                        """)
                .param(number.value())
                .query((row, i) -> screening(row, titles))
                .list()
                .forEach(screening -> screenings.put(screening.suggestion(), screening));
        return screenings;
    }

    private Map<Long, List<String>> titles(ConsultationNumber number) {
        Map<Long, List<String>> titles = new HashMap<>();
        db.sql("""
                        SELECT m.suggestion_id, g.title
                        FROM suggestion_group g
                        JOIN suggestion_group_member m ON m.group_id = g.id
                        WHERE g.consultation = ?
                        ORDER BY g.id
                        """).param(number.value()).query(row -> {
            titles.computeIfAbsent(row.getLong("suggestion_id"), id -> new ArrayList<>())
                    .add(row.getString("title"));
        });
        return titles;
    }

    private static Screening screening(ResultSet row, Map<Long, List<String>> titles) throws SQLException {
        long suggestion = row.getLong("suggestion_id");
        return new Screening(
                new SuggestionId(suggestion),
                SuggestionKind.valueOf(row.getString("kind")),
                Decision.valueOf(row.getString("decision")),
                row.getString("reason"),
                row.getString("normalised"),
                row.getString("routed_to"),
                row.getString("screened_by"),
                Timestamps.in(row, "screened_at"),
                row.getString("confirmed_by"),
                List.copyOf(titles.getOrDefault(suggestion, List.of())));
    }
}
