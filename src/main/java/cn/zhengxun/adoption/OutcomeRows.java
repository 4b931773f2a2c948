package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.SuggestionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table outcome. */
@Repository
class OutcomeRows {
    private static final String COLUMNS = """
            SELECT outcome.suggestion_id, outcome.outcome, outcome.article, outcome.article_text, outcome.strength,
                   outcome.reason, outcome.evidence, outcome.judged_by, outcome.judged_at, outcome.confirmed_by,
                   outcome.published_at
            FROM outcome
            """;

    private final JdbcClient db;

    OutcomeRows(JdbcClient db) {
        this.db = db;
    }

    /** In the order of the suggestions' numbers. */
    Map<SuggestionId, Outcome> of(ConsultationNumber number) {
        return bySuggestion(db.sql(COLUMNS + """
                        JOIN suggestion ON suggestion.id = outcome.suggestion_id
                        WHERE outcome.consultation = ?
                        ORDER BY suggestion.number, suggestion.id
                        """)
                .param(number.value())
                .query(OutcomeRows::outcome)
                .list());
    }

    Map<SuggestionId, Outcome> published(Collection<SuggestionId> suggestions) {
        List<Long> ids = suggestions.stream().map(SuggestionId::value).toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += 1000) {
            outcomes.addAll(db.sql(COLUMNS + "WHERE published_at IS NOT NULL AND suggestion_id IN (:ids)")
                    .param("ids", ids.subList(from, Math.min(from + 1000, ids.size())))
                    .query(OutcomeRows::outcome)
                    .list());
        }
        return bySuggestion(outcomes);
    }

    /** A new judgement takes back the confirmation. @return false where the old one was published already */
    boolean judge(ConsultationNumber number, Outcome outcome) {
        int changed = db.sql("""
                        UPDATE outcome
                        SET outcome = ?, article = ?, article_text = ?, strength = ?, reason = ?, evidence = ?,
                            judged_by = ?, judged_at = ?, confirmed_by = NULL, confirmed_at = NULL
                        WHERE suggestion_id = ? AND consultation = ? AND published_at IS NULL
                        """)
                .params(
                        outcome.kind().name(),
                        outcome.article(),
                        outcome.articleText(),
                        outcome.strength() == null ? null : outcome.strength().name(),
                        outcome.reason(),
                        outcome.evidence(),
                        outcome.judgedBy(),
                        Timestamps.of(outcome.judgedAt()),
                        outcome.suggestion().value(),
                        number.value())
                .update();
        if (changed == 0 && !judged(outcome.suggestion())) {
            insert(number, outcome);
            return true;
        }
        return changed == 1;
    }

    private boolean judged(SuggestionId suggestion) {
        return db.sql("SELECT COUNT(*) FROM outcome WHERE suggestion_id = ?")
                        .param(suggestion.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(ConsultationNumber number, Outcome outcome) {
        db.sql("""
                        INSERT INTO outcome (suggestion_id, consultation, outcome, article, article_text, strength, reason,
                            evidence, judged_by, judged_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        outcome.suggestion().value(),
                        number.value(),
                        outcome.kind().name(),
                        outcome.article(),
                        outcome.articleText(),
                        outcome.strength() == null ? null : outcome.strength().name(),
                        outcome.reason(),
                        outcome.evidence(),
                        outcome.judgedBy(),
                        Timestamps.of(outcome.judgedAt()))
                .update();
    }

    int confirm(ConsultationNumber number, String by, Instant at) {
        return db.sql("""
                        UPDATE outcome SET confirmed_by = ?, confirmed_at = ?
                        WHERE consultation = ? AND confirmed_at IS NULL
                        """).params(by, Timestamps.of(at), number.value()).update();
    }

    /** Those that were confirmed and not yet told. */
    int publish(ConsultationNumber number, Instant at) {
        return db.sql("""
                        UPDATE outcome SET published_at = ?
                        WHERE consultation = ? AND confirmed_at IS NOT NULL AND published_at IS NULL
                        """).params(Timestamps.of(at), number.value()).update();
    }

    private static Map<SuggestionId, Outcome> bySuggestion(List<Outcome> outcomes) {
        Map<SuggestionId, Outcome> bySuggestion = new LinkedHashMap<>();
        outcomes.forEach(outcome -> bySuggestion.put(outcome.suggestion(), outcome));
        return bySuggestion;
    }

    private static Outcome outcome(ResultSet row, int line) throws SQLException {
        String strength = row.getString("strength");
        return new Outcome(
                new SuggestionId(row.getLong("suggestion_id")),
                OutcomeKind.valueOf(row.getString("outcome")),
                row.getString("article"),
                row.getString("article_text"),
                strength == null ? null : Strength.valueOf(strength),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("judged_by"),
                Timestamps.in(row, "judged_at"),
                row.getString("confirmed_by"),
                Timestamps.in(row, "published_at"));
    }
}
