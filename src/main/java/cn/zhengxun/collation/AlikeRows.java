package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table alike: each pair once, the lower id first. */
@Repository
class AlikeRows {
    private final JdbcClient db;
    private final JdbcTemplate batch;

    AlikeRows(JdbcClient db, JdbcTemplate batch) {
        this.db = db;
        this.batch = batch;
    }

    /** Original words of the collected suggestions, by id. */
    Map<Long, String> words(ConsultationNumber number) {
        Map<Long, String> words = new LinkedHashMap<>();
        db.sql("""
                        SELECT s.id, w.original
                        FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        JOIN suggestion_words w ON w.suggestion_id = s.id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        ORDER BY s.number, s.id
                        """).param(number.value()).query(row -> {
            words.put(row.getLong("id"), row.getString("original"));
        });
        return words;
    }

    void replace(ConsultationNumber number, Collection<NearCopies.Pair> pairs) {
        db.sql("DELETE FROM alike WHERE suggestion_id IN (SELECT id FROM suggestion WHERE consultation = ?)")
                .param(number.value())
                .update();
        batch.batchUpdate(
                "INSERT INTO alike (suggestion_id, other_id, score) VALUES (?, ?, ?)", pairs, 1000, (row, pair) -> {
                    row.setLong(1, Math.min(pair.one(), pair.other()));
                    row.setLong(2, Math.max(pair.one(), pair.other()));
                    row.setInt(3, pair.score());
                });
    }

    /** The best first. @return by each of the given ids its pairs, that id as {@code one} */
    Map<Long, List<NearCopies.Pair>> of(Collection<Long> suggestions) {
        Map<Long, List<NearCopies.Pair>> alike = new HashMap<>();
        if (suggestions.isEmpty()) {
            return alike;
        }
        db.sql("""
                        SELECT a.suggestion_id AS one, a.other_id AS other, a.score
                        FROM alike a JOIN suggestion s ON s.id = a.other_id
                        WHERE a.suggestion_id IN (:ids) AND s.withdrawn_at IS NULL
                        UNION ALL
                        SELECT a.other_id AS one, a.suggestion_id AS other, a.score
                        FROM alike a JOIN suggestion s ON s.id = a.suggestion_id
                        WHERE a.other_id IN (:ids) AND s.withdrawn_at IS NULL
                        ORDER BY 3 DESC, 2
                        """).param("ids", suggestions).query(row -> {
            alike.computeIfAbsent(row.getLong("one"), id -> new ArrayList<>())
                    .add(new NearCopies.Pair(row.getLong("one"), row.getLong("other"), row.getInt("score")));
        });
        return alike;
    }

    /** Everything that reads alike directly or through others, the suggestion itself included; by id. */
    Set<Long> cluster(long suggestion) {
        Set<Long> found = new TreeSet<>(Set.of(suggestion));
        Set<Long> ahead = Set.of(suggestion);
        while (!ahead.isEmpty()) {
            Set<Long> next = new LinkedHashSet<>();
            of(ahead)
                    .values()
                    .forEach(pairs -> pairs.forEach(pair -> {
                        if (found.add(pair.other())) {
                            next.add(pair.other());
                        }
                    }));
            ahead = next;
        }
        return found;
    }
}
