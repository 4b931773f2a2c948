package cn.zhengxun.consultation;

import cn.zhengxun.consultation.TimetableRules.StepRule;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The due dates of one consultation: steps 1–4 forwards from the letter, 8 to 6 backwards from D, and collection gets
 * every working day between. A step is due at 17:30, collection ends at 24:00 of its last day, all Asia/Shanghai.
 *
 * @param deadline D
 * @param entries the steps that were computed, in order
 * @param collectUntil next midnight after the last day of collection
 * @param collectionDays working days after step 3 is due until collection's last day; may be 0 or fewer than the least
 * @param leastDays the fewest working days of collection that a new consultation must leave
 */
record Timetable(
        LocalDate deadline, List<TimetableEntry> entries, Instant collectUntil, int collectionDays, int leastDays) {
    static final LocalTime DUE = LocalTime.of(17, 30);
    static final int EVALUATE = 10;
    private static final int EXPLAIN = 4;
    private static final int COLLECT = 5;
    private static final int SUBMIT = 8;
    private static final double CHASE = 0.6;

    /**
     * @param rules all ten steps of the consultation's template
     * @param fromStep first step to compute, 1–8; those before it stay as they are
     * @param from when that step began (for step 1: when the letter was registered)
     * @param deadline D
     */
    static Timetable of(
            List<StepRule> rules, WorkingCalendar calendar, int fromStep, Instant from, LocalDate deadline) {
        return new Drawing(rules, calendar).draw(fromStep, from, deadline);
    }

    /** Steps 6 to 8 once more after the upper body returned the report: forwards, since D may be over. */
    static List<TimetableEntry> again(List<StepRule> rules, WorkingCalendar calendar, Instant returnedAt) {
        List<TimetableEntry> entries = new ArrayList<>();
        new Drawing(rules, calendar).forwards(entries, COLLECT + 1, SUBMIT, returnedAt);
        return entries;
    }

    /** 60 % of the window, where silence is chased. */
    static Instant chaseAt(Instant begins, Instant until) {
        return begins.plus(
                Duration.ofMillis((long) (Duration.between(begins, until).toMillis() * CHASE)));
    }

    /** @throws RuleViolation saying how many working days remain, when they are too few to begin */
    void requireEnough(Template template) {
        if (collectionDays >= leastDays) {
            return;
        }
        String remain = "按截止日期倒排，留给征集的工作日只有" + collectionDays + "天，" + template.chinese() + "征询至少需要" + leastDays + "天。";
        throw new RuleViolation(
                remain + (template == Template.NORMAL ? "请改选“加急”并写明理由，或与来文单位商定延期。" : "请与来文单位商定延期后再登记。"));
    }

    /** The same with collection until this instant at least; what follows is never due before it. */
    Timetable notBefore(Instant earliest) {
        if (!collectUntil.isBefore(earliest)) {
            return this;
        }
        List<TimetableEntry> later = entries.stream()
                .map(entry -> entry.step() < COLLECT || entry.step() > SUBMIT ? entry : entry.notBefore(earliest))
                .toList();
        return new Timetable(deadline, later, earliest, collectionDays, leastDays);
    }

    /** The same with the explanation due on the last day of collection at the latest: afterwards it helps nobody. */
    Timetable explainedInTime() {
        Instant last = Shanghai.at(Shanghai.dateOf(collectUntil).minusDays(1), DUE);
        List<TimetableEntry> inTime = entries.stream()
                .map(entry -> entry.step() == EXPLAIN ? entry.notAfter(last) : entry)
                .toList();
        return new Timetable(deadline, inTime, collectUntil, collectionDays, leastDays);
    }

    private record Drawing(List<StepRule> rules, WorkingCalendar calendar) {

        Timetable draw(int fromStep, Instant from, LocalDate deadline) {
            List<TimetableEntry> entries = new ArrayList<>();
            Instant collectFrom = fromStep < COLLECT ? forwards(entries, fromStep, COLLECT - 1, from) : from;
            LocalDate due = deadline;
            for (int step = SUBMIT; step > COLLECT; step--) {
                LocalDate before = calendar.minus(due, rule(step).days());
                if (step >= fromStep) {
                    Instant begins = step == COLLECT + 1 ? endOf(before) : at(before);
                    entries.add(entry(step, step == fromStep ? from : begins, at(due)));
                }
                due = before;
            }
            Instant until = endOf(due);
            if (fromStep <= COLLECT) {
                entries.add(entry(COLLECT, collectFrom, until));
            }
            for (int step = SUBMIT + 1; step <= EVALUATE; step++) {
                entries.add(entry(step, at(deadline), null));
            }
            entries.sort(Comparator.comparingInt(TimetableEntry::step));
            return new Timetable(
                    deadline,
                    List.copyOf(entries),
                    until,
                    calendar.between(Shanghai.dateOf(collectFrom), due),
                    rule(COLLECT).leastDays());
        }

        /** Adds the steps one after another; explaining runs beside what follows. @return when what follows begins */
        Instant forwards(List<TimetableEntry> entries, int first, int last, Instant from) {
            Instant begins = from;
            LocalDate day = firstWorkingDay(from);
            for (int step = first; step <= last; step++) {
                LocalDate due = calendar.plus(day, rule(step).days());
                entries.add(entry(step, begins, at(due)));
                if (step != EXPLAIN) {
                    day = due;
                    begins = at(due);
                }
            }
            return begins;
        }

        private LocalDate firstWorkingDay(Instant instant) {
            LocalDate day = Shanghai.dateOf(instant);
            boolean over = instant.isAfter(at(day));
            return calendar.plus(over ? day.plusDays(1) : day, 0);
        }

        private StepRule rule(int step) {
            return rules.get(step - 1);
        }

        private TimetableEntry entry(int step, Instant begins, Instant due) {
            return TimetableEntry.planned(step, rule(step).ownerGroup(), begins, due);
        }

        private static Instant at(LocalDate day) {
            return Shanghai.at(day, DUE);
        }

        private static Instant endOf(LocalDate day) {
            return Shanghai.at(day.plusDays(1), LocalTime.MIDNIGHT);
        }
    }
}
