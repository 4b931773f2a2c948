package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables arrival_case, arrival_flag and arrival_step. */
@Repository
class ArrivalRows {
    private static final String CASES = """
            SELECT c.suggestion_id, c.consultation, c.state, c.version, c.routed_to, c.flagged_at,
                   t.state AS step_state, t.acted_by, t.acted_at, t.reason
            FROM arrival_case c
            LEFT JOIN arrival_step t ON t.suggestion_id = c.suggestion_id AND t.version = c.version
            """;

    private final JdbcClient db;
    private final JdbcOperations batches;

    ArrivalRows(JdbcClient db, JdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    void insertCases(String consultation, Collection<Long> suggestions, ArrivalState state, Instant at) {
        batches.batchUpdate(
                "INSERT INTO arrival_case (suggestion_id, consultation, state, version, flagged_at) VALUES (?, ?, ?, 0, ?)",
                suggestions.stream()
                        .map(id -> new Object[] {id, consultation, state.name(), Timestamps.of(at)})
                        .toList());
    }

    /** @param ruleOf id and version of the rule, both null for what a page noticed */
    void insertFlag(long suggestion, Concern concern, ArrivalRule ruleOf, Arrived.Field field, Span span) {
        db.sql("""
                        INSERT INTO arrival_flag (suggestion_id, concern, rule_id, rule_version, field, begins, ends)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(1, suggestion)
                .param(2, concern.name())
                .param(3, ruleOf == null ? null : ruleOf.id(), Types.BIGINT)
                .param(4, ruleOf == null ? null : ruleOf.version(), Types.INTEGER)
                .param(5, field == null ? null : field.name(), Types.VARCHAR)
                .param(6, span == null ? null : span.begins(), Types.INTEGER)
                .param(7, span == null ? null : span.ends(), Types.INTEGER)
                .update();
    }

    Optional<ArrivalCase> find(long suggestion) {
        return of(List.of(suggestion)).stream().findFirst();
    }

    List<ArrivalCase> of(Collection<Long> suggestions) {
        return suggestions.isEmpty()
                ? List.of()
                : proposed(db.sql(CASES + "WHERE c.suggestion_id IN (:ids)")
                        .param("ids", suggestions)
                        .query((row, n) -> arrivalCase(row))
                        .list());
    }

    /** The same with who proposed, where a second person has to agree. */
    private List<ArrivalCase> proposed(List<ArrivalCase> cases) {
        Map<Long, List<ArrivalCase.Step>> steps = steps(cases.stream()
                .filter(one -> one.state().proposed())
                .map(ArrivalCase::suggestion)
                .toList());
        return cases.stream()
                .map(one -> one.state().proposed() ? one.with(steps.getOrDefault(one.suggestion(), List.of())) : one)
                .toList();
    }

    /** @return false where somebody else acted meanwhile */
    boolean step(ArrivalCase seen, ArrivalState state, String routedTo, String by, Instant at, String reason) {
        int next = seen.version() + 1;
        boolean moved = db.sql(
                                "UPDATE arrival_case SET state = ?, version = ?, routed_to = ? WHERE suggestion_id = ? AND version = ?")
                        .params(state.name(), next, routedTo, seen.suggestion(), seen.version())
                        .update()
                == 1;
        if (moved) {
            db.sql("""
                            INSERT INTO arrival_step (suggestion_id, version, state, acted_by, acted_at, reason)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(seen.suggestion(), next, state.name(), by, Timestamps.of(at), reason)
                    .update();
        }
        return moved;
    }

    /** By suggestion, the oldest first. */
    Map<Long, List<ArrivalCase.Step>> steps(Collection<Long> suggestions) {
        Map<Long, List<ArrivalCase.Step>> steps = new HashMap<>();
        if (!suggestions.isEmpty()) {
            db.sql("""
                            SELECT suggestion_id, version, state AS step_state, acted_by, acted_at, reason
                            FROM arrival_step WHERE suggestion_id IN (:ids) ORDER BY suggestion_id, version
                            """).param("ids", suggestions).query(row -> {
                steps.computeIfAbsent(row.getLong("suggestion_id"), id -> new ArrayList<>())
                        .add(step(row));
            });
        }
        return steps;
    }

    List<ArrivalFlag> flags(Collection<Long> suggestions) {
        return suggestions.isEmpty()
                ? List.of()
                : db.sql("""
                                SELECT f.suggestion_id, f.concern, v.name, f.field, f.begins, f.ends
                                FROM arrival_flag f
                                LEFT JOIN arrival_rule_version v ON v.rule_id = f.rule_id AND v.version = f.rule_version
                                WHERE f.suggestion_id IN (:ids) ORDER BY f.id
                                """)
                        .param("ids", suggestions)
                        .query((row, n) -> flag(row))
                        .list();
    }

    /** Proposed holds and releases in a consultation that are as screening wants them. */
    List<ArrivalCase> agreedByScreening(String consultation) {
        return proposed(db.sql(CASES + """
                        JOIN screening k ON k.suggestion_id = c.suggestion_id
                        WHERE c.consultation = ?
                          AND (c.state = 'HOLD_PROPOSED' AND k.decision = 'HOLD'
                               OR c.state = 'RELEASE_PROPOSED' AND k.decision <> 'HOLD')
                        ORDER BY c.suggestion_id
                        """)
                .param(consultation)
                .query((row, n) -> arrivalCase(row))
                .list());
    }

    /** What a person who looks at suggestions sees of them besides the words. number is null before closing. */
    record Place(long suggestion, Integer number, String clauseLabel) {}

    List<Place> places(Collection<Long> suggestions) {
        return suggestions.isEmpty()
                ? List.of()
                : db.sql("SELECT id, number, clause_label FROM suggestion WHERE id IN (:ids)")
                        .param("ids", suggestions)
                        .query((row, n) -> new Place(
                                row.getLong("id"),
                                row.getObject("number", Integer.class),
                                row.getString("clause_label")))
                        .list();
    }

    List<Arrived> words(Collection<Long> suggestions) {
        return suggestions.isEmpty()
                ? List.of()
                : db.sql("""
                                SELECT w.suggestion_id, w.original, w.proposed, w.reason
                                FROM suggestion_words w WHERE w.suggestion_id IN (:ids)
                                """)
                        .param("ids", suggestions)
                        .query((row, n) -> arrived(row))
                        .list();
    }

    /** The latest suggestions of a consultation, to try rules on. */
    List<Arrived> latest(String consultation, int most) {
        return db.sql("""
                        SELECT w.suggestion_id, w.original, w.proposed, w.reason
                        FROM suggestion s JOIN suggestion_words w ON w.suggestion_id = s.id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL ORDER BY s.id DESC LIMIT ?
                        """)
                .params(consultation, most)
                .query((row, n) -> arrived(row))
                .list();
    }

    private static Arrived arrived(ResultSet row) throws SQLException {
        return new Arrived(
                row.getLong("suggestion_id"),
                row.getString("original"),
                row.getString("proposed"),
                row.getString("reason"));
    }

    private static ArrivalFlag flag(ResultSet row) throws SQLException {
        String field = row.getString("field");
        return new ArrivalFlag(
                row.getLong("suggestion_id"),
                Concern.valueOf(row.getString("concern")),
                row.getString("name"),
                field == null ? null : Arrived.Field.valueOf(field),
                field == null ? null : new Span(row.getInt("begins"), row.getInt("ends")));
    }

    private static ArrivalCase arrivalCase(ResultSet row) throws SQLException {
        return new ArrivalCase(
                row.getLong("suggestion_id"),
                row.getString("consultation"),
                ArrivalState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("routed_to"),
                Timestamps.in(row, "flagged_at"),
                row.getString("acted_by") == null ? null : step(row),
                null);
    }

    private static ArrivalCase.Step step(ResultSet row) throws SQLException {
        return new ArrivalCase.Step(
                row.getInt("version"),
                ArrivalState.valueOf(row.getString("step_state")),
                row.getString("acted_by"),
                Timestamps.in(row, "acted_at"),
                row.getString("reason"));
    }
}
