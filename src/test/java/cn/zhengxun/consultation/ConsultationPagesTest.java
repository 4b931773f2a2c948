package cn.zhengxun.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlTemplate;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of one consultation as each role meets them. */
@OnH2
class ConsultationPagesTest {
    @Autowired
    MockMvc pages;

    @Autowired
    Rows rows;

    @Autowired
    Consultations consultations;

    @Autowired
    Plans plans;

    @Test
    void the_list_shows_every_consultation_and_filters_by_status() throws Exception {
        ConsultationNumber collecting = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        ConsultationNumber archived = rows.consultation(Level.NATIONAL, Status.ARCHIVED);
        rows.suggestion(collecting, null, null, "建议一");

        pages.perform(get("/consultations").with(as("manager")))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(allOf(containsString(collecting.value()), containsString(archived.value()))));
        pages.perform(get("/consultations").param("status", "ARCHIVED").with(as("director")))
                .andExpect(content()
                        .string(allOf(not(containsString(collecting.value())), containsString(archived.value()))));
        pages.perform(get("/consultations")
                        .param("status", "DECLINED")
                        .param("level", "DISTRICT")
                        .with(as("staff")))
                .andExpect(content().string(containsString("没有符合条件的征询")));
    }

    @Test
    void the_overview_shows_the_ten_steps_with_words() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        rows.suggestion(number, null, null, "建议一");

        pages.perform(get("/consultations/{n}", number.value()).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("接收登记"),
                                containsString("评价归档"),
                                containsString("办理中"),
                                containsString("未开始"),
                                containsString("提前截止"),
                                containsString("aria-current=\"page\""),
                                not(containsString("??")))));
    }

    @Test
    void a_manager_reads_the_overview_but_gets_neither_content_tabs_nor_changes() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);

        pages.perform(get("/consultations/{n}", number.value()).with(as("manager")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                not(containsString("/suggestions\"")),
                                not(containsString("/change/")),
                                not(containsString("/plan\"")))));
    }

    @Test
    void an_unknown_number_is_404_and_strangers_to_a_page_are_refused() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        pages.perform(get("/consultations/{n}", "1999-国-001").with(as("staff"))).andExpect(status().isNotFound());
        pages.perform(get("/consultations/{n}", "nonsense").with(as("staff"))).andExpect(status().isNotFound());
        for (String page : List.of(
                "draft", "plan", "explanation", "change/end", "change/suspend", "next-reading", "intake-sheet")) {
            pages.perform(get("/consultations/{n}/" + page, number.value()).with(as("manager")))
                    .andExpect(status().isForbidden());
        }
        pages.perform(get("/consultations/{n}/change/end", number.value()).with(as("director")))
                .andExpect(status().isForbidden());
        pages.perform(post("/consultations/{n}/plan", number.value())
                        .with(as("director"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        pages.perform(post("/consultations/{n}/explanation", number.value())
                        .with(as("director"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_draft_page_shows_the_clauses_and_takes_a_better_file() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.INTAKE);
        pages.perform(get("/consultations/{n}/draft", number.value()).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("第二条"), containsString("draft.txt"))));

        pages.perform(multipart("/consultations/{n}/draft/file", number.value())
                        .file(new MockMultipartFile("file", "空.txt", "text/plain", new byte[0]))
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("没有办成")));

        byte[] better = "第一条 甲。\n第二条 乙。".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        pages.perform(multipart("/consultations/{n}/draft/file", number.value())
                        .file(new MockMultipartFile("file", "新.txt", "text/plain", better))
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("done"));
        pages.perform(post("/consultations/{n}/draft/confirm", number.value())
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(redirectedUrlTemplate("/consultations/{n}/draft", number.value()));
        consultations.requireStructureConfirmed(number);
    }

    @Test
    void the_draft_may_be_pasted_instead_and_what_was_pasted_is_kept() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.INTAKE);
        pages.perform(multipart("/consultations/{n}/draft/file", number.value())
                        .param("text", "没有条的一段话。")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("没有条的一段话。</textarea>")));

        pages.perform(multipart("/consultations/{n}/draft/file", number.value())
                        .param("text", "第一条 粘贴的。\n第二条 乙。")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        pages.perform(get("/consultations/{n}/draft", number.value()).with(as("staff")))
                .andExpect(content().string(allOf(containsString("粘贴的。"), containsString(".txt"))));
    }

    @Test
    void a_plan_is_saved_from_its_form() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.PLANNING);
        ClauseId clause = rows.articles(number).get(1);
        ExpertId expert = rows.expert("expert3");

        pages.perform(get("/consultations/{n}/plan", number.value()).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("保存方案"), containsString("分管领导"))));
        pages.perform(post("/consultations/{n}/plan", number.value())
                        .param("purpose", "听取意见")
                        .param("clause", String.valueOf(clause.value()), "", "")
                        .param("question", "提示提醒够不够,怎么做？", "", "")
                        .param("audience", "")
                        .param("channels", "扫码", "座谈会")
                        .param("meetings", "")
                        .param("experts", String.valueOf(expert.value()))
                        .param("quorum", "1")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(redirectedUrlTemplate("/consultations/{n}/plan", number.value()));

        Plan plan = plans.find(number).orElseThrow();
        assertThat(plan.focus()).containsExactly(new Plan.Focus(clause, "提示提醒够不够,怎么做？"));
        assertThat(plan.channels()).containsExactly("扫码", "座谈会");
        pages.perform(get("/consultations/{n}/plan", number.value()).with(as("leader")))
                .andExpect(content().string(allOf(containsString("提示提醒够不够"), not(containsString("保存方案")))));
    }

    @Test
    void a_refused_plan_keeps_what_was_typed() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.PLANNING);

        pages.perform(post("/consultations/{n}/plan", number.value())
                        .param("purpose", "已经写好的目的")
                        .param("clause", "", "", "")
                        .param("question", "没有选条款的问题", "", "")
                        .param("quorum", "两位")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("已经写好的目的"), containsString("没有选条款的问题"), containsString("请填写数字"))));
        assertThat(plans.find(number)).isEmpty();
    }

    @Test
    void an_expert_sees_only_what_calls_on_that_expert() throws Exception {
        ConsultationNumber own = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        ConsultationNumber others = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        rows.plan(own, rows.expert("expert"));
        rows.plan(others, rows.expert("expert-elsewhere"));

        pages.perform(get("/consultations").with(as("expert")))
                .andExpect(content().string(allOf(containsString(own.value()), not(containsString(others.value())))));
        pages.perform(get("/consultations/{n}", own.value()).with(as("expert"))).andExpect(status().isOk());
        pages.perform(get("/consultations/{n}", others.value()).with(as("expert")))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_expert_writes_the_sheet_and_sees_it_as_people_will() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        rows.plan(number, rows.expert("expert"));

        pages.perform(post("/consultations/{n}/explanation", number.value())
                        .param("text", "<b>甲</b>\n\n乙")
                        .param("preview", "1")
                        .with(as("expert"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;b&gt;甲&lt;/b&gt;</p>"),
                                containsString("还没有保存"),
                                containsString("不是法律条文"))));
        pages.perform(post("/consultations/{n}/explanation", number.value())
                        .param("text", "甲")
                        .with(as("expert"))
                        .with(csrf()))
                .andExpect(redirectedUrlTemplate("/consultations/{n}/explanation", number.value()));
        pages.perform(post("/consultations/{n}/explanation", number.value())
                        .param("text", " ")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写明白纸正文")));
    }

    @Test
    void a_change_of_course_needs_reason_and_confirmation_and_keeps_what_was_typed() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        pages.perform(get("/consultations/{n}/change/end", number.value()).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("办理后不能恢复")));
        pages.perform(post("/consultations/{n}/change/end", number.value())
                        .param("reason", "来文单位撤回")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("我已核对"), containsString("来文单位撤回"))));
        pages.perform(post("/consultations/{n}/change/end", number.value())
                        .param("reason", "")
                        .param("confirmed", "true")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写终止理由")));
    }

    @Test
    void domain_and_process_change_course_together_or_not_at_all() throws Exception {
        ConsultationNumber withoutProcess = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);

        pages.perform(post("/consultations/{n}/change/end", withoutProcess.value())
                        .param("reason", "来文单位撤回")
                        .param("confirmed", "true")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不能再终止")));

        assertThat(consultations.find(withoutProcess).status()).isEqualTo(Status.COLLECTING);
    }

    @Test
    void a_date_that_cannot_be_read_is_explained_and_promulgation_is_recorded() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.TRACKING);
        pages.perform(post("/consultations/{n}/change/promulgated", number.value())
                        .param("date", "十二月一日")
                        .param("confirmed", "true")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("年-月-日"), containsString("十二月一日"))));
        pages.perform(post("/consultations/{n}/change/promulgated", number.value())
                        .param("date", "2026-11-23")
                        .param("confirmed", "true")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(consultations.find(number).promulgatedOn()).isEqualTo(LocalDate.parse("2026-11-23"));
    }

    @Test
    void sheet_and_reply_are_printable() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.INTAKE);
        pages.perform(get("/consultations/{n}/intake-sheet", number.value()).with(as("director")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("收文登记单")));
        pages.perform(get("/consultations/{n}/decline-reply", number.value()).with(as("staff")))
                .andExpect(status().isNotFound());
        consultations.declineIntake(new DeclineIntake(number, "不属于本点征询范围。"));
        pages.perform(get("/consultations/{n}/decline-reply", number.value()).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("不属于本点征询范围。")));
    }

    @Test
    void machines_read_step_due_dates_and_the_three_counts() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.TRACKING);
        SuggestionId sent = rows.suggestion(number, null, null, "建议一");
        rows.suggestion(number, null, null, "建议二");
        rows.frozenReport(number, List.of(sent));

        pages.perform(get("/api/v1/consultations/{n}", number.value()).with(as("manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(number.value()))
                .andExpect(jsonPath("$.status").value("TRACKING"))
                .andExpect(jsonPath("$.step").value(9))
                .andExpect(jsonPath("$.deadline").value("2026-12-23"))
                .andExpect(jsonPath("$.collected").value(2))
                .andExpect(jsonPath("$.submitted").value(1))
                .andExpect(jsonPath("$.adopted").value(0));
        pages.perform(get("/api/v1/consultations").with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$[?(@.number == '" + number + "')].collected").value(2));
        pages.perform(get("/api/v1/consultations/{n}", "1999-国-001").with(as("staff")))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"));
        pages.perform(get("/api/v1/consultations").with(as("expert"))).andExpect(status().isForbidden());
    }

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
