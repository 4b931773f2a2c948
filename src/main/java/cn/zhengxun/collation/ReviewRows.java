package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.SuggestionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables review_seat, review_note and settled_grade, all by the version of the report they are for. */
@Repository
class ReviewRows {
    private final JdbcClient db;
    private final JdbcTemplate batch;

    ReviewRows(JdbcClient db, JdbcTemplate batch) {
        this.db = db;
        this.batch = batch;
    }

    /** @param completedAt null until the expert handed in */
    record Seat(int seat, ExpertId expert, String expertName, String userId, Instant completedAt) {}

    /** An expert who may be seated. */
    record Candidate(ExpertId expert, String userId) {}

    /** The plan's experts that are still active, by id. */
    List<Candidate> planned(ConsultationNumber number) {
        return db.sql("""
                        SELECT e.id, e.user_id
                        FROM plan_expert p
                        JOIN expert e ON e.id = p.expert_id
                        WHERE p.consultation = ? AND e.active = TRUE
                        ORDER BY e.id
                        """)
                .param(number.value())
                .query((row, i) -> new Candidate(new ExpertId(row.getLong("id")), row.getString("user_id")))
                .list();
    }

    /** @return the plan's quorum, 1 where there is no plan */
    int quorum(ConsultationNumber number) {
        return db.sql("SELECT quorum FROM plan WHERE consultation = ?")
                .param(number.value())
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** Whether the user screened or confirmed any of the suggestions, and so would judge their own work. */
    boolean screened(ConsultationNumber number, String user) {
        return db.sql("""
                                SELECT COUNT(*)
                                FROM screening
                                WHERE consultation = ? AND (screened_by = ? OR confirmed_by = ?)
                                """)
                        .params(number.value(), user, user)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void seat(ConsultationNumber number, int version, int seat, Candidate candidate) {
        db.sql("""
                        INSERT INTO review_seat (consultation, version, seat, expert_id, user_id)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(number.value(), version, seat, candidate.expert().value(), candidate.userId())
                .update();
    }

    /** By seat. */
    List<Seat> seats(ConsultationNumber number, int version) {
        return db.sql("""
                        SELECT s.seat, s.expert_id, e.name, s.user_id, s.completed_at
                        FROM review_seat s
                        JOIN expert e ON e.id = s.expert_id
                        WHERE s.consultation = ? AND s.version = ?
                        ORDER BY s.seat
                        """)
                .params(number.value(), version)
                .query((row, i) -> new Seat(
                        row.getInt("seat"),
                        new ExpertId(row.getLong("expert_id")),
                        row.getString("name"),
                        row.getString("user_id"),
                        Timestamps.in(row, "completed_at")))
                .list();
    }

    Optional<Seat> seatOf(ConsultationNumber number, int version, String user) {
        return seats(number, version).stream()
                .filter(seat -> seat.userId().equals(user))
                .findFirst();
    }

    void complete(ConsultationNumber number, int version, int seat, Instant at) {
        db.sql("""
                        UPDATE review_seat SET completed_at = ?
                        WHERE consultation = ? AND version = ? AND seat = ? AND completed_at IS NULL
                        """).params(Timestamps.of(at), number.value(), version, seat).update();
    }

    /** Whatever the expert said of the suggestion before. */
    void clear(ConsultationNumber number, int version, SuggestionId suggestion, ExpertId expert) {
        for (String table : List.of("review_note", "review_recusal")) {
            db.sql("DELETE FROM " + table
                            + " WHERE consultation = ? AND version = ? AND suggestion_id = ? AND expert_id = ?")
                    .params(number.value(), version, suggestion.value(), expert.value())
                    .update();
        }
    }

    void recuse(ConsultationNumber number, int version, SuggestionId suggestion, ExpertId expert, Instant at) {
        db.sql("""
                        INSERT INTO review_recusal (consultation, version, suggestion_id, expert_id, declared_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(number.value(), version, suggestion.value(), expert.value(), Timestamps.of(at))
                .update();
    }

    Set<SuggestionId> recusals(ConsultationNumber number, int version, ExpertId expert) {
        return Set.copyOf(db.sql(
                        "SELECT suggestion_id FROM review_recusal WHERE consultation = ? AND version = ? AND expert_id = ?")
                .params(number.value(), version, expert.value())
                .query((row, i) -> new SuggestionId(row.getLong("suggestion_id")))
                .list());
    }

    void insertNote(ConsultationNumber number, int version, ReviewNote note, Instant at) {
        db.sql("""
                        INSERT INTO review_note (consultation, version, suggestion_id, expert_id, grade,
                                                 legality, necessity, feasibility, upper_law, noted_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number.value(),
                        version,
                        note.suggestion().value(),
                        note.expert().value(),
                        note.grade().name(),
                        note.legality(),
                        note.necessity(),
                        note.feasibility(),
                        note.upperLaw(),
                        Timestamps.of(at))
                .update();
    }

    /** By suggestion in the order of their numbers, then by expert. */
    Map<SuggestionId, List<ReviewNote>> notes(ConsultationNumber number, int version) {
        Map<SuggestionId, List<ReviewNote>> notes = new LinkedHashMap<>();
        db.sql("""
                        SELECT n.suggestion_id, n.expert_id, n.grade, n.legality, n.necessity, n.feasibility, n.upper_law
                        FROM review_note n
                        JOIN suggestion s ON s.id = n.suggestion_id
                        WHERE n.consultation = ? AND n.version = ?
                        ORDER BY s.number, s.id, n.expert_id
                        """)
                .params(number.value(), version)
                .query((row, i) -> note(row))
                .list()
                .forEach(note -> notes.computeIfAbsent(note.suggestion(), id -> new ArrayList<>())
                        .add(note));
        return notes;
    }

    private static ReviewNote note(ResultSet row) throws SQLException {
        return new ReviewNote(
                new SuggestionId(row.getLong("suggestion_id")),
                new ExpertId(row.getLong("expert_id")),
                Grade.valueOf(row.getString("grade")),
                row.getString("legality"),
                row.getString("necessity"),
                row.getString("feasibility"),
                row.getString("upper_law"));
    }

    void settle(ConsultationNumber number, int version, Map<SuggestionId, Grade> grades) {
        db.sql("DELETE FROM settled_grade WHERE consultation = ? AND version = ?")
                .params(number.value(), version)
                .update();
        batch.batchUpdate(
                "INSERT INTO settled_grade (consultation, version, suggestion_id, grade) VALUES (?, ?, ?, ?)",
                grades.entrySet(),
                1000,
                (row, grade) -> {
                    row.setString(1, number.value());
                    row.setInt(2, version);
                    row.setLong(3, grade.getKey().value());
                    row.setString(4, grade.getValue().name());
                });
    }

    Map<SuggestionId, Grade> settled(ConsultationNumber number, int version) {
        Map<SuggestionId, Grade> grades = new LinkedHashMap<>();
        db.sql("SELECT suggestion_id, grade FROM settled_grade WHERE consultation = ? AND version = ?")
                .params(number.value(), version)
                .query(row -> {
                    grades.put(new SuggestionId(row.getLong("suggestion_id")), Grade.valueOf(row.getString("grade")));
                });
        return grades;
    }

    /** Whether the report of this version was frozen: then what the experts said of it stays as it is. */
    boolean frozen(ConsultationNumber number, int version) {
        return db.sql("SELECT COUNT(*) FROM report WHERE consultation = ? AND version = ? AND frozen_at IS NOT NULL")
                        .params(number.value(), version)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
