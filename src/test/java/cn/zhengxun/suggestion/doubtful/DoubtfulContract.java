package cn.zhengxun.suggestion.doubtful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.suggestion.arrival.ArrivalCase;
import cn.zhengxun.suggestion.arrival.ArrivalState;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.arrival.Concern;
import cn.zhengxun.testing.Rows;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One list of everything that waits for a person's look: found by its reason, a page at a time, settled together. */
abstract class DoubtfulContract {
    private static final Instant FIRST = Instant.parse("2026-11-20T01:00:00Z");
    private static final Pattern FLAGGED = Pattern.compile("id=\"s(\\d+)\"");

    @Autowired
    MockMvc browser;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private ConsultationNumber number;
    private String list;

    @BeforeEach
    void a_collecting_consultation() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        list = "/consultations/" + number + "/suggestions/doubtful";
    }

    /** Flagged a minute after one another. */
    private List<Long> flagged(int how, Concern concern, int after) {
        List<Long> ids = IntStream.range(0, how)
                .mapToObj(i -> rows.suggestion(number, null, null, "第%d句话".formatted(after + i))
                        .value())
                .toList();
        arrivals.flag(number, ids, concern);
        for (int i = 0; i < how; i++) {
            db.sql("UPDATE arrival_case SET flagged_at = ? WHERE suggestion_id = ?")
                    .params(Timestamp.from(FIRST.plusSeconds(60L * (after + i))), ids.get(i))
                    .update();
        }
        return ids;
    }

    private void reported(int how) {
        InformantId informant = rows.informant("单翠翠", "dan@example.org");
        InvitationId invitation = rows.invitation(number, informant);
        for (int i = 0; i < how; i++) {
            db.sql("INSERT INTO not_mine (consultation, kind, invitation_id, reported_at) VALUES (?, 'LINK', ?, ?)")
                    .params(number.value(), invitation.value(), Timestamp.from(FIRST.minusSeconds(60L * (how - i))))
                    .update();
        }
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String who, String role)
            throws Exception {
        return browser.perform(request.with(user(who).authorities(new SimpleGrantedAuthority(role)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(String query, String role) throws Exception {
        MockHttpServletResponse answer = send(get(list + query), role, role);
        assertThat(answer.getStatus()).isEqualTo(200);
        String page = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("??");
        return page;
    }

    private static List<Long> listed(String page) {
        List<Long> ids = new ArrayList<>();
        FLAGGED.matcher(page).results().forEach(found -> ids.add(Long.parseLong(found.group(1))));
        return ids;
    }

    private MockHttpServletResponse together(String who, String verdict, String why, List<String> ticked)
            throws Exception {
        MockHttpServletRequestBuilder settling =
                post(list + "/together").param("verdict", verdict).param("why", why);
        ticked.forEach(tick -> settling.param("ticked", tick));
        return send(settling, who, "staff");
    }

    private List<String> ticks(List<Long> ids) {
        var known = arrivals.of(ids);
        return ids.stream().map(id -> id + "-" + known.get(id).version()).toList();
    }

    private List<ArrivalState> states(List<Long> ids) {
        return arrivals.of(ids).values().stream()
                .map(ArrivalCase::state)
                .distinct()
                .toList();
    }

    @Test
    void a_hundred_and_twenty_come_a_page_at_a_time_the_oldest_first() throws Exception {
        reported(5);
        List<Long> petitions = flagged(100, Concern.PETITION, 0);
        List<Long> insults = flagged(15, Concern.INSULT, 100);

        String first = page("", "staff");
        assertThat(first).contains("共120件，第1页，共3页", "等待处理（120）", "1．链接发给了别人", "单翠翠", "第0句话");
        assertThat(listed(first)).containsExactlyElementsOf(petitions.subList(0, 45));
        assertThat(listed(page("?page=2", "staff"))).containsExactlyElementsOf(petitions.subList(45, 95));
        for (String beyond : List.of("3", "4", "999999999", "99999999999999999999")) {
            List<Long> shown = listed(page("?page=" + beyond, "staff"));
            assertThat(shown)
                    .as(beyond)
                    .isEqualTo(beyond.length() > 9 ? petitions.subList(0, 45) : lastPage(petitions, insults));
        }
        for (String odd : List.of("0", "-1", "abc", "")) {
            assertThat(page("?page=" + odd, "staff")).as(odd).contains("第1页，共3页");
        }
    }

    private static List<Long> lastPage(List<Long> petitions, List<Long> insults) {
        List<Long> last = new ArrayList<>(petitions.subList(95, 100));
        last.addAll(insults);
        return last;
    }

    @Test
    void a_reason_is_a_word_to_filter_by_and_stays_while_turning_pages() throws Exception {
        reported(1);
        List<Long> petitions = flagged(60, Concern.PETITION, 0);
        flagged(2, Concern.INSULT, 60);
        arrivals.flag(number, petitions.subList(0, 1), Concern.INSULT);

        String page = page("?reason=PETITION", "staff");
        assertThat(page)
                .contains("可能是信访诉求（60）", "辱骂攻击（3）", "链接发给了别人（1）", "共60件，第1页，共2页")
                .contains("show=open&amp;reason=PETITION&amp;page=2");
        assertThat(listed(page("?reason=PETITION&page=2", "staff")))
                .containsExactlyElementsOf(petitions.subList(50, 60));
        assertThat(page("?reason=INSULT", "staff")).contains("共3件");
        assertThat(page("?reason=LINK", "staff")).contains("共1件", "单翠翠");
        assertThat(page("?reason=MACHINE", "staff")).contains("没有这个事由的");
        assertThat(page("?show=held", "staff")).contains("没有暂存的");
        assertThat(page("?show=done", "staff")).contains("还没有处理过的");
    }

    @Test
    void the_leader_reads_the_list_without_the_reports_that_name_people() throws Exception {
        reported(2);
        flagged(3, Concern.OTHER, 0);
        assertThat(page("", "leader"))
                .contains("等待处理（3）")
                .doesNotContain("单翠翠", "链接发给了别人", "name=\"verdict\"", "name=\"ticked\"");
        assertThat(page("?reason=LINK", "leader")).contains("共3件").doesNotContain("单翠翠");
        for (String role : List.of("leader", "staff")) {
            MockHttpServletResponse overview = send(get("/consultations/" + number), role, role);
            assertThat(overview.getContentAsString(StandardCharsets.UTF_8))
                    .contains(role.equals("staff") ? "有5件需要核查" : "有3件需要核查");
        }
    }

    @Test
    void fifty_harmless_ones_are_let_pass_with_one_reason_and_one_entry() throws Exception {
        List<Long> harmless = flagged(50, Concern.THIRD_PARTY, 0);
        List<Long> rest = flagged(5, Concern.INSULT, 50);
        assertThat(page("?all=true", "staff").split("checked=\"checked\"", -1)).hasSize(51);

        MockHttpServletResponse done = together("staff", "PASS", "都是本人自己的信息", ticks(harmless));
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(done.getRedirectedUrl()).contains("/suggestions/doubtful");
        assertThat(states(harmless)).containsExactly(ArrivalState.CLEARED);
        assertThat(states(rest)).containsExactly(ArrivalState.WAITING);
        assertThat(page("", "staff")).contains("等待处理（5）", "已处理（50）");
        assertThat(page("?show=done", "staff")).contains("都是本人自己的信息", "已放行");
        List<String> entries = db.sql(
                        "SELECT detail FROM audit_entry WHERE consultation = ? AND action = 'SettleArrivals'")
                .param(number.value())
                .query(String.class)
                .list();
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0))
                .contains(
                        "CLEARED", harmless.get(0).toString(), harmless.get(49).toString())
                .doesNotContain("本人", rest.get(0).toString());
    }

    @Test
    void one_in_the_way_leaves_all_as_they_were_and_is_named() throws Exception {
        List<Long> ids = flagged(4, Concern.INSULT, 0);
        assertThat(together(
                                "staff",
                                "HOLD",
                                "先留住",
                                ids.subList(2, 3).stream().map(id -> id + "-0").toList())
                        .getStatus())
                .isEqualTo(302);
        List<String> all = ticks(ids);

        MockHttpServletResponse refused = together("staff", "HOLD", "都是骂人的", all);
        assertThat(refused.getStatus()).isEqualTo(422);
        String page = refused.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("第3件", "一件也没有动", "另一位工作人员", "这一件办不了", "value=\"都是骂人的\"")
                .doesNotContain("??");
        assertThat(page.split("checked=\"checked\"", -1))
                .as("what was ticked stays so")
                .hasSize(5);
        assertThat(states(List.of(ids.get(0), ids.get(1), ids.get(3)))).containsExactly(ArrivalState.WAITING);

        assertThat(together("staff2", "HOLD", "都是骂人的", all).getStatus()).isEqualTo(302);
        assertThat(states(ids.subList(2, 3))).containsExactly(ArrivalState.HELD);
        assertThat(states(ids.subList(0, 1))).as("still needs the second").containsExactly(ArrivalState.HOLD_PROPOSED);

        MockHttpServletResponse stale = together("staff", "HOLD", "再来", all);
        assertThat(stale.getStatus()).isEqualTo(422);
        assertThat(stale.getContentAsString(StandardCharsets.UTF_8)).contains("刚刚被别人处理过");
        assertThat(together("staff", "PASS", "不必", List.of()).getStatus()).isEqualTo(422);
        assertThat(together("staff", "PASS", "", ticks(ids)).getStatus()).isEqualTo(422);
        assertThat(together("staff", "PASS", "不必", List.of("x-1")).getStatus()).isEqualTo(422);
        assertThat(together("staff", "REROUTE", "转", ticks(ids)).getContentAsString(StandardCharsets.UTF_8))
                .contains("请写明转给哪个单位");
        ConsultationNumber other = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        long foreign = rows.suggestion(other, null, null, "别处的话").value();
        arrivals.flag(other, List.of(foreign), Concern.OTHER);
        assertThat(together("staff", "PASS", "不必", List.of(foreign + "-0")).getStatus())
                .isEqualTo(404);
        assertThat(states(List.of(foreign))).containsExactly(ArrivalState.WAITING);
    }

    @Test
    void late_ones_are_paged_and_filters_survive_the_turning() throws Exception {
        for (int i = 0; i < 120; i++) {
            rows.suggestion(number, null, null, "迟来的第%d句，打九折%% 也行".formatted(i));
        }
        db.sql("UPDATE suggestion SET number = NULL WHERE consultation = ?")
                .param(number.value())
                .update();
        db.sql("UPDATE submission SET timing = 'LATE' WHERE consultation = ?")
                .param(number.value())
                .update();
        rows.suggestion(number, null, null, "按时的一句");
        String all = "/consultations/" + number + "/suggestions";
        assertThat(read(all, "")).contains("逾期收到的意见（120条", "按时的一句").doesNotContain("迟来的");
        assertThat(read(all, "?timing=LATE"))
                .contains("共120条，第1页，共3页", "迟来的第49句", "timing=LATE", "page=2")
                .doesNotContain("迟来的第50句", "按时的一句");
        assertThat(read(all, "?timing=LATE&page=3")).contains("迟来的第119句");
        assertThat(read(all, "?timing=LATE&page=99")).contains("迟来的第119句", "第3页，共3页");
        assertThat(read(all, "?timing=LATE&words=打九折%25")).contains("共120条", "words=%E6%89%93");
        assertThat(read(all, "?timing=LATE&words=折_")).as("no wildcard").contains("没有符合筛选条件的意见");
        assertThat(read(all, "?timing=GRACE")).contains("没有符合筛选条件的意见");
    }

    @Test
    void a_suggestion_is_found_by_station_state_words_and_numbers() throws Exception {
        String all = "/consultations/" + number + "/suggestions";
        long station = rows.station("寻找小院" + number.value()).value();
        Suggestion there = suggestions.find(rows.suggestion(number, null, null, "小院里说的Apple"));
        db.sql("UPDATE submission SET station_id = ? WHERE id = ?")
                .params(station, there.submission())
                .update();
        long held = rows.suggestion(number, null, null, "要留住的话").value();
        arrivals.flag(number, List.of(held), Concern.OTHER);
        long withdrawn = rows.suggestion(number, null, null, "收回的话").value();
        db.sql("UPDATE suggestion SET withdrawn_at = ? WHERE id = ?")
                .params(Timestamp.from(FIRST), withdrawn)
                .update();

        assertThat(read(all, "?station=" + station)).contains("共1条", "小院里说的").doesNotContain("要留住的话");
        assertThat(read(all, "?state=LOOKED_AT")).contains("共1条", "要留住的话");
        assertThat(read(all, "?state=HELD")).contains("没有符合筛选条件的意见");
        assertThat(together("staff", "HOLD", "先留住", List.of(held + "-0")).getStatus())
                .isEqualTo(302);
        assertThat(read(all, "?state=HELD")).contains("共1条", "要留住的话");
        assertThat(read(all, "?state=WITHDRAWN")).contains("共1条", "收回的话");
        assertThat(read(all, "")).doesNotContain("收回的话");
        assertThat(read(all, "?words=aPPLE")).contains("共1条", "小院里说的");
        assertThat(read(all, "?words=" + there.number())).contains("小院里说的");
        String receipt = "R-20261129-%06d".formatted(there.submission());
        db.sql("UPDATE submission SET receipt = ? WHERE id = ?")
                .params(receipt, there.submission())
                .update();
        assertThat(read(all, "?words=" + receipt.toLowerCase(Locale.ROOT))).contains("小院里说的");
        assertThat(read(all, "?words=无此字样")).contains("没有符合筛选条件的意见", "去掉筛选");
        assertThat(read(all, "?state=NONSENSE&channel=x&station=y&timing=z&clause=9999999999999999999"))
                .contains("共2条");
    }

    private String read(String path, String query) throws Exception {
        MockHttpServletResponse answer =
                send(get(URI.create(URI.create(path + query).toASCIIString())), "staff", "staff");
        assertThat(answer.getStatus()).isEqualTo(200);
        String page = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("??");
        return page;
    }
}
