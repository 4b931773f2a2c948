package cn.zhengxun.web;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.ConsultationProcess.OpenTask;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.HolidayGap;
import cn.zhengxun.consultation.TimetableEntry;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.consultation.WorkingCalendar;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is overdue or nearly due over all consultations, found with a fixed number of queries. */
@Component
class DueWork {
    /** Working days ahead that count as nearly due. */
    static final int NEAR = 3;

    private final Consultations consultations;
    private final Timetables timetables;
    private final ConsultationProcess process;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DueWork(
            Consultations consultations,
            Timetables timetables,
            ConsultationProcess process,
            WorkingCalendar calendar,
            Clock clock) {
        this.consultations = consultations;
        this.timetables = timetables;
        this.process = process;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * One piece of work.
     *
     * @param task null where a step waits for the program and not for a person
     * @param overdue whether its time has come
     * @param days working days it is late when overdue, else working days left; 0 = the same day
     */
    record Item(Consultation consultation, int step, OpenTask task, Instant dueAt, boolean overdue, int days) {}

    /**
     * @param running latest first, then those that are due soonest
     * @param suspended consultations that stand still, whose dates do not run
     * @param gap years whose holidays are not on file
     */
    record Found(List<Item> running, List<Consultation> suspended, HolidayGap gap) {
        public long late() {
            return running.stream().filter(Item::overdue).count();
        }

        public long near() {
            return running.size() - late();
        }
    }

    Found find() {
        List<Consultation> unclosed = consultations.list().stream()
                .filter(one -> !one.status().closed())
                .toList();
        List<Consultation> open =
                unclosed.stream().filter(one -> !one.suspended()).toList();
        Map<ConsultationNumber, List<TimetableEntry>> entries = timetables.all();
        Map<ConsultationNumber, List<OpenTask>> tasks =
                process.openTasks(open.stream().map(Consultation::number).toList());
        List<Item> items = open.stream()
                .flatMap(one -> items(
                        one,
                        tasks.getOrDefault(one.number(), List.of()),
                        entries.getOrDefault(one.number(), List.of())))
                .filter(item -> item.overdue() || item.days() <= NEAR)
                .sorted(Comparator.comparing(Item::dueAt)
                        .thenComparing(item -> item.consultation().number().value()))
                .toList();
        return new Found(
                items, unclosed.stream().filter(Consultation::suspended).toList(), timetables.gap(open, entries));
    }

    /** One for each task; where nobody has a task, one for the step itself, since the program may be stuck. */
    private Stream<Item> items(Consultation consultation, List<OpenTask> tasks, List<TimetableEntry> entries) {
        if (!tasks.isEmpty()) {
            return tasks.stream()
                    .filter(task -> task.dueAt() != null)
                    .map(task -> item(consultation, task.step(), task, task.dueAt()));
        }
        return entries.stream()
                .filter(entry -> entry.step() == consultation.step() && entry.dueAt() != null)
                .map(entry -> item(consultation, entry.step(), null, entry.dueAt()));
    }

    private Item item(Consultation consultation, int step, OpenTask task, Instant dueAt) {
        LocalDate today = Shanghai.dateOf(clock.instant());
        // 24:00 belongs to the day that it ends
        LocalDate due = Shanghai.dateOf(dueAt.minusSeconds(1));
        boolean overdue = !clock.instant().isBefore(dueAt);
        int days = overdue ? calendar.between(due, today) : calendar.between(today, due);
        return new Item(consultation, step, task, dueAt, overdue, days);
    }
}
