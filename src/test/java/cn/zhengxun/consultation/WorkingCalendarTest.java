package cn.zhengxun.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = new WorkingCalendar((java.nio.file.Path) null);

    @Test
    void holidays_are_off_and_make_up_days_on_a_weekend_are_worked() {
        assertThat(calendar.works(day("2026-10-01"))).isFalse();
        assertThat(calendar.works(day("2026-10-10"))).as("Saturday, made up").isTrue();
        assertThat(calendar.works(day("2026-09-20"))).as("Sunday, made up").isTrue();
        assertThat(calendar.works(day("2026-02-23")))
                .as("Monday in Spring Festival")
                .isFalse();
        assertThat(calendar.works(day("2026-02-28"))).as("Saturday, made up").isTrue();
        assertThat(calendar.works(day("2026-10-11"))).as("an ordinary Sunday").isFalse();
    }

    @Test
    void a_year_without_a_file_counts_weekends_only_and_says_so() {
        assertThat(calendar.knows(2026)).isTrue();
        assertThat(calendar.knows(2027)).isFalse();
        assertThat(calendar.works(day("2027-01-01"))).isTrue();
        assertThat(calendar.works(day("2027-01-02"))).isFalse();
    }

    @Test
    void counting_steps_over_the_national_day_week_in_both_directions() {
        assertThat(calendar.plus(day("2026-09-30"), 1)).isEqualTo(day("2026-10-08"));
        assertThat(calendar.plus(day("2026-10-09"), 2)).isEqualTo(day("2026-10-12"));
        assertThat(calendar.minus(day("2026-10-09"), 2)).isEqualTo(day("2026-09-30"));
    }

    @Test
    void a_day_off_counts_from_the_next_working_day_forwards_and_the_last_one_backwards() {
        assertThat(calendar.plus(day("2026-10-03"), 0)).isEqualTo(day("2026-10-08"));
        assertThat(calendar.plus(day("2026-10-03"), 1)).isEqualTo(day("2026-10-09"));
        assertThat(calendar.minus(day("2026-10-03"), 0)).isEqualTo(day("2026-09-30"));
        assertThat(calendar.minus(day("2026-10-03"), 1)).isEqualTo(day("2026-09-29"));
    }

    @Test
    void days_between_leave_out_the_first_and_take_in_the_last() {
        assertThat(calendar.between(day("2026-09-17"), day("2026-09-29"))).isEqualTo(8);
        assertThat(calendar.between(day("2026-09-17"), day("2026-09-17"))).isZero();
        assertThat(calendar.between(day("2026-09-17"), day("2026-09-01"))).isZero();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
