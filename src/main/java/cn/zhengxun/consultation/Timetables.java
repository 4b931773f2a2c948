package cn.zhengxun.consultation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.TimetableRules.StepRule;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When each step of a consultation is due. */
@Service
@Transactional
public class Timetables {
    private static final int PUSH = 3;
    private static final int EXPLAIN = 4;
    private static final int COLLECT = 5;
    private static final int COLLATE = 6;
    private static final int SUBMIT = 8;

    private final ConsultationRows consultations;
    private final TimetableRows rows;
    private final TimetableRules rules;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final Clock clock;

    Timetables(
            ConsultationRows consultations,
            TimetableRows rows,
            TimetableRules rules,
            WorkingCalendar calendar,
            AuditTrail audit,
            Clock clock) {
        this.consultations = consultations;
        this.rows = rows;
        this.rules = rules;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /** All ten, in order. */
    @Transactional(readOnly = true)
    public List<TimetableEntry> entries(ConsultationNumber number) {
        return rows.of(number);
    }

    /** Of every consultation, each in order. */
    @Transactional(readOnly = true)
    public Map<ConsultationNumber, List<TimetableEntry>> all() {
        return rows.all();
    }

    /** @return empty for a step without a due date */
    @Transactional(readOnly = true)
    public Optional<Instant> due(ConsultationNumber number, int step) {
        return rows.of(number).stream()
                .filter(entry -> entry.step() == step && entry.dueAt() != null)
                .map(TimetableEntry::dueAt)
                .findFirst();
    }

    /** Counts steps 3 and 4 from now, since the plan may have come late or early, and settles when collection ends. */
    public FixedTimetable fix(FixTimetable command) {
        Consultation consultation = consultations.lock(command.consultation());
        Timetable timetable = compute(consultation, PUSH, clock.instant(), consultation.deadline());
        requireCollection(consultation, timetable);
        rows.replace(consultation.number(), timetable.entries());
        consultations.setCollectUntil(consultation.number(), timetable.collectUntil());
        audit.record(
                command,
                consultation.number().value(),
                Map.of(
                        "collectUntil", timetable.collectUntil().toString(),
                        "collectionDays", timetable.collectionDays()));
        return fixed(consultation.number());
    }

    /** What was fixed, or moved since. @throws RuleViolation before the plan was approved */
    @Transactional(readOnly = true)
    public FixedTimetable fixed(ConsultationNumber number) {
        Instant until = consultations.find(number).collectUntil();
        if (until == null) {
            throw new RuleViolation("征询" + number + "的时间表还没有确定，请先审批征询方案。");
        }
        Instant begins = rows.of(number).stream()
                .filter(entry -> entry.step() == COLLECT)
                .map(TimetableEntry::beginsAt)
                .findFirst()
                .orElseThrow();
        return new FixedTimetable(until, Timetable.chaseAt(begins, until));
    }

    /** The years that this consultation's dates touch and whose holidays are not on file. */
    @Transactional(readOnly = true)
    public HolidayGap holidayGap(ConsultationNumber number) {
        return gap(List.of(consultations.find(number)), Map.of(number, rows.of(number)));
    }

    /** The same for all these consultations together. @param entries of {@link #all} */
    public HolidayGap gap(
            Collection<Consultation> consultations, Map<ConsultationNumber, List<TimetableEntry>> entries) {
        Set<LocalDate> days = new TreeSet<>();
        for (Consultation consultation : consultations) {
            days.add(Shanghai.dateOf(consultation.registeredAt()));
            days.add(consultation.deadline());
            entries.getOrDefault(consultation.number(), List.of()).stream()
                    .filter(entry -> entry.dueAt() != null)
                    .forEach(entry -> days.add(Shanghai.dateOf(entry.dueAt())));
        }
        LocalDate today = Shanghai.dateOf(clock.instant());
        return days.isEmpty() ? calendar.gap(today, today) : calendar.gap(Collections.min(days), Collections.max(days));
    }

    boolean mayBeSkipped(Template template, int step) {
        return rulesOf(template).get(step - 1).mayBeSkipped();
    }

    /** @throws RuleViolation when D leaves too few working days to collect */
    Timetable provisional(Template template, LocalDate deadline) {
        Timetable timetable = Timetable.of(rulesOf(template), calendar, 1, clock.instant(), deadline);
        timetable.requireEnough(template);
        return timetable;
    }

    void store(ConsultationNumber number, Timetable timetable) {
        rows.replace(number, timetable.entries());
    }

    /** Recomputes what the new D concerns. Collection that runs is never ended before this day's midnight. */
    void move(Consultation consultation, LocalDate deadline) {
        resume(consultation, deadline, Duration.ZERO);
    }

    /**
     * As {@link #move}; the step under way, and so what is counted forwards from it, begins later by the time it stood
     * still. Explaining runs beside collection, and is due before that ends.
     */
    void resume(Consultation consultation, LocalDate deadline, Duration stood) {
        int fromStep = consultation.step() == COLLECT ? EXPLAIN : consultation.step();
        Instant from = begins(consultation.number(), fromStep).plus(stood);
        Timetable timetable = compute(consultation, fromStep, from, deadline);
        if (consultation.collectClosedAt() != null) {
            moved(consultation.number(), timetable);
            return;
        }
        if (consultation.status() != Status.COLLECTING) {
            requireCollection(consultation, timetable);
            moved(consultation.number(), timetable);
            if (consultation.collectUntil() != null) {
                consultations.setCollectUntil(consultation.number(), timetable.collectUntil());
            }
            return;
        }
        Instant earliest = Shanghai.at(Shanghai.dateOf(clock.instant()).plusDays(1), LocalTime.MIDNIGHT);
        Timetable possible = timetable.notBefore(earliest).explainedInTime();
        moved(consultation.number(), possible);
        consultations.setCollectUntil(consultation.number(), possible.collectUntil());
    }

    /**
     * As {@link #move}, by the days of the template that the consultation has now. The step under way gets them from
     * now, and so does an explanation that would be late, so that nothing is overdue at once.
     */
    void quicken(Consultation consultation) {
        ConsultationNumber number = consultation.number();
        Instant now = clock.instant();
        if (consultation.step() < EXPLAIN) {
            Duration since = Duration.between(begins(number, consultation.step()), now);
            resume(consultation, consultation.deadline(), since);
            return;
        }
        move(consultation, consultation.deadline());
        if (due(number, EXPLAIN).filter(now::isAfter).isPresent()) {
            rows.replace(
                    number,
                    compute(consultation, EXPLAIN, now, consultation.deadline())
                            .entries()
                            .subList(0, 1));
        }
    }

    private void moved(ConsultationNumber number, Timetable timetable) {
        Map<Integer, TimetableEntry> before =
                rows.of(number).stream().collect(Collectors.toMap(TimetableEntry::step, entry -> entry));
        rows.replace(
                number,
                timetable.entries().stream()
                        .map(entry -> before.containsKey(entry.step())
                                ? entry.toldLike(before.get(entry.step()), calendar, clock.instant())
                                : entry)
                        .toList());
    }

    /**
     * Counts step 10 from now: when the report went up, as the plan; and once more when the step begins, since step 9
     * lasts until the law is promulgated and nothing may be overdue the moment it begins.
     */
    void countEvaluation(Consultation consultation) {
        StepRule evaluate = rulesOf(consultation.template()).get(Timetable.EVALUATE - 1);
        LocalDate due = calendar.plus(Shanghai.dateOf(clock.instant()), evaluate.days());
        rows.replace(
                consultation.number(),
                List.of(TimetableEntry.planned(
                        Timetable.EVALUATE, evaluate.ownerGroup(), clock.instant(), Shanghai.at(due, Timetable.DUE))));
    }

    /** After the report went up only step 10 has a date: it is put off, to a working day. */
    void putOff(Consultation consultation, Duration stood) {
        for (TimetableEntry entry : rows.of(consultation.number())) {
            if (entry.step() == Timetable.EVALUATE && entry.dueAt() != null) {
                LocalDate due = calendar.plus(Shanghai.dateOf(entry.dueAt()).plusDays(stood.toDays()), 0);
                rows.replace(
                        consultation.number(),
                        List.of(TimetableEntry.planned(
                                entry.step(),
                                entry.ownerGroup(),
                                entry.beginsAt().plus(stood),
                                Shanghai.at(due, Timetable.DUE))));
            }
        }
    }

    /** Steps 6 to 8 begin again now, and step 10 waits for the next submission. */
    void again(Consultation consultation) {
        List<StepRule> all = rulesOf(consultation.template());
        List<TimetableEntry> entries = Timetable.again(all, calendar, clock.instant());
        rows.replace(consultation.number(), entries);
        Instant submission = entries.get(SUBMIT - COLLATE).dueAt();
        rows.replace(
                consultation.number(),
                List.of(TimetableEntry.planned(
                        Timetable.EVALUATE, all.get(Timetable.EVALUATE - 1).ownerGroup(), submission, null)));
    }

    private void requireCollection(Consultation consultation, Timetable timetable) {
        if (timetable.collectionDays() < 1 || !timetable.collectUntil().isAfter(clock.instant())) {
            throw new RuleViolation("征询" + consultation.number() + "距截止日期" + Shanghai.date(timetable.deadline())
                    + "太近，没有留给征集的工作日；请与来文单位商定延期并调整截止时间，或撤回终止。");
        }
    }

    private Timetable compute(Consultation consultation, int fromStep, Instant from, LocalDate deadline) {
        return Timetable.of(rulesOf(consultation.template()), calendar, fromStep, from, deadline);
    }

    private Instant begins(ConsultationNumber number, int step) {
        return rows.of(number).stream()
                .filter(entry -> entry.step() == step)
                .map(TimetableEntry::beginsAt)
                .findFirst()
                .orElseThrow();
    }

    private List<StepRule> rulesOf(Template template) {
        return rules.of(template);
    }
}
