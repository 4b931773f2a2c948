package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What staff, director and leader see of what came in, and what machines and the entry form get. */
@OnH2
class SuggestionPagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void the_list_shows_words_as_written_and_late_ones_apart() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        ClauseId first = rows.articles(number).get(0);
        suggestions.submit(Handing.to(number)
                .saying(first, "  <b>原话</b>")
                .saying(null, "整体好")
                .command());
        suggestions.submit(Handing.to(number)
                .by(rows.informant("王", null))
                .saying(null, "会上说的")
                .command());
        clock.forward(Duration.ofDays(21));
        suggestions.submit(Handing.to(number).saying(null, "来晚了").command());

        String page = page("/consultations/" + number + "/suggestions", "leader");
        assertThat(page)
                .contains("已征集3条", "  &lt;b&gt;原话&lt;/b&gt;", "整体好", "待编号", "扫码", "第一条（1）")
                .doesNotContain("<b>原话", "??");
        assertThat(page).contains("逾期收到的意见（1条", "会上说的").doesNotContain("来晚了");
        assertThat(page("/consultations/" + number + "/suggestions?timing=LATE", "leader"))
                .contains("来晚了", "逾期收到的意见（1条")
                .doesNotContain("会上说的", "??");

        assertThat(page("/consultations/" + number + "/suggestions?clause=" + first.value(), "staff"))
                .contains("原话&lt;/b&gt;")
                .doesNotContain("整体好", "会上说的");
        assertThat(page("/consultations/" + number + "/suggestions?clause=whole&channel=MEETING", "director"))
                .contains("会上说的")
                .doesNotContain("整体好");
        assertThat(page("/consultations/" + number + "/suggestions?channel=VIDEO", "staff"))
                .contains("没有符合筛选条件的意见");
    }

    @Test
    void the_list_turns_pages_of_fifty() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLATING);
        for (int i = 1; i <= 51; i++) {
            rows.suggestion(number, null, null, "第" + i + "个说法");
        }

        assertThat(page("/consultations/" + number + "/suggestions", "staff"))
                .contains("第50个说法", "page=2")
                .doesNotContain("第51个说法");
        assertThat(page("/consultations/" + number + "/suggestions?page=2", "staff"))
                .contains("第51个说法", "page=1")
                .doesNotContain("第50个说法", "page=3");
        assertThat(page("/consultations/" + number + "/suggestions?page=2147483647", "staff"))
                .contains("已征集51条");
        for (String odd : List.of("999", "999999999999", "abc", "-1", "")) {
            assertThat(page("/consultations/" + number + "/suggestions?page=" + odd, "staff"))
                    .as(odd)
                    .contains(odd.equals("999") ? "第51个说法" : "第50个说法");
        }
    }

    @Test
    void one_suggestion_is_shown_with_its_author_and_the_clause_that_was_read() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        Receipt receipt = suggestions.submit(Handing.to(number)
                .by("赵大爷", "13900000000")
                .saying(rows.articles(number).get(1), "字大一点", "以大字提示", "看不清")
                .command());
        SuggestionId id = suggestions.of(number).get(0).id();

        assertThat(page("/consultations/" + number + "/suggestions/" + id.value(), "staff"))
                .contains("赵大爷", "13900000000", "字大一点", "以大字提示", "看不清", Rows.ARTICLES.get(1), receipt.number())
                .doesNotContain("??");
        ConsultationNumber other = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        as("staff", "/consultations/" + other + "/suggestions/" + id.value()).andExpect(status().isNotFound());
    }

    @Test
    void nobody_else_sees_opinions() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        for (String role : List.of("expert", "manager", "camunda-admin")) {
            as(role, "/consultations/" + number + "/suggestions").andExpect(status().isForbidden());
            as(role, "/consultations/" + number + "/suggestions/1").andExpect(status().isForbidden());
            as(role, "/api/v1/consultations/" + number + "/suggestions").andExpect(status().isForbidden());
            as(role, "/staff/collecting.json").andExpect(status().isForbidden());
        }
        browser.perform(get("/api/v1/consultations/" + number + "/suggestions")).andExpect(status().isUnauthorized());
        browser.perform(get("/staff/collecting.json")).andExpect(status().is3xxRedirection());
    }

    @Test
    void machines_get_the_words_without_the_person() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        suggestions.submit(
                Handing.to(number).by("赵大爷", "13900000000").saying(null, "给机器看").command());

        ResultActions answer = as("staff", "/api/v1/consultations/" + number + "/suggestions")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.suggestions[0].original").value("给机器看"))
                .andExpect(jsonPath("$.suggestions[0].clause").value("整体"))
                .andExpect(jsonPath("$.suggestions[0].number").isEmpty())
                .andExpect(jsonPath("$.suggestions[0].acceptedAt").value("2026-11-23T01:00:00Z"));
        assertThat(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("赵大爷", "13900000000", "R-2026");
        as("staff", "/api/v1/consultations/2026-国-99999/suggestions").andExpect(status().isNotFound());
    }

    @Test
    void the_entry_form_offers_what_is_collecting_now() throws Exception {
        ConsultationNumber open = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        ConsultationNumber closed = rows.consultation(Level.NATIONAL, Status.COLLATING);
        rows.station("白云小院");
        String mine = "$[?(@.number == '" + open + "')]";

        as("staff", "/staff/collecting.json")
                .andExpect(status().isOk())
                .andExpect(jsonPath(mine + ".clauses[*].label").value(contains("第一条", "第二条", "第三条")))
                .andExpect(jsonPath(mine + ".clauses[0].text").value(Rows.ARTICLES.get(0)))
                .andExpect(jsonPath(mine + ".stations[*].name").isNotEmpty())
                .andExpect(jsonPath("$[?(@.number == '" + closed + "')]").isEmpty());
    }

    private String page(String path, String role) throws Exception {
        return as(role, path)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private ResultActions as(String role, String path) throws Exception {
        return browser.perform(get(path).with(user(role).authorities(new SimpleGrantedAuthority(role))));
    }
}
