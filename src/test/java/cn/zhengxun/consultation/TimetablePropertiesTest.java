package cn.zhengxun.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.TimetableRules.StepRule;
import cn.zhengxun.kernel.Shanghai;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every timetable, whatever day the letter comes and whatever day it asks for. */
class TimetablePropertiesTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar((Path) null);
    private final TimetableRules rules = new LiteralRules();

    /** Over the years on file and into one without a file. */
    @Provide
    Arbitrary<Instant> letters() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 1500).map(LocalDate.of(2023, 1, 1)::plusDays);
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.MIDNIGHT.plusMinutes(minute));
        return net.jqwik.api.Combinators.combine(days, times).as(Shanghai::at);
    }

    @Property
    void dates_are_in_order_and_on_working_days(
            @ForAll("letters") Instant letter,
            @ForAll @IntRange(min = 1, max = 120) int ahead,
            @ForAll Template template) {
        LocalDate deadline = Shanghai.dateOf(letter).plusDays(ahead);
        Timetable timetable = draw(template, letter, deadline);
        if (timetable.collectionDays() < timetable.leastDays()) {
            return;
        }
        List<TimetableEntry> dated = timetable.entries().subList(0, 8);
        for (TimetableEntry entry : dated) {
            assertThat(entry.beginsAt()).as("step " + entry.step()).isBeforeOrEqualTo(entry.dueAt());
            LocalDate day = Shanghai.dateOf(entry.dueAt().minusSeconds(1));
            assertThat(CALENDAR.works(day) || entry.step() == 8 && day.equals(deadline))
                    .as("step " + entry.step() + " is due on " + day)
                    .isTrue();
        }
        for (int step = 1; step < 8; step++) {
            if (step != 4) {
                int next = step == 3 ? 5 : step + 1;
                assertThat(due(timetable, next)).isAfterOrEqualTo(due(timetable, step));
            }
        }
        assertThat(due(timetable, 8)).isEqualTo(Shanghai.at(deadline, LocalTime.of(17, 30)));
    }

    @Property
    void the_working_days_of_the_steps_add_up_to_those_of_the_whole(
            @ForAll("letters") Instant letter,
            @ForAll @IntRange(min = 1, max = 120) int ahead,
            @ForAll Template template) {
        LocalDate deadline = Shanghai.dateOf(letter).plusDays(ahead);
        Timetable timetable = draw(template, letter, deadline);
        if (timetable.collectionDays() < timetable.leastDays()) {
            return;
        }
        List<StepRule> all = rules.of(template);
        int sum = timetable.collectionDays() + days(all, 2) + days(all, 3) + days(all, 6) + days(all, 7) + days(all, 8);
        LocalDate last = CALENDAR.minus(deadline, 0);
        assertThat(CALENDAR.between(Shanghai.dateOf(due(timetable, 1)), last)).isEqualTo(sum);
    }

    @Property
    void a_later_deadline_makes_no_step_earlier(
            @ForAll("letters") Instant letter,
            @ForAll @IntRange(min = 1, max = 120) int ahead,
            @ForAll @IntRange(min = 1, max = 60) int moved,
            @ForAll @IntRange(min = 1, max = 8) int fromStep,
            @ForAll Template template) {
        LocalDate deadline = Shanghai.dateOf(letter).plusDays(ahead);
        List<StepRule> all = rules.of(template);
        Timetable before = Timetable.of(all, CALENDAR, fromStep, letter, deadline);
        Timetable after = Timetable.of(all, CALENDAR, fromStep, letter, deadline.plusDays(moved));

        assertThat(after.collectUntil()).isAfterOrEqualTo(before.collectUntil());
        for (int i = 0; i < before.entries().size(); i++) {
            TimetableEntry old = before.entries().get(i);
            TimetableEntry fresh = after.entries().get(i);
            assertThat(fresh.step()).isEqualTo(old.step());
            if (old.dueAt() != null) {
                assertThat(fresh.dueAt()).as("step " + old.step()).isAfterOrEqualTo(old.dueAt());
            }
        }
    }

    @Property
    void a_share_of_a_span_lies_in_it_on_a_working_day_and_grows(
            @ForAll("letters") Instant from, @ForAll @IntRange(min = 1, max = 40 * 24) int hours) {
        Instant until = from.plusSeconds(hours * 3600L);
        Instant eighty = CALENDAR.passed(from, until, 0.8);

        assertThat(eighty).isBetween(from, until);
        assertThat(CALENDAR.passed(from, until, 0.6)).isBeforeOrEqualTo(eighty);
        assertThat(CALENDAR.passed(from, until, 0.9)).isAfterOrEqualTo(eighty);
        if (!eighty.equals(until)) {
            assertThat(CALENDAR.works(Shanghai.dateOf(eighty.minusMillis(1)))).isTrue();
        }
    }

    private static int days(List<StepRule> all, int step) {
        return all.get(step - 1).days();
    }

    private Timetable draw(Template template, Instant letter, LocalDate deadline) {
        return Timetable.of(rules.of(template), CALENDAR, 1, letter, deadline);
    }

    private static Instant due(Timetable timetable, int step) {
        return timetable.entries().get(step - 1).dueAt();
    }
}
