package cn.zhengxun.evaluation;

import cn.zhengxun.adoption.OutcomeKind;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Traces;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.IdentityCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** View counted_suggestion, by consultation. */
@Repository
class StatisticsRows {

    /** Suggestions alike in everything that is broken down. Only consultation data where a consultation has none. */
    record Fact(
            String consultation,
            String title,
            Level level,
            Status status,
            Long station,
            String stationName,
            Channel channel,
            String category,
            YearMonth month,
            Figures figures) {}

    /** A clause of one consultation with its figures. */
    record ClauseFact(String label, Figures figures) {}

    /**
     * With category: the identity category where it was offered, else 其他. What was typed freely may fit one person only;
     * counted like this, an erasure changes no figure.
     */
    private static final String COUNTED =
            """
            SELECT s.*, CASE WHEN s.identity_category IS NULL OR s.identity_category = '' THEN s.identity_category
                WHEN POSITION('|' || s.identity_category || '|' IN '|' || REPLACE(COALESCE(NULLIF(p.identity_categories, ''), '%s'), '\n', '|') || '|') > 0
                    THEN s.identity_category
                ELSE '%s' END AS category
            FROM counted_suggestion s LEFT JOIN plan p ON p.consultation = s.consultation
            """.formatted(String.join("|", Plan.USUAL_CATEGORIES), IdentityCategory.OTHER);

    private final JdbcClient db;

    StatisticsRows(JdbcClient db) {
        this.db = db;
    }

    /** Newest consultation first. */
    List<Fact> facts(StatisticsFilter filter) {
        Map<String, Object> values = new HashMap<>();
        String sql = """
                SELECT c.number, c.title, c.level, c.status, c.promulgated_on,
                       v.station_id, t.name AS station_name, v.channel, v.category, v.accepted_year, v.accepted_month,
                       COUNT(v.id) AS collected,
                       COALESCE(SUM(v.submitted), 0) AS submitted,
                       COALESCE(SUM(v.fully_adopted), 0) AS fully_adopted,
                       COALESCE(SUM(v.partly_adopted), 0) AS partly_adopted
                FROM consultation c
                LEFT JOIN (%s) v ON v.consultation = c.number%s
                LEFT JOIN station t ON t.id = v.station_id
                WHERE c.number IS NOT NULL%s
                GROUP BY c.number, c.title, c.level, c.status, c.promulgated_on, c.registered_at,
                         v.station_id, t.name, v.channel, v.category, v.accepted_year, v.accepted_month
                ORDER BY c.registered_at DESC, c.number DESC
                """.formatted(COUNTED, ofSuggestions(filter, values), ofConsultations(filter, values));
        return db.sql(sql).params(values).query((row, n) -> fact(row)).list();
    }

    /** In the order of the draft, the whole last. */
    List<ClauseFact> clauses(StatisticsFilter filter) {
        Map<String, Object> values = new HashMap<>();
        String sql = """
                SELECT v.clause_label, c.status, c.promulgated_on, COUNT(*) AS collected, SUM(v.submitted) AS submitted,
                       SUM(v.fully_adopted) AS fully_adopted, SUM(v.partly_adopted) AS partly_adopted
                FROM (%s) v
                JOIN consultation c ON c.number = v.consultation
                LEFT JOIN clause l ON l.id = v.clause_id
                WHERE c.number IS NOT NULL%s%s
                GROUP BY v.clause_label, c.status, c.promulgated_on
                ORDER BY COALESCE(MIN(l.position), 2147483647)
                """.formatted(COUNTED, ofSuggestions(filter, values), ofConsultations(filter, values));
        return db.sql(sql)
                .params(values)
                .query((row, n) -> new ClauseFact(
                        row.getString("clause_label"), figures(row, Status.valueOf(row.getString("status")))))
                .list();
    }

    /** @param limit at most so many, in a stable order */
    List<CountedSuggestion> list(StatisticsFilter filter, Count count, int offset, int limit) {
        Map<String, Object> values = new HashMap<>();
        String sql = listSql(filter, count, values) + " OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY";
        values.put("offset", offset);
        values.put("limit", limit);
        return db.sql(sql).params(values).query((row, n) -> suggestion(row)).list();
    }

    /** All of them, one after the other, for an export of any length. */
    void each(StatisticsFilter filter, Count count, Consumer<CountedSuggestion> reader) {
        Map<String, Object> values = new HashMap<>();
        String sql = listSql(filter, count, values);
        db.sql(sql).params(values).query(row -> {
            reader.accept(suggestion(row));
        });
    }

    private static String listSql(StatisticsFilter filter, Count count, Map<String, Object> values) {
        String counted = switch (count) {
            case COLLECTED -> "";
            case SUBMITTED -> " AND v.submitted = 1";
            case ADOPTED -> " AND v.fully_adopted + v.partly_adopted = 1";
        };
        return """
                SELECT v.consultation, v.number, v.clause_label, w.original, t.name AS station_name, v.channel,
                       v.category, v.accepted_at, o.outcome, m.proposer_name, m.proposer_contact, a.name AS author,
                       a.phone, a.email
                FROM (%s) v
                JOIN submission m ON m.id = v.submission_id
                LEFT JOIN informant a ON a.id = m.informant_id
                JOIN consultation c ON c.number = v.consultation
                JOIN suggestion_words w ON w.suggestion_id = v.id
                LEFT JOIN station t ON t.id = v.station_id
                LEFT JOIN outcome o ON o.suggestion_id = v.id AND o.confirmed_by IS NOT NULL
                WHERE c.number IS NOT NULL%s%s%s
                ORDER BY c.registered_at DESC, v.consultation DESC, v.id
                """.formatted(COUNTED, ofSuggestions(filter, values), ofConsultations(filter, values), counted);
    }

    private static String ofConsultations(StatisticsFilter filter, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder();
        if (filter.from() != null) {
            sql.append(" AND c.registered_at >= :from");
            values.put("from", Timestamps.of(Shanghai.at(filter.from(), LocalTime.MIDNIGHT)));
        }
        if (filter.to() != null) {
            sql.append(" AND c.registered_at < :to");
            values.put("to", Timestamps.of(Shanghai.at(filter.to().plusDays(1), LocalTime.MIDNIGHT)));
        }
        if (filter.level() != null) {
            sql.append(" AND c.level = :level");
            values.put("level", filter.level().name());
        }
        if (filter.consultation() != null) {
            sql.append(" AND c.number = :consultation");
            values.put("consultation", filter.consultation().value());
        }
        return sql.toString();
    }

    private static String ofSuggestions(StatisticsFilter filter, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder();
        if (filter.station() != null && filter.station() == StatisticsFilter.NO_STATION) {
            sql.append(" AND v.station_id IS NULL");
        } else if (filter.station() != null) {
            sql.append(" AND v.station_id = :station");
            values.put("station", filter.station());
        }
        if (filter.channel() != null) {
            sql.append(" AND v.channel = :channel");
            values.put("channel", filter.channel().name());
        }
        if (StatisticsFilter.NO_CATEGORY.equals(filter.category())) {
            sql.append(" AND (v.category IS NULL OR v.category = '')");
        } else if (filter.category() != null) {
            sql.append(" AND v.category = :category");
            values.put("category", filter.category());
        }
        if (filter.month() != null) {
            sql.append(" AND v.accepted_year = :year AND v.accepted_month = :month");
            values.put("year", filter.month().getYear());
            values.put("month", filter.month().getMonthValue());
        }
        return sql.toString();
    }

    private static Fact fact(ResultSet row) throws SQLException {
        Status status = Status.valueOf(row.getString("status"));
        String channel = row.getString("channel");
        return new Fact(
                row.getString("number"),
                row.getString("title"),
                Level.valueOf(row.getString("level")),
                status,
                row.getObject("station_id", Long.class),
                row.getString("station_name"),
                channel == null ? null : Channel.valueOf(channel),
                row.getString("category"),
                channel == null ? null : YearMonth.of(row.getInt("accepted_year"), row.getInt("accepted_month")),
                figures(row, status));
    }

    private static Figures figures(ResultSet row, Status status) throws SQLException {
        return Figures.of(
                row.getLong("collected"),
                row.getLong("submitted"),
                row.getLong("fully_adopted"),
                row.getLong("partly_adopted"),
                status != Status.ENDED && status != Status.DECLINED,
                row.getObject("promulgated_on") != null);
    }

    /** Managers read the words, but not what people wrote about themselves into them. */
    private static Traces author(ResultSet row) throws SQLException {
        return Traces.of(
                Arrays.asList(row.getString("proposer_name"), row.getString("author")),
                Arrays.asList(row.getString("proposer_contact"), row.getString("phone"), row.getString("email")));
    }

    private static CountedSuggestion suggestion(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new CountedSuggestion(
                row.getString("consultation"),
                row.getObject("number", Integer.class),
                row.getString("clause_label"),
                author(row).blacken(row.getString("original")),
                row.getString("station_name"),
                Channel.valueOf(row.getString("channel")),
                row.getString("category"),
                Timestamps.in(row, "accepted_at"),
                outcome == null ? null : OutcomeKind.valueOf(outcome));
    }
}
