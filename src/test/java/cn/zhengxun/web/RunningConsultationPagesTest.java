package cn.zhengxun.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlTemplate;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.testing.OnH2;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The overview and the changes of course of a consultation whose process really runs. */
@OnH2
class RunningConsultationPagesTest {
    @Autowired
    MockMvc pages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    Consultations consultations;

    private ConsultationNumber number;

    @BeforeEach
    void receiveALetter() {
        String instance = runtime.startProcessInstanceByKey(
                        "consultation",
                        Variables.putValue("title", "反食品浪费法（草案）")
                                .putValue("bill", "反食品浪费法")
                                .putValue("reading", "征求意见稿")
                                .putValue("level", "NATIONAL")
                                .putValue("requestingBody", "全国人大常委会法工委")
                                .putValue("deadline", "2026-12-23")
                                .putValue("visibility", "PUBLIC")
                                .putValue("sensitive", false)
                                .putValue("template", "NORMAL")
                                .putValue(
                                        "document",
                                        Variables.fileValue("draft.txt")
                                                .file("第一条 甲。\n第二条 乙。".getBytes(StandardCharsets.UTF_8))
                                                .mimeType("text/plain")
                                                .create()))
                .getId();
        number = new ConsultationNumber(runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey());
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .singleResult()
                .getId());
    }

    @Test
    void staff_see_the_picture_the_task_and_the_way_to_it() throws Exception {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();

        pages.perform(get("/consultations/{n}", number.value()).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("确认条款结构"),
                                containsString("/camunda/app/tasklist/default/#/?task=" + task),
                                containsString("data-active=\"callActivity_intake\""),
                                not(containsString("??")))));
        pages.perform(get("/consultations/{n}/model.bpmn20.xml", number.value()).with(as("manager")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/xml"))
                .andExpect(content().string(containsString("callActivity_intake")));
    }

    @Test
    void others_see_who_has_the_task_but_no_button_to_it() throws Exception {
        pages.perform(get("/consultations/{n}", number.value()).with(as("leader")))
                .andExpect(content()
                        .string(allOf(
                                containsString("正在等待其他岗位"), containsString("工作人员"), not(containsString("?task=")))));
    }

    @Test
    void a_moved_deadline_reaches_the_domain_and_the_tasks() throws Exception {
        pages.perform(post("/consultations/{n}/change/deadline", number.value())
                        .param("date", "2026-12-30")
                        .param("letter", "法工函〔2026〕12号")
                        .param("reason", "审议日程调整")
                        .param("confirmed", "true")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(redirectedUrlTemplate("/consultations/{n}", number.value()));

        assertThat(consultations.find(number).deadline()).isEqualTo(LocalDate.parse("2026-12-30"));
        pages.perform(get("/consultations/{n}", number.value()).with(as("staff")))
                .andExpect(content().string(allOf(containsString("法工函〔2026〕12号"), containsString("2026年12月30日"))));
    }

    @Test
    void an_ended_consultation_shows_why_and_has_no_task_left() throws Exception {
        pages.perform(post("/consultations/{n}/change/end", number.value())
                        .param("reason", "来文单位撤回")
                        .param("confirmed", "true")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(redirectedUrlTemplate("/consultations/{n}", number.value()));

        assertThat(consultations.find(number).status()).isEqualTo(Status.ENDED);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .count())
                .isZero();
        pages.perform(get("/consultations/{n}", number.value()).with(as("staff")))
                .andExpect(content().string(allOf(containsString("来文单位撤回"), containsString("到此为止"))));
    }

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
