package cn.zhengxun.consultation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 督办: each step's owners are warned at 80 % of its working time and the delay is escalated at 100 %, once each, never on
 * a day off. What a missed look would have said is said by the next; a step that is overdue by then is only escalated.
 */
@Service
@Transactional
public class Supervision {
    private static final int EXPLAIN = 4;
    private static final int COLLECT = 5;

    /** Who is to be told what. @param group group id of the step's owners; @param overdue false for a warning */
    public record Reminder(int step, String group, Instant dueAt, boolean overdue) {}

    private final ConsultationRows consultations;
    private final TimetableRows timetables;
    private final Explanations explanations;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final Clock clock;

    Supervision(
            ConsultationRows consultations,
            TimetableRows timetables,
            Explanations explanations,
            WorkingCalendar calendar,
            AuditTrail audit,
            Clock clock) {
        this.consultations = consultations;
        this.timetables = timetables;
        this.explanations = explanations;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return what was not said before; empty on days off, for closed consultations and for suspended ones */
    public List<Reminder> check(Supervise command) {
        Consultation consultation = consultations.lock(command.consultation());
        Instant now = clock.instant();
        if (consultation.status().closed() || consultation.suspended() || !calendar.works(Shanghai.dateOf(now))) {
            return List.of();
        }
        List<Reminder> reminders = new ArrayList<>();
        for (TimetableEntry entry : timetables.of(consultation.number())) {
            if (entry.dueAt() == null || !underWay(consultation, entry.step())) {
                continue;
            }
            if (!now.isBefore(entry.dueAt())) {
                if (entry.escalatedAt() == null) {
                    timetables.setEscalated(consultation.number(), entry.step(), now);
                    reminders.add(new Reminder(entry.step(), entry.ownerGroup(), entry.dueAt(), true));
                }
            } else if (entry.warnedAt() == null && entry.nearBy(calendar, now)) {
                timetables.setWarned(consultation.number(), entry.step(), now);
                reminders.add(new Reminder(entry.step(), entry.ownerGroup(), entry.dueAt(), false));
            }
        }
        if (!reminders.isEmpty()) {
            audit.record(command, consultation.number().value(), Map.of("reminders", reminders.size()));
        }
        return reminders;
    }

    /** Steps 4 and 5 run side by side. Collection ends by itself, so nobody is reminded of it. */
    private boolean underWay(Consultation consultation, int step) {
        if (consultation.step() == EXPLAIN || consultation.step() == COLLECT) {
            return step == EXPLAIN
                    && explanations
                            .find(consultation.number())
                            .filter(found -> found.published() || found.skipReason() != null)
                            .isEmpty();
        }
        return step == consultation.step();
    }
}
