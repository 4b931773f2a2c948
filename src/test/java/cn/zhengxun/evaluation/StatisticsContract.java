package cn.zhengxun.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.testing.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * One known set of consultations, registered in May of a year of its own, with every number counted by hand:
 *
 * <pre>
 * laws      level      state                 collected  submitted  adopted (of which partly)
 * passed    NATIONAL   promulgated           5          4          2 (1)
 * pending   MUNICIPAL  tracked, version 2    4          3          1
 * ended     MUNICIPAL  ended                 2          1          1
 * open      NATIONAL   collecting            1          0          0
 * declined  NATIONAL   declined              -          -          -
 * total     4 drafts                         12         8          4 (1)
 * </pre>
 */
abstract class StatisticsContract {
    private static final AtomicInteger YEAR = new AtomicInteger(1970);

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    Statistics statistics;

    @Autowired
    MockMvc browser;

    int year;
    StationId station;
    ConsultationNumber passed;
    ConsultationNumber pending;
    ConsultationNumber ended;
    ConsultationNumber open;

    @BeforeEach
    void count_by_hand() {
        year = YEAR.incrementAndGet();
        station = rows.station("人民广场小院");
        passed = registered(Level.NATIONAL, Status.TRACKING, day(5, 1), LocalTime.MIDNIGHT);
        pending = registered(Level.MUNICIPAL, Status.TRACKING, day(5, 15), LocalTime.NOON);
        ended = registered(Level.MUNICIPAL, Status.ENDED, day(5, 20), LocalTime.NOON);
        open = registered(Level.NATIONAL, Status.COLLECTING, day(5, 31), LocalTime.of(23, 59, 59));
        registered(Level.NATIONAL, Status.DECLINED, day(5, 20), LocalTime.NOON);
        ConsultationNumber june = registered(Level.NATIONAL, Status.COLLECTING, day(6, 1), LocalTime.MIDNIGHT);
        rows.suggestion(june, null, null, "六月的不算");
        promulgated_with_everything_that_may_happen();
        pending_with_a_second_version();
        ended_after_submission();
        rows.suggestion(open, null, null, "还在征集");
    }

    private void promulgated_with_everything_that_may_happen() {
        db.sql("UPDATE consultation SET promulgated_on = ? WHERE number = ?")
                .params(LocalDate.of(year, 12, 1), passed.value())
                .update();
        SuggestionId adopted = suggestion(passed, "采纳的", "FORWARD");
        atStation(adopted, "居民");
        SuggestionId partly = suggestion(passed, "部分采纳的", "GROUP");
        atStation(partly, "法律工作者");
        SuggestionId refused = suggestion(passed, "没有采纳的", "FORWARD");
        SuggestionId late = suggestion(passed, "逾期的", "FORWARD");
        change(late, "timing = 'LATE'");
        SuggestionId withdrawn = suggestion(passed, "撤回的", "FORWARD");
        db.sql("UPDATE suggestion SET withdrawn_at = ? WHERE id = ?")
                .params(Timestamps.of(Instant.now()), withdrawn.value())
                .update();
        suggestion(passed, "转办的", "OUT_OF_SCOPE");
        suggestion(passed, "暂存的", "HOLD");
        SuggestionId unconfirmed = suggestion(passed, "宽限期内、采纳未经复核的", "FORWARD");
        change(unconfirmed, "timing = 'GRACE'");
        rows.frozenReport(passed, List.of(adopted, partly, refused, late, withdrawn, unconfirmed));
        rows.outcome(passed, adopted, "ADOPTED");
        rows.outcome(passed, partly, "PARTLY");
        rows.outcome(passed, refused, "NOT_ADOPTED");
        rows.outcome(passed, late, "ADOPTED");
        rows.outcome(passed, withdrawn, "ADOPTED");
        rows.outcome(passed, unconfirmed, "ADOPTED");
        db.sql("UPDATE outcome SET confirmed_by = NULL, confirmed_at = NULL WHERE suggestion_id = ?")
                .param(unconfirmed.value())
                .update();
    }

    private void pending_with_a_second_version() {
        SuggestionId adopted = suggestion(pending, "已确定采纳", "FORWARD");
        SuggestionId undecided = suggestion(pending, "待定", "FORWARD");
        SuggestionId noted = suggestion(pending, "研究参考", "FORWARD");
        SuggestionId dropped = suggestion(pending, "第一版有、第二版没有", "FORWARD");
        rows.frozenReport(pending, List.of(adopted, dropped));
        version(2, true, adopted, undecided, noted);
        version(3, false, dropped);
        rows.outcome(pending, adopted, "ADOPTED");
        rows.outcome(pending, undecided, "PENDING");
        rows.outcome(pending, noted, "NOTED");
        rows.outcome(pending, dropped, "ADOPTED");
    }

    private void ended_after_submission() {
        SuggestionId adopted = suggestion(ended, "终止前已采纳", "FORWARD");
        rows.suggestion(ended, null, null, "终止前未上报");
        rows.frozenReport(ended, List.of(adopted));
        rows.outcome(ended, adopted, "ADOPTED");
    }

    @Test
    void the_three_counts_follow_their_definitions() {
        Summary summary = statistics.summary(may());

        assertThat(summary.drafts()).isEqualTo(4);
        assertThat(summary.total().collected()).isEqualTo(12);
        assertThat(summary.total().submitted()).isEqualTo(8);
        assertThat(summary.total().adopted()).isEqualTo(4);
        assertThat(summary.total().fullyAdopted()).isEqualTo(3);
        assertThat(summary.total().partlyAdopted()).isEqualTo(1);
    }

    @Test
    void an_ended_draft_leaves_both_denominators_and_a_pending_law_the_second() {
        Figures total = statistics.summary(may()).total();

        assertThat(total.rateOfSubmitted()).isEqualTo(3.0 / 7, within(1e-12));
        assertThat(total.rateOfPromulgated()).isEqualTo(2.0 / 4, within(1e-12));
    }

    @Test
    void a_rate_without_a_denominator_is_unknown() {
        Figures figures = statistics.summary(StatisticsFilter.of(open)).total();

        assertThat(figures.collected()).isEqualTo(1);
        assertThat(figures.rateOfSubmitted()).isNull();
        assertThat(figures.rateOfPromulgated()).isNull();
        Figures ofEnded = statistics.summary(StatisticsFilter.of(ended)).total();
        assertThat(ofEnded.submitted()).isEqualTo(1);
        assertThat(ofEnded.rateOfSubmitted()).isNull();
    }

    @Test
    void breakdowns_show_each_part_and_add_up() {
        Summary summary = statistics.summary(may());

        assertThat(counts(summary.byLevel())).containsExactly("NATIONAL 6/4/2", "MUNICIPAL 6/4/2");
        assertThat(counts(summary.byConsultation()))
                .containsExactlyInAnyOrder(
                        passed + " 5/4/2",
                        pending + " 4/3/1",
                        ended + " 2/1/1",
                        open + " 1/0/0",
                        declined() + " 0/0/0");
        assertThat(counts(summary.byStation())).containsExactlyInAnyOrder(station.value() + " 2/2/2", "0 10/6/2");
        assertThat(counts(summary.byChannel())).containsExactly("QR_CODE 10/6/2", "MEETING 2/2/2");
        assertThat(counts(summary.byCategory())).containsExactlyInAnyOrder("居民 1/1/1", "法律工作者 1/1/1", "NONE 10/6/2");
        assertThat(counts(summary.byMonth())).containsExactlyInAnyOrder("2026-11 10/6/2", "2026-12 2/2/2");
    }

    @Test
    void filters_narrow_the_figures() {
        assertThat(statistics.summary(may(Level.NATIONAL, null)).total().collected())
                .isEqualTo(6);
        assertThat(statistics.summary(may(Level.NATIONAL, null)).drafts()).isEqualTo(2);
        assertThat(statistics.summary(may(null, station.value())).total().submitted())
                .isEqualTo(2);
        assertThat(statistics.summary(may(null, station.value())).drafts()).isEqualTo(4);
        var lastDay = new StatisticsFilter(day(5, 31), day(5, 31), null, null, null, null, null, null);
        assertThat(statistics.summary(lastDay).total().collected()).isEqualTo(1);
        var december = new StatisticsFilter(
                day(5, 1), day(5, 31), null, null, null, Channel.MEETING, "法律工作者", YearMonth.of(2026, 12));
        assertThat(statistics.summary(december).total().collected()).isEqualTo(1);
    }

    @Test
    void each_figure_opens_a_list_of_exactly_its_length() {
        for (StatisticsFilter filter : List.of(
                may(),
                may(Level.MUNICIPAL, null),
                may(null, station.value()),
                may(null, StatisticsFilter.NO_STATION),
                StatisticsFilter.of(ended),
                new StatisticsFilter(day(5, 1), day(5, 31), null, null, null, null, "NONE", null),
                new StatisticsFilter(day(5, 1), day(5, 31), null, null, null, null, "法律工作者", null))) {
            Figures total = statistics.summary(filter).total();
            assertThat(statistics.list(filter, Count.COLLECTED, 0, 1000)).hasSize((int) total.collected());
            assertThat(statistics.list(filter, Count.SUBMITTED, 0, 1000)).hasSize((int) total.submitted());
            assertThat(statistics.list(filter, Count.ADOPTED, 0, 1000)).hasSize((int) total.adopted());
        }
        assertThat(statistics.list(may(), Count.ADOPTED, 0, 1000))
                .extracting(CountedSuggestion::original)
                .containsExactlyInAnyOrder("采纳的", "部分采纳的", "已确定采纳", "终止前已采纳");
        assertThat(statistics.list(may(), Count.COLLECTED, 5, 1000)).hasSize(7);
    }

    @Test
    void the_machine_interface_returns_the_same_numbers() throws Exception {
        browser.perform(get("/api/v1/statistics?from={f}&to={t}", day(5, 1), day(5, 31))
                        .with(as("manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.drafts").value(4))
                .andExpect(jsonPath("$.collected").value(12))
                .andExpect(jsonPath("$.submitted").value(8))
                .andExpect(jsonPath("$.adopted").value(4))
                .andExpect(jsonPath("$.rateOfSubmitted").value(3.0 / 7))
                .andExpect(jsonPath("$.rateOfPromulgated").value(0.5))
                .andExpect(jsonPath("$.byLevel[0].key").value("NATIONAL"))
                .andExpect(jsonPath("$.byLevel[0].collected").value(6));
        browser.perform(get("/api/v1/statistics?from={f}&to={t}&level=DISTRICT", day(5, 1), day(5, 31))
                        .with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.collected").value(0))
                .andExpect(jsonPath("$.rateOfSubmitted").isEmpty());
    }

    @Test
    void the_dashboard_shows_figures_definitions_and_lists() throws Exception {
        browser.perform(get("/dashboard?from={f}&to={t}", day(5, 1), day(5, 31)).with(as("manager")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("42.9%")))
                .andExpect(content().string(containsString("采纳 3 条 ÷ 上报 7 条")))
                .andExpect(content().string(containsString("/consultations/" + encoded(passed))));
        String list = browser.perform(get("/dashboard/list?count=submitted&from={f}&to={t}", day(5, 1), day(5, 31))
                        .with(as("leader")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(list.split("class=\"suggestion\"", -1)).hasSize(8 + 1);
        assertThat(list).contains("共 8 条");
    }

    @Test
    void the_scripts_of_the_dashboard_are_served() throws Exception {
        String page = browser.perform(get("/dashboard").with(as("manager")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> scripts = Pattern.compile("<script defer src=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(hit -> hit.group(1))
                .toList();
        assertThat(scripts).hasSize(2);
        for (String script : scripts) {
            browser.perform(get(script).with(as("manager"))).andExpect(status().isOk());
        }
    }

    @Test
    void a_dashboard_without_consultations_says_what_to_do() throws Exception {
        browser.perform(get("/dashboard?from=1900-01-01&to=1900-12-31").with(as("director")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有符合条件的征询")))
                .andExpect(content().string(containsString("暂无")));
    }

    @Test
    void exports_open_in_a_spreadsheet_without_running_formulas() throws Exception {
        rows.suggestion(open, null, null, "=HYPERLINK(\"x\")");
        browser.perform(get("/dashboard/list.csv?count=collected&from={f}&to={t}", day(5, 1), day(5, 31))
                        .with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(startsWith("\uFEFF\"征询编号\"")))
                .andExpect(content().string(containsString("\"'=HYPERLINK(\"\"x\"\")\"")))
                .andExpect(content().string(not(containsString(",\"="))));
        browser.perform(get("/dashboard/figures.csv?from={f}&to={t}", day(5, 1), day(5, 31))
                        .with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"合计\",\"4部草案\",13,8,4,3,1,\"42.9%\",\"50.0%\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-13-01", "to=x", "from=2026-05-02&to=2026-05-01", "level=CITY", "station=a"})
    void unreadable_conditions_are_refused_with_a_sentence(String query) throws Exception {
        browser.perform(get("/api/v1/statistics?" + query).with(as("manager"))).andExpect(status().is(422));
        browser.perform(get("/dashboard?" + query).with(as("manager")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("class=\"fault\"")))
                .andExpect(content().string(not(containsString("class=\"figures\""))));
        browser.perform(get("/dashboard/list?" + query).with(as("manager"))).andExpect(status().is(422));
    }

    @Test
    void others_see_no_statistics() throws Exception {
        browser.perform(get("/dashboard").with(as("expert"))).andExpect(status().isForbidden());
        browser.perform(get("/dashboard/list").with(as("camunda-admin"))).andExpect(status().isForbidden());
        browser.perform(get("/dashboard/list.csv").with(as("expert"))).andExpect(status().isForbidden());
        browser.perform(get("/api/v1/statistics").with(as("director"))).andExpect(status().isForbidden());
    }

    private ConsultationNumber registered(Level level, Status state, LocalDate day, LocalTime time) {
        ConsultationNumber number = rows.consultation(level, state);
        db.sql("UPDATE consultation SET registered_at = ? WHERE number = ?")
                .params(Timestamps.of(Shanghai.at(day, time)), number.value())
                .update();
        return number;
    }

    private SuggestionId suggestion(ConsultationNumber number, String original, String decision) {
        SuggestionId suggestion = rows.suggestion(number, null, null, original);
        rows.screening(number, suggestion, decision);
        return suggestion;
    }

    /** Said in December at the station's meeting, as Shanghai counts: the last eight hours of November in UTC. */
    private void atStation(SuggestionId suggestion, String category) {
        change(
                suggestion,
                "channel = 'MEETING', station_id = " + station.value() + ", identity_category = '" + category
                        + "', accepted_at = TIMESTAMP WITH TIME ZONE '2026-11-30 16:30:00+00'");
    }

    private void change(SuggestionId suggestion, String columns) {
        db.sql("UPDATE submission SET " + columns + " WHERE id = (SELECT submission_id FROM suggestion WHERE id = ?)")
                .param(suggestion.value())
                .update();
    }

    private void version(int version, boolean frozen, SuggestionId... suggestions) {
        db.sql("""
                        INSERT INTO report (consultation, version, introduction, docx, xlsx, composed_at, frozen_at)
                        SELECT consultation, ?, '', docx, xlsx, composed_at, CASE WHEN ? THEN frozen_at END
                        FROM report WHERE consultation = ? AND version = 1
                        """).params(version, frozen, pending.value()).update();
        for (SuggestionId suggestion : suggestions) {
            db.sql("INSERT INTO report_item (consultation, version, suggestion_id, grade) VALUES (?, ?, ?, 'APPENDIX')")
                    .params(pending.value(), version, suggestion.value())
                    .update();
        }
    }

    private StatisticsFilter may() {
        return may(null, null);
    }

    private StatisticsFilter may(Level level, Long station) {
        return new StatisticsFilter(day(5, 1), day(5, 31), level, null, station, null, null, null);
    }

    private LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private String declined() {
        return db.sql("SELECT number FROM consultation WHERE status = 'DECLINED' AND registered_at = ?")
                .param(Timestamps.of(Shanghai.at(day(5, 20), LocalTime.NOON)))
                .query(String.class)
                .single();
    }

    private static List<String> counts(List<Summary.Line> lines) {
        return lines.stream()
                .map(line -> "%s %d/%d/%d"
                        .formatted(
                                line.key(),
                                line.figures().collected(),
                                line.figures().submitted(),
                                line.figures().adopted()))
                .toList();
    }

    private static String encoded(ConsultationNumber number) {
        return java.net.URLEncoder.encode(number.value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
