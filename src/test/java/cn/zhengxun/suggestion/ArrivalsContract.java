package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.arrival.ArrivalState;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.arrival.Arrived;
import cn.zhengxun.suggestion.arrival.Concern;
import cn.zhengxun.suggestion.arrival.SettleArrival;
import cn.zhengxun.suggestion.arrival.Verdict;
import cn.zhengxun.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Suggestions are looked at as they arrive; nothing is deleted, and what is held needs two people. */
abstract class ArrivalsContract {
    @Autowired
    MockMvc browser;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Arrivals arrivals;

    @Autowired
    KnownFates fates;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private ConsultationNumber number;

    @BeforeEach
    void a_collecting_consultation() {
        number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
    }

    @AfterEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    private static void as(String user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
    }

    private SuggestionId said(String original) {
        suggestions.submit(Handing.to(number).saying(null, original).command());
        List<Suggestion> all = suggestions.of(number);
        return all.get(all.size() - 1).id();
    }

    private ArrivalState state(SuggestionId id) {
        var known = arrivals.of(List.of(id.value())).get(id.value());
        return known == null ? null : known.state();
    }

    private ArrivalState settle(String who, SuggestionId id, Verdict verdict) {
        as(who);
        int seen = arrivals.of(List.of(id.value())).get(id.value()).version();
        return arrivals.settle(new SettleArrival(number, id.value(), seen, verdict, "看过了", "街道信访办公室"));
    }

    private String told(SuggestionId id) {
        SuggestionFates.Fate fate = fates.of(List.of(id)).get(id);
        return fate == null ? null : fate.word();
    }

    @Test
    void what_the_rules_find_waits_for_a_person_and_stays_word_for_word() {
        String words = "邻居王某的手机是139 1234 5678，我要上访！";
        SuggestionId flagged = said(words);
        SuggestionId plain = said("建议加大字号");

        assertThat(state(flagged)).isEqualTo(ArrivalState.WAITING);
        assertThat(state(plain)).isNull();
        assertThat(suggestions.find(flagged).original()).isEqualTo(words);
        assertThat(suggestions.count(number)).as("counted as collected").isEqualTo(2);
        assertThat(told(flagged)).isEqualTo("核查中");
        assertThat(told(plain)).isNull();
        assertThat(db.sql("SELECT concern FROM arrival_flag WHERE suggestion_id = ? ORDER BY id")
                        .param(flagged.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("PETITION", "THIRD_PARTY");
        assertThat(db.sql("SELECT detail FROM audit_entry WHERE consultation = ? AND action = 'LookAtArrivals'")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .doesNotContain("139", "上访");
    }

    @Test
    void one_person_lets_a_flagged_one_pass() {
        SuggestionId flagged = said("强拆是不对的");
        assertThat(settle("staff", flagged, Verdict.PASS)).isEqualTo(ArrivalState.CLEARED);
        assertThat(told(flagged)).isNull();
    }

    @Test
    void holding_needs_two_people_and_so_does_releasing() {
        SuggestionId flagged = said("这帮狗官");
        assertThat(settle("staff", flagged, Verdict.HOLD)).isEqualTo(ArrivalState.HOLD_PROPOSED);
        assertThatThrownBy(() -> settle("staff", flagged, Verdict.HOLD))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("另一位");
        assertThat(settle("staff2", flagged, Verdict.HOLD)).isEqualTo(ArrivalState.HELD);
        assertThat(told(flagged)).isEqualTo("核查中");
        assertThat(suggestions.count(number)).isEqualTo(1);

        assertThat(settle("staff", flagged, Verdict.PASS)).isEqualTo(ArrivalState.RELEASE_PROPOSED);
        assertThatThrownBy(() -> settle("staff", flagged, Verdict.PASS))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("另一位");
        assertThatThrownBy(() -> settle("director", flagged, Verdict.REROUTE)).hasMessageContaining("两个人放行");
        assertThat(settle("director", flagged, Verdict.PASS)).isEqualTo(ArrivalState.CLEARED);
    }

    @Test
    void a_proposed_hold_that_the_second_person_does_not_want_is_released_by_both() {
        SuggestionId flagged = said("这帮狗官");
        settle("staff", flagged, Verdict.HOLD);
        assertThat(settle("staff2", flagged, Verdict.PASS)).isEqualTo(ArrivalState.RELEASE_PROPOSED);
        assertThat(settle("staff", flagged, Verdict.PASS)).isEqualTo(ArrivalState.CLEARED);
    }

    @Test
    void what_is_passed_on_tells_its_author_where() {
        SuggestionId flagged = said("拖欠我的工资，求求你们");
        settle("staff", flagged, Verdict.REROUTE);
        assertThat(told(flagged)).isEqualTo("转办");
        assertThat(fates.of(List.of(flagged)).get(flagged).explanation()).contains("街道信访办公室");
    }

    @Test
    void who_saw_an_older_state_is_told_so() {
        SuggestionId flagged = said("强拆");
        settle("staff", flagged, Verdict.PASS);
        as("staff2");
        assertThatThrownBy(
                        () -> arrivals.settle(new SettleArrival(number, flagged.value(), 0, Verdict.HOLD, "看过了", null)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("刚刚被别人");
    }

    @Test
    void who_writes_held_words_anew_does_not_get_past() {
        SuggestionId flagged = said("这帮狗官");
        settle("staff", flagged, Verdict.HOLD);
        SuggestionId anew = rows.suggestion(number, null, null, "这帮人");
        arrivals.replaced(number, flagged.value(), new Arrived(anew.value(), "这帮人", null, null));
        assertThat(state(anew)).isEqualTo(ArrivalState.WAITING);
    }

    @Test
    void a_page_may_flag_what_it_noticed_about_the_sender() {
        SuggestionId plain = said("同意");
        arrivals.flag(number, List.of(plain.value()), Concern.MACHINE);
        arrivals.flag(number, List.of(plain.value()), Concern.MACHINE);
        assertThat(state(plain)).isEqualTo(ArrivalState.WAITING);
    }

    @Test
    void the_queue_shows_what_was_found_and_takes_the_verdict() throws Exception {
        SuggestionId flagged = said("<b>他</b>的车是辽B·A1234");
        String path = "/consultations/" + number + "/suggestions/doubtful";

        assertThat(page(get("/consultations/" + number + "/suggestions"), "staff"))
                .contains("有1件需要核查", "核查中")
                .doesNotContain("??");
        assertThat(page(get(path), "leader"))
                .contains("涉及他人个人信息（车牌号码）", "&lt;b&gt;他&lt;/b&gt;的车是", "<mark>辽B·A1234</mark>")
                .doesNotContain("??", "name=\"verdict\"");
        MockHttpServletResponse faulty = send(
                post(path + "/" + flagged.value())
                        .param("seen", "0")
                        .param("verdict", "REROUTE")
                        .param("why", "个案"),
                "staff");
        assertThat(faulty.getStatus()).isEqualTo(422);
        assertThat(faulty.getContentAsString(StandardCharsets.UTF_8)).contains("转给哪个单位办理", "value=\"个案\"");
        assertThat(send(
                                post(path + "/" + flagged.value())
                                        .param("seen", "0")
                                        .param("verdict", "HOLD")
                                        .param("why", "涉及他人"),
                                "staff")
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(get(path), "staff")).contains("等另一位工作人员", "拟暂存").doesNotContain("同意暂存<");
        settle("staff2", flagged, Verdict.HOLD);
        assertThat(page(get(path).param("show", "held"), "staff"))
                .contains("暂存（1）", "拟放行")
                .doesNotContain("??");
    }

    @Test
    void a_rule_is_written_tried_and_in_force_at_once_and_its_versions_stay() throws Exception {
        String word = "奇词" + number.value().replaceAll("\\D", "");
        assertThat(page(get("/arrival-rules"), "staff"))
                .contains("身份证号码", "试一试")
                .doesNotContain("??");
        assertThat(page(
                        post("/arrival-rules/try").param("words", word + "*在").param("sample", "这里" + word + "就在"),
                        "staff"))
                .contains("看了1条，其中1条", "<mark>" + word + "就在</mark>")
                .doesNotContain("??");
        MockHttpServletResponse faulty =
                send(post("/arrival-rules").param("name", "新").param("words", "*"), "staff");
        assertThat(faulty.getStatus()).isEqualTo(422);
        assertThat(send(
                                post("/arrival-rules")
                                        .param("name", word)
                                        .param("concern", "OTHER")
                                        .param("words", word)
                                        .param("active", "true"),
                                "staff")
                        .getStatus())
                .isEqualTo(302);
        SuggestionId flagged = said("有" + word);
        assertThat(state(flagged)).isEqualTo(ArrivalState.WAITING);
        assertThat(page(post("/arrival-rules/try").param("consultation", number.value()), "staff"))
                .contains("看了1条，其中1条");

        long rule = db.sql("SELECT rule_id FROM arrival_rule_version WHERE name = ?")
                .param(word)
                .query(Long.class)
                .single();
        MockHttpServletRequestBuilder off = post("/arrival-rules")
                .param("id", Long.toString(rule))
                .param("seen", "1")
                .param("name", word)
                .param("concern", "OTHER")
                .param("words", word);
        assertThat(send(off, "staff").getStatus()).isEqualTo(302);
        assertThat(state(said("又有" + word))).isNull();
        assertThat(page(get("/arrival-rules/" + rule), "staff"))
                .contains("历次版本（2）")
                .doesNotContain("??");
        assertThat(send(off, "staff").getStatus())
                .as("the first version is not the latest any more")
                .isEqualTo(422);
    }

    private String page(MockHttpServletRequestBuilder request, String role) throws Exception {
        MockHttpServletResponse answer = send(request, role);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String role) throws Exception {
        SecurityContextHolder.clearContext();
        return browser.perform(request.with(user(role).authorities(new SimpleGrantedAuthority(role)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
