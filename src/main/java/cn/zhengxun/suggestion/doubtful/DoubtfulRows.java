package cn.zhengxun.suggestion.doubtful;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.arrival.ArrivalState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads flagged and held suggestions (arrival_case) and reports of "not me" (not_mine) as one list. */
@Repository
class DoubtfulRows {
    private static final String CASES = """
            FROM arrival_case c JOIN suggestion s ON s.id = c.suggestion_id
            WHERE c.consultation = :number AND s.withdrawn_at IS NULL""";
    private static final String REPORTS = """
            FROM not_mine n WHERE n.consultation = :number""";
    private static final String NO_FLAG =
            "NOT EXISTS (SELECT 1 FROM arrival_flag f WHERE f.suggestion_id = c.suggestion_id)";

    private final JdbcClient db;

    DoubtfulRows(JdbcClient db) {
        this.db = db;
    }

    /** @param id of a report, or else of a suggestion */
    record Entry(boolean report, long id) {}

    /** What waits or is held is listed from the oldest, what is done from the latest. */
    List<Entry> page(DoubtfulFilter filter, int size, long skip) {
        List<String> parts = new ArrayList<>();
        if (filter.withCases()) {
            parts.add("SELECT 0 AS report, c.suggestion_id AS id, c.flagged_at AS since\n" + CASES
                    + " AND c.state IN (:states)" + ofReason(filter));
        }
        if (filter.withReports() && filter.show() != DoubtfulFilter.Show.HELD) {
            parts.add("SELECT 1 AS report, n.id, n.reported_at AS since\n" + REPORTS
                    + (filter.show() == DoubtfulFilter.Show.OPEN
                            ? " AND n.settled_at IS NULL"
                            : " AND n.settled_at IS NOT NULL")
                    + ofReason(filter));
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        String order =
                filter.show() == DoubtfulFilter.Show.DONE ? "since DESC, report DESC, id DESC" : "since, report, id";
        return db.sql("SELECT d.report, d.id FROM (\n%s\n) d ORDER BY %s LIMIT :size OFFSET :skip"
                        .formatted(String.join("\nUNION ALL\n", parts), order))
                .params(values(filter))
                .param("size", size)
                .param("skip", skip)
                .query((row, n) -> new Entry(row.getInt("report") == 1, row.getLong("id")))
                .list();
    }

    /** Of this reason, every way to show them. */
    Map<DoubtfulFilter.Show, Integer> byShow(DoubtfulFilter filter) {
        Map<DoubtfulFilter.Show, Integer> counts = new EnumMap<>(DoubtfulFilter.Show.class);
        Stream.of(DoubtfulFilter.Show.values()).forEach(show -> counts.put(show, 0));
        if (filter.withCases()) {
            db.sql("SELECT c.state, COUNT(*) AS things\n" + CASES + ofReason(filter) + " GROUP BY c.state")
                    .params(values(filter))
                    .query(row -> {
                        counts.merge(
                                DoubtfulFilter.Show.of(ArrivalState.valueOf(row.getString("state"))),
                                row.getInt("things"),
                                Integer::sum);
                    });
        }
        if (filter.withReports()) {
            db.sql("SELECT COUNT(n.settled_at) AS settled, COUNT(*) AS things\n" + REPORTS + ofReason(filter))
                    .params(values(filter))
                    .query(row -> {
                        counts.merge(DoubtfulFilter.Show.DONE, row.getInt("settled"), Integer::sum);
                        counts.merge(
                                DoubtfulFilter.Show.OPEN, row.getInt("things") - row.getInt("settled"), Integer::sum);
                    });
        }
        return counts;
    }

    /** Of those shown this way, whatever the filter's reason; one suggestion may have several. Only reasons there are. */
    Map<DoubtfulReason, Integer> byReason(DoubtfulFilter filter) {
        Map<DoubtfulReason, Integer> counts = new EnumMap<>(DoubtfulReason.class);
        db.sql("""
                        SELECT f.concern, COUNT(DISTINCT c.suggestion_id) AS things
                        FROM arrival_case c JOIN suggestion s ON s.id = c.suggestion_id
                        JOIN arrival_flag f ON f.suggestion_id = c.suggestion_id
                        WHERE c.consultation = :number AND s.withdrawn_at IS NULL AND c.state IN (:states)
                        GROUP BY f.concern
                        """).params(values(filter)).query(row -> {
            counts.put(DoubtfulReason.valueOf(row.getString("concern")), row.getInt("things"));
        });
        int unflagged = db.sql("SELECT COUNT(*)\n" + CASES + " AND c.state IN (:states) AND " + NO_FLAG)
                .params(values(filter))
                .query(Integer.class)
                .single();
        if (unflagged > 0) {
            counts.put(DoubtfulReason.SCREENING, unflagged);
        }
        if (filter.reports() && filter.show() != DoubtfulFilter.Show.HELD) {
            db.sql("SELECT n.kind, COUNT(n.settled_at) AS settled, COUNT(*) AS things\n" + REPORTS + " GROUP BY n.kind")
                    .params(values(filter))
                    .query(row -> {
                        int settled = row.getInt("settled");
                        int things =
                                filter.show() == DoubtfulFilter.Show.DONE ? settled : row.getInt("things") - settled;
                        if (things > 0) {
                            counts.put(DoubtfulReason.valueOf(row.getString("kind")), things);
                        }
                    });
        }
        return counts;
    }

    /** How many wait for somebody. @param reports whether reports count */
    int waiting(ConsultationNumber consultation, boolean reports) {
        return byShow(new DoubtfulFilter(consultation, DoubtfulFilter.Show.OPEN, null, reports))
                .get(DoubtfulFilter.Show.OPEN);
    }

    /** What looks as if a machine had filled in the form, as names with commas, by suggestion. */
    Map<Long, String> marks(Collection<Long> suggestions) {
        Map<Long, String> marks = new HashMap<>();
        if (!suggestions.isEmpty()) {
            db.sql("""
                            SELECT s.id, m.suspicion FROM suggestion s JOIN submission m ON m.id = s.submission_id
                            WHERE s.id IN (:ids) AND m.suspicion IS NOT NULL
                            """).param("ids", suggestions).query(row -> {
                marks.put(row.getLong("id"), row.getString("suspicion"));
            });
        }
        return marks;
    }

    private static String ofReason(DoubtfulFilter filter) {
        if (filter.reason() == null) {
            return "";
        }
        if (filter.reason().report()) {
            return " AND n.kind = :reason";
        }
        return filter.reason() == DoubtfulReason.SCREENING
                ? " AND " + NO_FLAG
                : " AND EXISTS (SELECT 1 FROM arrival_flag f WHERE f.suggestion_id = c.suggestion_id AND f.concern = :reason)";
    }

    private static Map<String, Object> values(DoubtfulFilter filter) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", filter.consultation().value());
        values.put("states", filter.show().states().stream().map(Enum::name).toList());
        if (filter.reason() != null) {
            values.put("reason", filter.reason().name());
        }
        return values;
    }
}
