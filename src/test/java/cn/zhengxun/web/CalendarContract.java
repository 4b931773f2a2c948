package cn.zhengxun.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.EndConsultation;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.identity.CalendarKeys;
import cn.zhengxun.identity.MakeCalendarKey;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** The calendar feed, read back as a calendar program does. */
abstract class CalendarContract {
    @Autowired
    MockMvc pages;

    @Autowired
    CalendarKeys keys;

    @Autowired
    CalendarFeed feed;

    @Autowired
    Consultations consultations;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient db;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToTheStart() {
        clock.reset();
    }

    @Test
    void the_feed_is_fetched_by_its_key_without_a_session_and_by_no_other() throws Exception {
        account("diarist");
        String first = keys.make(new MakeCalendarKey("diarist"));
        assertThat(first).hasSize(43);
        assertThat(db.sql("SELECT key_hash FROM calendar_key WHERE user_id = 'diarist'")
                        .query(String.class)
                        .single())
                .isNotEqualTo(first);
        MockHttpServletResponse answer = fetch(first);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(answer.getHeader("Set-Cookie")).isNull();

        String second = keys.make(new MakeCalendarKey("diarist"));
        assertThat(fetch(first).getStatus()).as("replaced").isEqualTo(404);
        assertThat(fetch("x".repeat(43)).getStatus()).isEqualTo(404);
        assertThat(fetch(second).getStatus()).isEqualTo(200);

        pages.perform(post("/account/calendar/revoke")
                .with(user("diarist").authorities(new SimpleGrantedAuthority("staff")))
                .with(csrf()));
        assertThat(fetch(second).getStatus()).as("revoked").isEqualTo(404);
    }

    @Test
    void the_address_is_shown_once_on_the_page_that_makes_it() throws Exception {
        var made = pages.perform(post("/account/calendar")
                        .with(user("staff").authorities(new SimpleGrantedAuthority("staff")))
                        .with(csrf()))
                .andReturn();
        String address = (String) made.getFlashMap().get("address");
        assertThat(address).matches("http.*/calendar/[\\w-]{43}\\.ics");

        String page = pages.perform(
                        get("/account/calendar").with(user("staff").authorities(new SimpleGrantedAuthority("staff"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("停用订阅").doesNotContain(".ics").doesNotContain("??");
    }

    @Test
    void each_due_date_is_one_event_that_follows_every_change() {
        ConsultationNumber number = running(Visibility.PUBLIC);
        VEvent first = event(number, 6);
        assertThat(first.getSummary().getValue()).isEqualTo(number + " 第6步 梳理归并 到期");
        assertThat(first.getDateEnd().getValue()).isEqualTo(Date.from(at("2026-12-10T17:30")));
        assertThat(first.getSequence().getValue()).isZero();
        assertThat(first.getAlarms()).hasSize(1);
        assertThat(event(number, 6).getLastModified().getValue())
                .as("unchanged while nothing changes")
                .isEqualTo(first.getLastModified().getValue());

        clock.forward(Duration.ofHours(3));
        db.sql("UPDATE timetable_entry SET due_at = ? WHERE consultation = ? AND step = 6")
                .params(Timestamps.of(at("2026-12-17T17:30")), number.value())
                .update();
        VEvent moved = event(number, 6);
        assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(moved.getLastModified().getValue())
                .isAfter(first.getLastModified().getValue());
        assertThat(moved.getDateEnd().getValue()).isEqualTo(Date.from(at("2026-12-17T17:30")));

        consultations.end(new EndConsultation(number, "来文单位撤回"));
        VEvent off = event(number, 6);
        assertThat(off.getStatus().isCancelled()).isTrue();
        assertThat(off.getSequence().getValue()).isEqualTo(2);
        assertThat(off.getAlarms()).isEmpty();
        clock.forward(Duration.ofDays(91));
        assertThat(parsed().getEvents())
                .noneMatch(one -> one.getSummary().getValue().startsWith(number.value()));
    }

    @Test
    void the_text_keeps_to_the_standard_and_names_no_person_and_no_internal_title() {
        ConsultationNumber number = running(Visibility.INTERNAL);
        db.sql("UPDATE consultation SET title = ? WHERE number = ?")
                .params("密件；草案,第一\n二行", number.value())
                .update();
        ConsultationNumber open = running(Visibility.PUBLIC);
        db.sql("UPDATE consultation SET title = ? WHERE number = ?")
                .params("办法；草案,第一\\二" + "长".repeat(80), open.value())
                .update();
        String text = text();

        assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
        assertThat(parsed().validate(ICalVersion.V2_0).isEmpty())
                .as("biweekly's own check")
                .isTrue();
        assertThat(text).doesNotContain("密件").doesNotContain("周敏");
        List<String> uids = parsed().getEvents().stream()
                .map(one -> one.getUid().getValue())
                .toList();
        assertThat(uids).doesNotHaveDuplicates();
        assertThat(event(open, 6).getDescription().getValue()).contains("办法；草案,第一\\二" + "长".repeat(80));
        assertThat(text.replace("\r\n ", "")).contains("办法；草案\\,第一\\\\二长").contains("DTSTART:20261210T090000Z");
    }

    @Test
    void an_expert_is_told_only_of_consultations_that_call_on_the_expert() {
        ConsultationNumber number = running(Visibility.PUBLIC);
        rows.plan(number, rows.expert("expert1"));
        rows.expert("expert2");

        assertThat(feed.of(new UserAccount("expert1", "甲", null, Set.of("expert"), false))
                        .replace("\r\n ", ""))
                .contains(number.value());
        assertThat(feed.of(new UserAccount("expert2", "乙", null, Set.of("expert"), false))
                        .replace("\r\n ", ""))
                .doesNotContain(number.value());
    }

    private ConsultationNumber running(Visibility visibility) {
        ConsultationNumber first = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        ConsultationNumber number = rows.consultation(rows.draftOf(first), Status.COLLECTING, visibility);
        db.sql(
                        "INSERT INTO timetable_entry (consultation, step, owner_group, begins_at, due_at) VALUES (?, 6, 'staff', ?, ?)")
                .params(number.value(), Timestamps.of(at("2026-12-08T17:30")), Timestamps.of(at("2026-12-10T17:30")))
                .update();
        return number;
    }

    private VEvent event(ConsultationNumber number, int step) {
        return parsed().getEvents().stream()
                .filter(one -> one.getSummary().getValue().startsWith(number + " 第" + step + "步"))
                .findFirst()
                .orElseThrow();
    }

    private ICalendar parsed() {
        return Biweekly.parse(text()).first();
    }

    private String text() {
        return feed.of(new UserAccount("staff", "周敏", "staff@example.com", Set.of("staff"), false));
    }

    private MockHttpServletResponse fetch(String key) throws Exception {
        return pages.perform(get("/calendar/{key}.ics", key)).andReturn().getResponse();
    }

    private void account(String id) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User account = identity.newUser(id);
            account.setPassword("Zhengxun#2026");
            identity.saveUser(account);
            identity.createMembership(id, "staff");
        }
    }

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }
}
