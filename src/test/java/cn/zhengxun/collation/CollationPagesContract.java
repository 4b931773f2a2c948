package cn.zhengxun.collation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.testing.Rows;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

abstract class CollationPagesContract {
    @Autowired
    private Rows rows;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Collation collation;

    @Autowired
    private Reviews reviews;

    @Autowired
    private JdbcClient db;

    private ConsultationNumber number;
    private InformantId author;

    @BeforeEach
    void a_consultation_in_step_six() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLATING);
        author = rows.informant("王秀英老人", "wang@example.org", rows.station("解放路小院"));
    }

    private static RequestPostProcessor as(String name, String... roles) {
        return user(name)
                .authorities(
                        Arrays.stream(roles).map(SimpleGrantedAuthority::new).toList());
    }

    private static RequestPostProcessor staff() {
        return as("staff", "staff");
    }

    private MockHttpServletRequestBuilder page(String path) {
        return get("/consultations/" + number + path);
    }

    private MockHttpServletRequestBuilder send(String path) {
        return post("/consultations/" + number + path).with(csrf());
    }

    private SuggestionId suggestion(String original) {
        return rows.suggestion(number, author, rows.articles(number).get(1), original);
    }

    private String seen(SuggestionId suggestion) {
        return collation.of(number).get(suggestion).screenedAt().toString();
    }

    @Test
    void only_staff_decide_the_director_looks_on_and_a_manager_sees_nothing() throws Exception {
        SuggestionId one = suggestion("桌上应有提示");
        String address = "/collation/suggestions/" + one.value();

        mvc.perform(page("/collation").with(staff()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(address)));
        mvc.perform(page("/collation").with(as("director", "director")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("桌上应有提示")))
                .andExpect(content().string(not(containsString(address))));
        for (String role : List.of("manager", "expert", "camunda-admin")) {
            mvc.perform(page("/collation").with(as(role, role))).andExpect(status().isForbidden());
            mvc.perform(page("/collation/table").with(as(role, role))).andExpect(status().isForbidden());
            mvc.perform(page("/collation/table.xlsx").with(as(role, role))).andExpect(status().isForbidden());
        }
        mvc.perform(send(address).with(as("director", "director"))).andExpect(status().isForbidden());
        mvc.perform(send("/collation/bulk").with(as("manager", "manager"))).andExpect(status().isForbidden());
        assertThat(collation.of(number)).isEmpty();
    }

    @Test
    void a_decision_is_saved_and_the_page_goes_back_to_where_it_was() throws Exception {
        SuggestionId one = suggestion("桌上应有提示");

        mvc.perform(send("/collation/suggestions/" + one.value())
                        .param("kind", "WORDING")
                        .param("decision", "FORWARD")
                        .param("reason", "意见具体")
                        .param("normalised", "餐桌应设提示")
                        .param("show", "all")
                        .param("page", "2")
                        .with(staff()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern("/consultations/*/collation?show=all&page=2"))
                .andExpect(flash().attribute("done", "这条意见已定为“上报”。"));

        assertThat(collation.of(number).get(one).normalised()).isEqualTo("餐桌应设提示");
        mvc.perform(page("/collation").with(staff()))
                .andExpect(content().string(containsString("现在去“我的待办”办结")))
                .andExpect(content().string(containsString("餐桌应设提示")))
                .andExpect(content().string(containsString("撤销")));
    }

    @Test
    void a_fault_stands_at_its_field_and_nothing_typed_is_lost() throws Exception {
        SuggestionId one = suggestion("桌上应有提示");

        mvc.perform(send("/collation/suggestions/" + one.value())
                        .param("kind", "DELETION")
                        .param("decision", "OUT_OF_SCOPE")
                        .param("reason", "信访事项，写了很久的理由")
                        .param("normalised", "改写到一半的表述")
                        .param("routedTo", " ")
                        .with(staff()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(model().attribute("faults", Map.of("routedTo", "请写明转给哪个单位办理，提出人会收到这项告知。")))
                .andExpect(content().string(containsString("信访事项，写了很久的理由")))
                .andExpect(content().string(containsString("改写到一半的表述")))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));
        assertThat(collation.of(number)).isEmpty();
    }

    @Test
    void the_second_person_reads_who_decided_meanwhile_and_keeps_the_own_words() throws Exception {
        SuggestionId one = suggestion("桌上应有提示");
        mvc.perform(send("/collation/suggestions/" + one.value())
                        .param("kind", "WORDING")
                        .param("decision", "HOLD")
                        .param("reason", "内容敏感")
                        .with(staff()))
                .andExpect(status().is3xxRedirection());

        mvc.perform(send("/collation/suggestions/" + one.value())
                        .param("seen", "")
                        .param("kind", "WORDING")
                        .param("decision", "FORWARD")
                        .param("reason", "第二个人写的理由")
                        .with(as("staff2", "staff")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("由staff于")))
                .andExpect(content().string(containsString("定为“暂存复核”")))
                .andExpect(content().string(containsString("第二个人写的理由")))
                .andExpect(content().string(containsString("value=\"" + seen(one) + "\"")));
        assertThat(collation.of(number).get(one).decision()).isEqualTo(Decision.HOLD);
    }

    @Test
    void ticked_ones_are_decided_and_grouped_together() throws Exception {
        SuggestionId one = suggestion("甲意见");
        SuggestionId two = suggestion("乙意见");

        mvc.perform(send("/collation/bulk")
                        .param("selected", one.value() + "@", two.value() + "@")
                        .param("decision", "GROUP")
                        .param("reason", "")
                        .param("groupTitle", "提示标识")
                        .with(staff()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("提示标识")))
                .andExpect(content().string(containsString("checked")));
        mvc.perform(send("/collation/bulk")
                        .param("selected", one.value() + "@", two.value() + "@")
                        .param("decision", "GROUP")
                        .param("reason", "内容相近")
                        .param("groupTitle", "提示标识")
                        .with(staff()))
                .andExpect(flash().attribute("done", "2条意见已定为“归并”。"));

        assertThat(collation.of(number).get(two).groups()).containsExactly("提示标识");
        mvc.perform(page("/collation?show=GROUP&clause="
                                + rows.articles(number).get(1).value())
                        .with(staff()))
                .andExpect(content().string(containsString("甲意见")))
                .andExpect(content().string(containsString("乙意见")));
        mvc.perform(send("/collation/suggestions/" + two.value() + "/undo")
                        .param("seen", seen(two))
                        .with(staff()))
                .andExpect(flash().attributeExists("done"));
        assertThat(collation.of(number)).containsOnlyKeys(one);
    }

    @Test
    void alike_ones_are_shown_with_their_score_and_offered_together() throws Exception {
        SuggestionId one = suggestion("建议餐饮服务经营者在显著位置张贴反对浪费的提示标识");
        suggestion("建议餐饮服务的经营者在显著位置张贴反对浪费提示标识。");
        suggestion("学校食堂应当公布每周的剩饭数量");
        collation.findAlike(number);

        mvc.perform(page("/collation").with(staff()))
                .andExpect(content().string(containsString("相似度")))
                .andExpect(content().string(containsString("<u>经营者在显著位置张贴反对浪费</u>")));
        mvc.perform(page("/collation?like=" + one.value()).with(staff()))
                .andExpect(content().string(containsString("提示标识。")))
                .andExpect(content().string(not(containsString("剩饭数量"))));
    }

    @Test
    void an_unreadable_address_is_refused_and_an_empty_consultation_says_what_to_do() throws Exception {
        mvc.perform(page("/collation").with(staff()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有收到计入的意见")));
        mvc.perform(get("/consultations/2026-市-999999/collation").with(staff())).andExpect(status().isNotFound());
        mvc.perform(send("/collation/suggestions/999999999")
                        .param("kind", "OTHER")
                        .param("decision", "FORWARD")
                        .param("reason", "理由")
                        .with(staff()))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_table_holds_every_suggestion_once_on_paper_and_as_a_sheet() throws Exception {
        SuggestionId one = suggestion("=1+1 是公式吗");
        SuggestionId two = suggestion("乙意见");
        rows.screening(number, one, "FORWARD");
        rows.screening(number, two, "HOLD");

        mvc.perform(page("/collation/table").with(as("leader", "leader")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("一般报送")))
                .andExpect(content().string(containsString("暂存复核1条")))
                .andExpect(content().string(containsString("测试条例（草案）")))
                .andExpect(content().string(not(containsString("王秀英老人"))));
        byte[] sheet = mvc.perform(page("/collation/table.xlsx").with(staff()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            List<Row> lines = book.getFirstSheet().read();
            assertThat(lines).hasSize(3);
            assertThat(lines.get(1).getCellText(3)).isEqualTo("'=1+1 是公式吗");
            assertThat(lines.get(2).getCellText(3)).isEqualTo("乙意见");
        }
    }

    @Test
    void whoever_takes_away_the_table_of_an_internal_draft_is_named_in_it() throws Exception {
        suggestion("桌上应有提示");
        db.sql("UPDATE consultation SET visibility = 'INTERNAL' WHERE number = ?")
                .param(number.value())
                .update();

        mvc.perform(page("/collation/table").with(staff()))
                .andExpect(content().string(containsString("class=\"watermark\"")));
        byte[] sheet = mvc.perform(page("/collation/table.xlsx").with(staff()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            List<Row> lines = book.getFirstSheet().read();
            assertThat(lines.get(lines.size() - 1).getCellText(0)).matches("内部草案，由.+导出，不得外传。");
        }
    }

    @Test
    void a_seated_expert_sees_words_and_no_person_and_saves_in_parts() throws Exception {
        String expert = seatedExpert();
        SuggestionId one = collation.forwarded(number).get(0);
        SuggestionId two = collation.forwarded(number).get(1);

        mvc.perform(page("/review").with(as(expert, "expert")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("甲意见")))
                .andExpect(content().string(containsString("您已完成0条，共2条")))
                .andExpect(content().string(not(containsString("王秀英老人"))))
                .andExpect(content().string(not(containsString("wang@example.org"))))
                .andExpect(content().string(not(containsString("解放路小院"))));
        mvc.perform(send("/review")
                        .param("grade_" + one.value(), "KEY")
                        .param("legality_" + one.value(), "与上位法一致")
                        .with(as(expert, "expert")))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("done", "1条论证意见已保存。"));
        assertThat(reviews.notes(number)).containsOnlyKeys(one);

        mvc.perform(send("/review")
                        .param("grade_" + one.value(), "GENERAL")
                        .param("legality_" + two.value(), "写了意见没有选等次")
                        .with(as(expert, "expert")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("没有选择等次")))
                .andExpect(content().string(containsString("写了意见没有选等次")));
        mvc.perform(send("/review")
                        .param("grade_" + one.value(), "GENERAL")
                        .param("upperLaw_" + one.value(), "长".repeat(1001))
                        .with(as(expert, "expert")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(model().attribute("faults", Map.of("upperLaw_" + one.value(), "与上位法关系的说明不能超过1000个字。")));
        mvc.perform(send("/review").with(as(expert, "expert"))).andExpect(status().isUnprocessableEntity());
        assertThat(reviews.notes(number).get(one)).extracting(ReviewNote::grade).containsExactly(Grade.KEY);

        mvc.perform(send("/review").param("grade_" + two.value(), "RECUSED").with(as(expert, "expert")))
                .andExpect(status().is3xxRedirection());
        mvc.perform(page("/review").with(as(expert, "expert")))
                .andExpect(content().string(containsString("您已全部完成")));
    }

    @Test
    void the_office_reads_all_notes_and_an_expert_without_a_seat_none() throws Exception {
        String expert = seatedExpert();
        SuggestionId one = collation.forwarded(number).get(0);
        mvc.perform(send("/review")
                        .param("grade_" + one.value(), "KEY")
                        .param("necessity_" + one.value(), "确有必要写明")
                        .with(as(expert, "expert")))
                .andExpect(status().is3xxRedirection());
        String stranger = "e" + UUID.randomUUID();
        rows.expert(stranger);

        for (String role : List.of("staff", "director", "leader")) {
            mvc.perform(page("/review").with(as(role, role)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("确有必要写明")))
                    .andExpect(content().string(containsString("专家" + expert)));
        }
        mvc.perform(page("/review").with(as(stranger, "expert"))).andExpect(status().isForbidden());
        mvc.perform(send("/review").param("grade_" + one.value(), "KEY").with(as(stranger, "expert")))
                .andExpect(status().isForbidden());
        mvc.perform(page("/review").with(as("manager", "manager"))).andExpect(status().isForbidden());
        mvc.perform(send("/review").with(staff())).andExpect(status().isForbidden());
    }

    private String seatedExpert() {
        rows.screening(number, suggestion("甲意见"), "FORWARD");
        rows.screening(number, suggestion("乙意见"), "GROUP");
        db.sql("UPDATE consultation SET status = 'REVIEWING' WHERE number = ?")
                .param(number.value())
                .update();
        String expert = "e" + UUID.randomUUID();
        rows.plan(number, rows.expert(expert));
        reviews.assign(number);
        return expert;
    }
}
