package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads table suggestion_change: what happened to suggestions after they were handed in. */
@Repository
class ChangeRows {

    /** @param suggestion the row it concerns, of an amendment the new one; @param by a user's id, or public */
    record Kept(SuggestionId suggestion, Change change, Instant at, String by, String reason) {}

    private final JdbcClient db;

    ChangeRows(JdbcClient db) {
        this.db = db;
    }

    /** By submission, in the order they happened. */
    Map<Long, List<Kept>> of(Collection<Long> submissions) {
        if (submissions.isEmpty()) {
            return Map.of();
        }
        record Line(long submission, Kept kept) {}
        return db
                .sql("""
                        SELECT s.submission_id, c.suggestion_id, c.kind, c.changed_at, c.changed_by, c.reason
                        FROM suggestion_change c JOIN suggestion s ON s.id = c.suggestion_id
                        WHERE s.submission_id IN (:submissions)
                        ORDER BY c.id
                        """)
                .param("submissions", submissions)
                .query((row, n) -> new Line(
                        row.getLong("submission_id"),
                        new Kept(
                                new SuggestionId(row.getLong("suggestion_id")),
                                Change.valueOf(row.getString("kind")),
                                Timestamps.in(row, "changed_at"),
                                row.getString("changed_by"),
                                row.getString("reason"))))
                .stream()
                .collect(Collectors.groupingBy(Line::submission, Collectors.mapping(Line::kept, Collectors.toList())));
    }
}
