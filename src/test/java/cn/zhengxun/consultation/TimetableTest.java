package cn.zhengxun.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.RuleViolation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every date here was counted by hand on the State Council's calendar of 2026. */
class TimetableTest {
    private final TimetableRules rules = new LiteralRules();
    private final WorkingCalendar calendar = new WorkingCalendar((java.nio.file.Path) null);

    @Test
    void a_normal_consultation_across_national_day_gives_collection_every_day_that_remains() {
        Timetable timetable = draw(Template.NORMAL, "2026-09-14T10:00", "2026-10-13");

        assertThat(due(timetable, 1)).isEqualTo(at("2026-09-15T17:30"));
        assertThat(due(timetable, 2)).isEqualTo(at("2026-09-16T17:30"));
        assertThat(due(timetable, 3)).isEqualTo(at("2026-09-17T17:30"));
        assertThat(due(timetable, 4)).as("18, then 20 (made up), 21").isEqualTo(at("2026-09-21T17:30"));
        assertThat(due(timetable, 8)).isEqualTo(at("2026-10-13T17:30"));
        assertThat(due(timetable, 7)).as("12, 10 (made up)").isEqualTo(at("2026-10-10T17:30"));
        assertThat(due(timetable, 6)).as("9, 8").isEqualTo(at("2026-10-08T17:30"));
        assertThat(timetable.collectUntil()).as("24:00 of 29 September").isEqualTo(at("2026-09-30T00:00"));
        assertThat(due(timetable, 5)).isEqualTo(timetable.collectUntil());
        assertThat(timetable.collectionDays()).as("18 20 21 22 23 24 28 29").isEqualTo(8);
        assertThatCode(() -> timetable.requireEnough(Template.NORMAL)).doesNotThrowAnyException();
    }

    @Test
    void one_day_less_is_refused_with_the_number_that_remains_and_a_way_out() {
        Timetable timetable = draw(Template.NORMAL, "2026-09-14T10:00", "2026-10-12");

        assertThatThrownBy(() -> timetable.requireEnough(Template.NORMAL))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("只有7天")
                .hasMessageContaining("至少需要8天")
                .hasMessageContaining("加急")
                .hasMessageContaining("延期");
    }

    @Test
    void a_letter_after_half_past_five_before_spring_festival_counts_from_the_next_working_day() {
        Timetable timetable = draw(Template.NORMAL, "2026-02-12T18:00", "2026-03-16");

        assertThat(due(timetable, 1)).as("Saturday 14, made up").isEqualTo(at("2026-02-14T17:30"));
        assertThat(due(timetable, 2)).as("after the nine days off").isEqualTo(at("2026-02-24T17:30"));
        assertThat(due(timetable, 3)).isEqualTo(at("2026-02-25T17:30"));
        assertThat(due(timetable, 7)).isEqualTo(at("2026-03-12T17:30"));
        assertThat(due(timetable, 6)).isEqualTo(at("2026-03-10T17:30"));
        assertThat(timetable.collectUntil()).isEqualTo(at("2026-03-07T00:00"));
        assertThat(timetable.collectionDays())
                .as("26 27 28 (made up) 2 3 4 5 6")
                .isEqualTo(8);
    }

    @Test
    void an_urgent_letter_on_a_day_off_is_due_the_next_working_day_and_needs_two_days() {
        Timetable enough = draw(Template.URGENT, "2026-09-19T10:00", "2026-09-29");
        assertThat(due(enough, 1)).as("Sunday 20, made up").isEqualTo(at("2026-09-20T17:30"));
        assertThat(due(enough, 3)).isEqualTo(at("2026-09-21T17:30"));
        assertThat(due(enough, 4)).isEqualTo(at("2026-09-21T17:30"));
        assertThat(due(enough, 7)).isEqualTo(at("2026-09-28T17:30"));
        assertThat(due(enough, 6)).isEqualTo(at("2026-09-24T17:30"));
        assertThat(enough.collectUntil()).isEqualTo(at("2026-09-24T00:00"));
        assertThat(enough.collectionDays()).isEqualTo(2);
        assertThatCode(() -> enough.requireEnough(Template.URGENT)).doesNotThrowAnyException();

        assertThatThrownBy(() ->
                        draw(Template.URGENT, "2026-09-19T10:00", "2026-09-28").requireEnough(Template.URGENT))
                .hasMessageContaining("只有1天")
                .hasMessageContaining("延期")
                .hasMessageNotContaining("改用加急");
    }

    @Test
    void a_deadline_on_a_saturday_stays_and_the_steps_before_it_keep_whole_working_days() {
        Timetable timetable = draw(Template.NORMAL, "2026-09-14T10:00", "2026-10-17");

        assertThat(due(timetable, 8)).isEqualTo(at("2026-10-17T17:30"));
        assertThat(due(timetable, 7)).as("15 and 16 for step 8").isEqualTo(at("2026-10-14T17:30"));
    }

    @Test
    void behind_national_day_and_mid_autumn_the_steps_before_d_keep_whole_working_days() {
        Timetable autumn = draw(Template.NORMAL, "2025-09-08T10:00", "2025-10-10");

        assertThat(due(autumn, 7)).as("10, 9; 1 to 8 October is off").isEqualTo(at("2025-09-30T17:30"));
        assertThat(due(autumn, 6)).as("30, 29").isEqualTo(at("2025-09-28T17:30"));
        assertThat(autumn.collectUntil())
                .as("28 (Sunday, made up), 26; 24:00 of the 25th")
                .isEqualTo(at("2025-09-26T00:00"));
        assertThat(autumn.collectionDays()).as("12 15 to 19 22 to 25").isEqualTo(10);
    }

    @Test
    void d_on_a_made_up_saturday_is_a_working_day_like_any_other() {
        Timetable timetable = draw(Template.NORMAL, "2026-09-14T10:00", "2026-10-10");

        assertThat(due(timetable, 8)).isEqualTo(at("2026-10-10T17:30"));
        assertThat(due(timetable, 7)).as("10 and 9 for step 8").isEqualTo(at("2026-10-08T17:30"));
        assertThat(due(timetable, 6)).as("8, 30 September").isEqualTo(at("2026-09-29T17:30"));
    }

    @Test
    void d_in_the_middle_of_spring_festival_counts_from_the_last_working_day_before_it() {
        Timetable timetable = draw(Template.NORMAL, "2026-01-12T10:00", "2026-02-18");

        assertThat(due(timetable, 8)).as("what the letter says").isEqualTo(at("2026-02-18T17:30"));
        assertThat(due(timetable, 7)).as("14 (made up), 13").isEqualTo(at("2026-02-12T17:30"));
        assertThat(due(timetable, 6)).isEqualTo(at("2026-02-10T17:30"));
    }

    @Test
    void across_the_new_year_each_year_counts_by_its_own_file() {
        Timetable timetable = draw(Template.NORMAL, "2025-12-08T10:00", "2026-01-08");

        assertThat(due(timetable, 7)).as("8, 7").isEqualTo(at("2026-01-06T17:30"));
        assertThat(due(timetable, 6)).as("6, 5; 1 to 3 off, 4 made up").isEqualTo(at("2026-01-04T17:30"));
        assertThat(timetable.collectUntil()).as("4, 31 December").isEqualTo(at("2025-12-31T00:00"));
    }

    @Test
    void a_year_without_a_file_counts_weekends_only() {
        Timetable timetable = draw(Template.NORMAL, "2026-11-23T10:00", "2027-01-05");

        assertThat(due(timetable, 7)).isEqualTo(at("2027-01-01T17:30"));
        assertThat(calendar.gap(LocalDate.parse("2026-11-23"), LocalDate.parse("2027-01-05"))
                        .yearsChinese())
                .isEqualTo("2027年");
    }

    @Test
    void four_fifths_of_a_span_are_counted_in_working_time() {
        assertThat(calendar.passed(at("2026-09-30T00:00"), at("2026-10-08T17:30"), 0.8))
                .as("of 24 h on the 30th and 17.5 h on the 8th")
                .isEqualTo(at("2026-10-08T09:12"));
        assertThat(calendar.passed(at("2026-10-03T00:00"), at("2026-10-04T00:00"), 0.8))
                .as("no working time at all")
                .isEqualTo(at("2026-10-04T00:00"));
    }

    @Test
    void what_was_told_is_told_again_only_where_the_moved_date_gives_a_reason() {
        TimetableEntry told = new TimetableEntry(
                6,
                "staff",
                at("2026-11-16T00:00"),
                at("2026-11-20T17:30"),
                at("2026-11-19T08:30"),
                at("2026-11-23T08:30"));
        Instant now = at("2026-11-24T10:00");

        assertThat(moved("2026-11-23T17:30").toldLike(told, calendar, now).escalatedAt())
                .as("later but still overdue")
                .isEqualTo(told.escalatedAt());
        TimetableEntry near = moved("2026-11-25T17:30").toldLike(told, calendar, now);
        assertThat(near.escalatedAt())
                .as("no longer overdue: escalated anew when it is")
                .isNull();
        assertThat(near.warnedAt()).as("the warning still holds").isEqualTo(told.warnedAt());
        assertThat(moved("2026-12-31T17:30").toldLike(told, calendar, now).warnedAt())
                .as("far away again")
                .isNull();
        TimetableEntry warned = new TimetableEntry(
                6, "staff", at("2026-11-16T00:00"), at("2026-11-27T17:30"), at("2026-11-24T08:30"), null);
        assertThat(moved("2026-11-25T17:30").toldLike(warned, calendar, now).warnedAt())
                .as("earlier than they were told")
                .isNull();
    }

    private static TimetableEntry moved(String due) {
        return TimetableEntry.planned(6, "staff", at("2026-11-16T00:00"), at(due));
    }

    @Test
    void tracking_has_no_due_date_and_evaluation_none_before_submission() {
        Timetable timetable = draw(Template.NORMAL, "2026-09-14T10:00", "2026-10-13");

        assertThat(due(timetable, 9)).isNull();
        assertThat(due(timetable, 10)).isNull();
        assertThat(timetable.entries()).extracting(TimetableEntry::step).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void each_step_begins_where_the_one_before_ends() {
        Timetable timetable = draw(Template.NORMAL, "2026-09-14T10:00", "2026-10-13");

        assertThat(entry(timetable, 1).beginsAt()).isEqualTo(at("2026-09-14T10:00"));
        assertThat(entry(timetable, 4).beginsAt()).isEqualTo(at("2026-09-17T17:30"));
        assertThat(entry(timetable, 5).beginsAt()).isEqualTo(at("2026-09-17T17:30"));
        assertThat(entry(timetable, 6).beginsAt()).isEqualTo(timetable.collectUntil());
        assertThat(entry(timetable, 7).beginsAt()).isEqualTo(at("2026-10-08T17:30"));
    }

    @Test
    void silence_is_chased_at_sixty_per_cent_of_the_window() {
        assertThat(Timetable.chaseAt(at("2026-09-17T17:30"), at("2026-09-30T00:00")))
                .isEqualTo(at("2026-09-25T02:12"));
    }

    @Test
    void a_deadline_moved_while_collating_touches_only_the_steps_ahead() {
        Timetable timetable = Timetable.of(
                rules.of(Template.NORMAL), calendar, 6, at("2026-09-30T00:00"), LocalDate.parse("2026-10-20"));

        assertThat(timetable.entries()).extracting(TimetableEntry::step).containsExactly(6, 7, 8, 9, 10);
        assertThat(entry(timetable, 6).beginsAt()).isEqualTo(at("2026-09-30T00:00"));
        assertThat(due(timetable, 8)).isEqualTo(at("2026-10-20T17:30"));
        assertThat(due(timetable, 6)).isEqualTo(at("2026-10-14T17:30"));
    }

    @Test
    void collection_that_runs_is_pushed_to_this_midnight_and_nothing_is_due_before_it() {
        Timetable late = draw(Template.NORMAL, "2026-09-14T10:00", "2026-09-24").notBefore(at("2026-09-24T00:00"));

        assertThat(late.collectUntil()).isEqualTo(at("2026-09-24T00:00"));
        assertThat(due(late, 6)).isEqualTo(at("2026-09-24T00:00"));
        assertThat(due(late, 8)).isEqualTo(at("2026-09-24T17:30"));
    }

    @Test
    void a_returned_report_gets_its_three_steps_again_from_that_day() {
        List<TimetableEntry> again = Timetable.again(rules.of(Template.NORMAL), calendar, at("2026-10-09T10:00"));

        assertThat(again).extracting(TimetableEntry::step).containsExactly(6, 7, 8);
        assertThat(again)
                .extracting(TimetableEntry::dueAt)
                .containsExactly(at("2026-10-12T17:30"), at("2026-10-14T17:30"), at("2026-10-16T17:30"));
    }

    private Timetable draw(Template template, String received, String deadline) {
        return Timetable.of(rules.of(template), calendar, 1, at(received), LocalDate.parse(deadline));
    }

    private static Instant due(Timetable timetable, int step) {
        return entry(timetable, step).dueAt();
    }

    private static TimetableEntry entry(Timetable timetable, int step) {
        return timetable.entries().get(step - 1 - (10 - timetable.entries().size()));
    }

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }
}
