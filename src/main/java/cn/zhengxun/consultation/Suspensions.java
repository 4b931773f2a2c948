package cn.zhengxun.consultation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 暂停 and 恢复: while suspended nothing is accepted, nothing falls due and nobody is reminded. */
@Service
@Transactional
public class Suspensions {
    private static final int EVALUATE = 10;

    private final ConsultationRows consultations;
    private final Consultations rules;
    private final DecisionRows decisions;
    private final Timetables timetables;
    private final JdbcClient db;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Suspensions(
            ConsultationRows consultations,
            Consultations rules,
            DecisionRows decisions,
            Timetables timetables,
            JdbcClient db,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.consultations = consultations;
        this.rules = rules;
        this.decisions = decisions;
        this.timetables = timetables;
        this.db = db;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** The engine's clocks follow by {@link Steering}. @throws RuleViolation where it is closed, suspended already, or in step 10 */
    public void suspend(SuspendConsultation command) {
        Consultation consultation = consultations.lock(command.consultation());
        consultation.requireOpen();
        if (consultation.suspended()) {
            throw new RuleViolation("征询" + consultation.number() + "已经暂停，不用再办一次。");
        }
        if (consultation.step() >= EVALUATE) {
            throw new RuleViolation("征询" + consultation.number() + "已经进入评价归档，没有可以暂停的事项。");
        }
        consultations.setSuspended(consultation.number(), clock.instant());
        db.sql("""
                        INSERT INTO suspension (consultation, letter, reason, suspended_by, suspended_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        consultation.number().value(),
                        command.letter(),
                        command.reason(),
                        actor.id(),
                        Timestamps.of(clock.instant()))
                .update();
        decide(consultation.number(), "suspended", command.letter(), command.reason());
        audit.record(command, consultation.number().value(), Map.of("step", consultation.step()));
    }

    /**
     * Recomputes every due date that lies ahead from the new D; what was counted forwards is put off by the time it
     * stood still.
     *
     * @throws RuleViolation where it is not suspended, or the new D is missing, over, or leaves no time to collect
     */
    public void resume(ResumeConsultation command) {
        Consultation consultation = consultations.lock(command.consultation());
        consultation.requireOpen();
        if (!consultation.suspended()) {
            throw new RuleViolation("征询" + consultation.number() + "没有暂停，不用恢复。");
        }
        Duration stood = Duration.between(consultation.suspendedAt(), clock.instant());
        consultations.setSuspended(consultation.number(), null);
        if (consultation.submitted()) {
            timetables.putOff(consultation, stood);
        } else {
            moveDeadline(consultation, command, stood);
        }
        db.sql("""
                        UPDATE suspension SET resumed_letter = ?, resumed_reason = ?, resumed_by = ?, resumed_at = ?
                        WHERE consultation = ? AND resumed_at IS NULL
                        """)
                .params(
                        command.letter(),
                        command.reason(),
                        actor.id(),
                        Timestamps.of(clock.instant()),
                        consultation.number().value())
                .update();
        decide(consultation.number(), "resumed", command.letter(), command.reason());
        audit.record(
                command,
                consultation.number().value(),
                Map.of("from", consultation.deadline().toString(), "days", stood.toDays()));
    }

    private void moveDeadline(Consultation consultation, ResumeConsultation command, Duration stood) {
        if (command.newDate() == null) {
            throw new RuleViolation("请填写新的截止日期。");
        }
        rules.requirePlausible(command.newDate());
        if (!command.newDate().equals(consultation.deadline())) {
            decisions.insertDeadlineChange(
                    new MoveDeadline(consultation.number(), command.newDate(), command.letter(), command.reason()),
                    consultation.deadline(),
                    clock.instant(),
                    actor.id());
            consultations.setDeadline(consultation.number(), command.newDate());
        }
        timetables.resume(consultation, command.newDate(), stood);
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<Suspension> of(ConsultationNumber number) {
        return db.sql("""
                        SELECT letter, reason, suspended_by, suspended_at,
                               resumed_letter, resumed_reason, resumed_by, resumed_at
                        FROM suspension WHERE consultation = ? ORDER BY id DESC
                        """)
                .param(number.value())
                .query((row, index) -> new Suspension(
                        row.getString("letter"),
                        row.getString("reason"),
                        row.getString("suspended_by"),
                        Timestamps.in(row, "suspended_at"),
                        row.getString("resumed_letter"),
                        row.getString("resumed_reason"),
                        row.getString("resumed_by"),
                        Timestamps.in(row, "resumed_at")))
                .list();
    }

    private void decide(ConsultationNumber number, String decision, String letter, String reason) {
        Instant now = clock.instant();
        decisions.insert(
                new RecordDecision(number, "course", decision, "来文：" + letter + "。" + reason), now, actor.id());
    }
}
