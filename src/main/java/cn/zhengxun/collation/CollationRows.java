package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SuggestionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads suggestions together with what was decided on them, for the pages. Withdrawn and late ones are left out. */
@Repository
class CollationRows {
    private static final String COLLECTED = """
            FROM suggestion s
            JOIN submission m ON m.id = s.submission_id
            LEFT JOIN screening c ON c.suggestion_id = s.id
            WHERE s.consultation = :number AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
            """;

    private static final String ROWS = """
            SELECT s.id, s.number, s.clause_id, s.clause_label, s.kind AS given_kind,
                   w.clause_text, w.original, w.proposed, w.reason AS given_reason,
                   m.channel, m.identity_category, t.name AS station,
                   c.kind, c.decision, c.reason, c.normalised, c.routed_to, c.screened_by, c.screened_at, c.confirmed_by
            FROM suggestion s
            JOIN submission m ON m.id = s.submission_id
            JOIN suggestion_words w ON w.suggestion_id = s.id
            LEFT JOIN station t ON t.id = m.station_id
            LEFT JOIN screening c ON c.suggestion_id = s.id
            WHERE s.consultation = :number AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
            """;

    private final JdbcClient db;

    CollationRows(JdbcClient db) {
        this.db = db;
    }

    /** @param id null for 整体 */
    record ClauseCount(Long id, String label, int suggestions) {}

    /** How many decisions of one kind one person took. */
    record DecisionCount(Decision decision, String screenedBy, boolean confirmed, int suggestions) {}

    int count(ConsultationNumber number, WorkbenchFilter filter) {
        return bind(db.sql("SELECT COUNT(*) " + COLLECTED + filter.condition()), number, filter)
                .query(Integer.class)
                .single();
    }

    /** By number. */
    List<CollationRow> page(ConsultationNumber number, WorkbenchFilter filter, int size) {
        return bind(
                        db.sql(ROWS + filter.condition() + "ORDER BY s.number, s.id LIMIT :size OFFSET :skip"),
                        number,
                        filter)
                .param("size", size)
                .param("skip", (long) filter.page() * size)
                .query((row, i) -> row(row))
                .list();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, ConsultationNumber number, WorkbenchFilter filter) {
        JdbcClient.StatementSpec bound = statement.param("number", number.value());
        if (filter.clause() != null && filter.clause() > 0) {
            bound = bound.param("clause", filter.clause());
        }
        if (filter.group() != null) {
            bound = bound.param("group", filter.group());
        }
        return bound;
    }

    /** By number. */
    List<CollationRow> all(ConsultationNumber number) {
        return db.sql(ROWS + "ORDER BY s.number, s.id")
                .param("number", number.value())
                .query((row, i) -> row(row))
                .list();
    }

    /** By number; ids of other consultations are left out. */
    List<CollationRow> some(ConsultationNumber number, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return db.sql(ROWS + "AND s.id IN (:ids) ORDER BY s.number, s.id")
                .param("number", number.value())
                .param("ids", ids)
                .query((row, i) -> row(row))
                .list();
    }

    /** The person's latest decision that can still be undone. */
    Optional<CollationRow> lastBy(ConsultationNumber number, String user) {
        return db.sql(
                        ROWS
                                + "AND c.screened_by = :user AND c.confirmed_at IS NULL ORDER BY c.screened_at DESC, s.id DESC LIMIT 1")
                .param("number", number.value())
                .param("user", user)
                .query((row, i) -> row(row))
                .optional();
    }

    /** In the order of the draft, 整体 last. */
    List<ClauseCount> clauses(ConsultationNumber number) {
        return db.sql("""
                        SELECT s.clause_id, s.clause_label, COUNT(*) AS suggestions, MIN(k.position) AS position
                        FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        LEFT JOIN clause k ON k.id = s.clause_id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        GROUP BY s.clause_id, s.clause_label
                        ORDER BY CASE WHEN s.clause_id IS NULL THEN 1 ELSE 0 END, MIN(k.position), s.clause_label
                        """)
                .param(number.value())
                .query((row, i) -> new ClauseCount(
                        row.getObject("clause_id", Long.class),
                        row.getString("clause_label"),
                        row.getInt("suggestions")))
                .list();
    }

    List<DecisionCount> decisions(ConsultationNumber number) {
        return db.sql("""
                        SELECT c.decision, c.screened_by, CASE WHEN c.confirmed_at IS NULL THEN 0 ELSE 1 END AS confirmed,
                               COUNT(*) AS suggestions
                        FROM screening c
                        JOIN suggestion s ON s.id = c.suggestion_id
                        JOIN submission m ON m.id = s.submission_id
                        WHERE c.consultation = ? AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        GROUP BY c.decision, c.screened_by, CASE WHEN c.confirmed_at IS NULL THEN 0 ELSE 1 END
                        ORDER BY c.screened_by, c.decision
                        """)
                .param(number.value())
                .query((row, i) -> new DecisionCount(
                        Decision.valueOf(row.getString("decision")),
                        row.getString("screened_by"),
                        row.getInt("confirmed") == 1,
                        row.getInt("suggestions")))
                .list();
    }

    private static CollationRow row(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String decision = row.getString("decision");
        return new CollationRow(
                row.getLong("id"),
                row.getObject("number", Integer.class),
                row.getObject("clause_id", Long.class),
                row.getString("clause_label"),
                row.getString("clause_text"),
                SuggestionKind.valueOf(row.getString("given_kind")),
                row.getString("original"),
                row.getString("proposed"),
                row.getString("given_reason"),
                Channel.valueOf(row.getString("channel")),
                row.getString("station"),
                row.getString("identity_category"),
                kind == null ? null : SuggestionKind.valueOf(kind),
                decision == null ? null : Decision.valueOf(decision),
                row.getString("reason"),
                row.getString("normalised"),
                row.getString("routed_to"),
                row.getString("screened_by"),
                Timestamps.in(row, "screened_at"),
                row.getString("confirmed_by"));
    }
}
