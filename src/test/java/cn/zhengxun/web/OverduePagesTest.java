package cn.zhengxun.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The list of what is late, over consultations whose processes really run. */
@OnH2
class OverduePagesTest {
    @Autowired
    MockMvc pages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    DueWork work;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToTheStart() {
        clock.reset();
    }

    @Test
    void a_task_is_near_then_late_by_working_days_with_who_has_it() throws Exception {
        ConsultationNumber number = letter();
        assertThat(item(number).overdue()).isFalse();
        assertThat(item(number).days()).as("due tomorrow").isEqualTo(1);

        clock.set(Instant.parse("2026-11-30T09:00:00+08:00"));

        assertThat(item(number).overdue()).isTrue();
        assertThat(item(number).days()).as("25 26 27 30").isEqualTo(4);
        pages.perform(get("/overdue").with(as("manager")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(number.value()),
                                containsString("超期4个工作日"),
                                containsString("确认条款结构"),
                                containsString("还没有人认领"),
                                not(containsString("??")))));
        pages.perform(get("/").with(as("director")))
                .andExpect(content().string(allOf(containsString("href=\"/overdue\""), containsString("超期"))));
    }

    @Test
    void what_is_latest_stands_first() {
        letter();
        clock.forward(Duration.ofDays(1));
        letter();
        List<Instant> dates =
                work.find().running().stream().map(DueWork.Item::dueAt).toList();
        assertThat(dates).isSorted();
    }

    private DueWork.Item item(ConsultationNumber number) {
        return work.find().running().stream()
                .filter(item -> item.consultation().number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private ConsultationNumber letter() {
        String instance = runtime.startProcessInstanceByKey(
                        "consultation",
                        Variables.putValue("title", "反食品浪费法（草案）")
                                .putValue("bill", "反食品浪费法")
                                .putValue("reading", "征求意见稿")
                                .putValue("level", "NATIONAL")
                                .putValue("requestingBody", "全国人大常委会法工委")
                                .putValue("deadline", "2026-12-31")
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
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .singleResult()
                .getId());
        return new ConsultationNumber(runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey());
    }

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
