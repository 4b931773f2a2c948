package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table evaluation, and what the other rooms' tables say about how a consultation went. */
@Repository
class EvaluationRows {

    /** What was handed in and does not count, and who took part. */
    record Participation(
            long withdrawn,
            long late,
            long outOfScope,
            long invited,
            long opened,
            long answered,
            long contributors,
            long deadlineChanges,
            long returns) {}

    private final JdbcClient db;
    private final ObjectMapper json;

    EvaluationRows(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Evaluation> find(ConsultationNumber number) {
        return db.sql("SELECT * FROM evaluation WHERE consultation = ?")
                .param(number.value())
                .query((row, n) -> new Evaluation(
                        read(row.getString("figures")),
                        Timestamps.in(row, "evaluated_at"),
                        row.getString("approved_by"),
                        Timestamps.in(row, "approved_at"),
                        row.getString("remark")))
                .optional();
    }

    void save(ConsultationNumber number, EvaluationFigures figures, Instant at) {
        int replaced = db.sql("UPDATE evaluation SET figures = ?, evaluated_at = ? WHERE consultation = ?")
                .params(write(figures), Timestamps.of(at), number.value())
                .update();
        if (replaced == 0) {
            db.sql("INSERT INTO evaluation (consultation, figures, evaluated_at) VALUES (?, ?, ?)")
                    .params(number.value(), write(figures), Timestamps.of(at))
                    .update();
        }
    }

    /** @return whether it waited for approval */
    boolean approve(ApproveEvaluation command, String actor, Instant at) {
        return db.sql("""
                        UPDATE evaluation SET approved_by = :actor, approved_at = :at, remark = :remark
                        WHERE consultation = :number AND approved_at IS NULL
                        """)
                        .param("actor", actor)
                        .param("at", Timestamps.of(at))
                        .param("remark", command.remark())
                        .param("number", command.consultation().value())
                        .update()
                == 1;
    }

    Participation participation(ConsultationNumber number) {
        return db.sql("""
                        SELECT
                          (SELECT COUNT(*) FROM suggestion s JOIN submission b ON b.id = s.submission_id
                           WHERE s.consultation = :n AND b.timing <> 'LATE' AND s.withdrawn_at IS NOT NULL
                             AND NOT EXISTS (SELECT 1 FROM suggestion later
                                             WHERE later.submission_id = s.submission_id AND later.replaces_id = s.id)
                          ) AS withdrawn,
                          (SELECT COUNT(*) FROM suggestion s JOIN submission b ON b.id = s.submission_id
                           WHERE s.consultation = :n AND b.timing = 'LATE' AND s.replaces_id IS NULL) AS late,
                          (SELECT COUNT(*) FROM suggestion s JOIN submission b ON b.id = s.submission_id
                           JOIN screening k ON k.suggestion_id = s.id
                           WHERE s.consultation = :n AND b.timing <> 'LATE' AND s.withdrawn_at IS NULL
                             AND k.decision = 'OUT_OF_SCOPE') AS out_of_scope,
                          (SELECT COUNT(*) FROM invitation WHERE consultation = :n) AS invited,
                          (SELECT COUNT(*) FROM invitation WHERE consultation = :n AND opened_at IS NOT NULL) AS opened,
                          (SELECT COUNT(*) FROM invitation WHERE consultation = :n AND answered_at IS NOT NULL) AS answered,
                          (SELECT COUNT(DISTINCT informant_id) FROM counted_suggestion WHERE consultation = :n) AS informants,
                          (SELECT COUNT(DISTINCT submission_id) FROM counted_suggestion
                           WHERE consultation = :n AND informant_id IS NULL) AS others,
                          (SELECT COUNT(*) FROM deadline_change WHERE consultation = :n) AS deadline_changes,
                          (SELECT COUNT(*) FROM consultation_decision WHERE consultation = :n AND decision = 'return') AS returns
                        FROM consultation WHERE number = :n
                        """)
                .param("n", number.value())
                .query((row, n) -> new Participation(
                        row.getLong("withdrawn"),
                        row.getLong("late"),
                        row.getLong("out_of_scope"),
                        row.getLong("invited"),
                        row.getLong("opened"),
                        row.getLong("answered"),
                        row.getLong("informants") + row.getLong("others"),
                        row.getLong("deadline_changes"),
                        row.getLong("returns")))
                .single();
    }

    /** All ten; when each was done is read from the act that ends it, as far as that leaves a date. */
    List<EvaluationFigures.Step> steps(ConsultationNumber number) {
        Map<Integer, LocalDate> due = dueDates(number);
        List<LocalDate> done = done(number);
        List<EvaluationFigures.Step> steps = new ArrayList<>();
        for (int step = 1; step <= 10; step++) {
            LocalDate before = done.get(before(step));
            LocalDate end = done.get(step);
            Long days = before == null || end == null ? null : ChronoUnit.DAYS.between(before, end);
            steps.add(new EvaluationFigures.Step(step, due.get(step), end, days));
        }
        return steps;
    }

    /** Explanation (4) and collection (5) run side by side after the push (3). */
    private static int before(int step) {
        return step == 5 ? 3 : step - 1;
    }

    /** Collection is due at midnight, which is the end of the day before. */
    private static LocalDate lastDay(ResultSet row) throws SQLException {
        return Shanghai.dateOf(Timestamps.in(row, "due_at").minusSeconds(1));
    }

    private Map<Integer, LocalDate> dueDates(ConsultationNumber number) {
        return db
                .sql("SELECT step, due_at FROM timetable_entry WHERE consultation = ? AND due_at IS NOT NULL")
                .param(number.value())
                .query((row, n) -> Map.entry(row.getInt("step"), lastDay(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By step; 0 is the registration. */
    private List<LocalDate> done(ConsultationNumber number) {
        return db.sql("""
                        SELECT c.registered_at AS done_0,
                               d.confirmed_at AS done_1,
                               (SELECT approved_at FROM plan WHERE consultation = c.number) AS done_2,
                               (SELECT frozen_at FROM audience WHERE consultation = c.number) AS done_3,
                               (SELECT published_at FROM explanation WHERE consultation = c.number) AS done_4,
                               c.collect_closed_at AS done_5,
                               (SELECT MAX(confirmed_at) FROM screening WHERE consultation = c.number) AS done_6,
                               (SELECT MAX(completed_at) FROM review_seat WHERE consultation = c.number) AS done_7,
                               (SELECT MAX(frozen_at) FROM report WHERE consultation = c.number) AS done_8,
                               (SELECT MAX(published_at) FROM outcome WHERE consultation = c.number) AS done_9,
                               c.ended_at AS done_10
                        FROM consultation c JOIN draft d ON d.id = c.draft_id
                        WHERE c.number = ?
                        """)
                .param(number.value())
                .query((row, n) -> {
                    List<LocalDate> dates = new ArrayList<>();
                    for (int step = 0; step <= 10; step++) {
                        dates.add(date(row, "done_" + step));
                    }
                    return dates;
                })
                .single();
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        Instant instant = Timestamps.in(row, column);
        return instant == null ? null : Shanghai.dateOf(instant);
    }

    private String write(EvaluationFigures figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures hold only numbers, words and dates", impossible);
        }
    }

    private EvaluationFigures read(String figures) {
        try {
            return json.readValue(figures, EvaluationFigures.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an evaluation's stored figures cannot be read", damaged);
        }
    }
}
