package cn.zhengxun.consultation;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables consultation_decision and deadline_change. */
@Repository
class DecisionRows {
    private final JdbcClient db;

    DecisionRows(JdbcClient db) {
        this.db = db;
    }

    void insert(RecordDecision command, Instant at, String by) {
        db.sql("""
                        INSERT INTO consultation_decision (consultation, subject, decision, remark, decided_by, decided_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        command.consultation().value(),
                        command.subject(),
                        command.decision(),
                        command.remark() == null ? "" : command.remark().strip(),
                        by,
                        Timestamps.of(at))
                .update();
    }

    /** Latest first. */
    List<Decision> of(ConsultationNumber number) {
        return db.sql("""
                        SELECT id, subject, decision, remark, decided_by, decided_at
                        FROM consultation_decision WHERE consultation = ? ORDER BY id DESC
                        """).param(number.value()).query(DecisionRows::read).list();
    }

    /** The latest about this piece of work. */
    Optional<Decision> last(ConsultationNumber number, String subject) {
        return of(number).stream()
                .filter(decision -> decision.subject().equals(subject))
                .findFirst();
    }

    /**
     * What was passed on to be signed stays as it is until it comes back.
     *
     * @throws RuleViolation where the plan was approved and not returned since
     */
    void requirePlanNotPassed(ConsultationNumber number) {
        if (last(number, "plan")
                .filter(last -> last.decision().equals(Decision.APPROVE))
                .isPresent()) {
            throw new RuleViolation("征询" + number + "的方案已经审批通过，现在不能改动。需要修改的，请分管领导签发时退回。");
        }
    }

    void insertDeadlineChange(MoveDeadline command, LocalDate from, Instant at, String by) {
        db.sql("""
                        INSERT INTO deadline_change (consultation, from_date, to_date, letter, reason, moved_by, moved_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        command.consultation().value(),
                        from,
                        command.newDate(),
                        command.letter(),
                        command.reason(),
                        by,
                        Timestamps.of(at))
                .update();
    }

    /** Latest first. */
    List<DeadlineChange> deadlineChanges(ConsultationNumber number) {
        return db.sql("""
                        SELECT from_date, to_date, letter, reason, moved_by, moved_at
                        FROM deadline_change WHERE consultation = ? ORDER BY id DESC
                        """)
                .param(number.value())
                .query((row, index) -> new DeadlineChange(
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("to_date", LocalDate.class),
                        row.getString("letter"),
                        row.getString("reason"),
                        row.getString("moved_by"),
                        Timestamps.in(row, "moved_at")))
                .list();
    }

    private static Decision read(ResultSet row, int index) throws SQLException {
        return new Decision(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("decision"),
                row.getString("remark"),
                row.getString("decided_by"),
                Timestamps.in(row, "decided_at"));
    }
}
