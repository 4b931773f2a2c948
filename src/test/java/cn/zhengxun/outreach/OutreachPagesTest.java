package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.outreach.audience.Audiences;
import cn.zhengxun.outreach.audience.ProposeAudience;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OnH2
class OutreachPagesTest {
    @Autowired
    MockMvc web;

    @Autowired
    Audiences audiences;

    @Autowired
    Invitations invitations;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private ConsultationNumber number;
    private String condition;
    private InformantId byMail;
    private InformantId onPaper;

    @BeforeEach
    void two_people_of_one_station_are_proposed() {
        number = rows.consultation(Level.NATIONAL, Status.PUSHING);
        StationId station = rows.station("页面小院");
        condition = "站点:"
                + db.sql("SELECT name FROM station WHERE id = ?")
                        .param(station.value())
                        .query(String.class)
                        .single();
        byMail = rows.informant("有邮箱的人", "page@example.com", station);
        onPaper = rows.informant("没邮箱的人", null, station);
        audiences.propose(new ProposeAudience(number, condition));
    }

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }

    private String path(String rest) {
        return "/consultations/" + number + "/audience" + rest;
    }

    private MockHttpServletRequestBuilder staffPosts(String rest) {
        return post(path(rest)).with(as("staff")).with(csrf());
    }

    private void invite() {
        audiences.freeze(number);
        invitations.issue(number);
        campaigns.queueInvitations(number);
    }

    @Test
    void staff_and_director_see_each_person_with_the_reason() throws Exception {
        web.perform(get(path("")).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("有邮箱的人")))
                .andExpect(content().string(containsString("因站点“")))
                .andExpect(content().string(containsString("书面")))
                .andExpect(content().string(containsString("移出名单")));
        web.perform(get(path("")).with(as("director")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("有邮箱的人")))
                .andExpect(content().string(not(containsString("移出名单"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "expert", "camunda-admin"})
    void others_do_not(String role) throws Exception {
        web.perform(get(path("")).with(as(role))).andExpect(status().isForbidden());
    }

    @Test
    void only_staff_changes_the_list() throws Exception {
        web.perform(post(path("/proposal")).with(as("director")).with(csrf())).andExpect(status().isForbidden());
        web.perform(post(path("/proposal")).with(as("staff"))).andExpect(status().isForbidden());
    }

    @Test
    void a_condition_is_tried_before_it_is_saved() throws Exception {
        web.perform(get(path("")).param("expression", condition + " 且 标签:无人有").with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("符合条件：0 人")))
                .andExpect(content().string(containsString("标签“无人有”没有可以推送的人")));
        assertThat(audiences.find(number).orElseThrow().expression()).isEqualTo(condition);
        web.perform(staffPosts("/proposal").param("expression", "全部"))
                .andExpect(redirectedUrlPattern("/consultations/*/audience"));
        assertThat(audiences.find(number).orElseThrow().expression()).isEqualTo("全部");
    }

    @Test
    void an_unreadable_condition_is_explained_at_its_field_and_kept() throws Exception {
        web.perform(staffPosts("/proposal").param("expression", "标签:餐饮 且"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("在末尾读不懂")))
                .andExpect(content().string(containsString("标签:餐饮 且</textarea>")));
        web.perform(get(path("")).param("expression", "（标签:餐饮").with(as("staff")))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void a_person_leaves_the_list_with_a_reason_only() throws Exception {
        String member = "/members/" + byMail.value();
        web.perform(staffPosts(member).param("included", "false").param("reason", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写调整理由")));
        web.perform(staffPosts(member).param("included", "false").param("reason", "出差"))
                .andExpect(status().is3xxRedirection());
        web.perform(get(path(""))
                        .param("included", "false")
                        .param("reason", "人工移出")
                        .with(as("staff")))
                .andExpect(content().string(containsString("人工移出：出差")));
    }

    @Test
    void after_the_push_the_list_leads_to_the_invitations() throws Exception {
        invite();
        web.perform(get(path("")).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("确认，共 2 人，不能再改")))
                .andExpect(content().string(containsString("看每份邀请的进展")))
                .andExpect(content().string(not(containsString("page@example.com"))));
    }

    @Test
    void an_open_channel_is_opened_once_for_each_station() throws Exception {
        web.perform(staffPosts("/channels")).andExpect(status().is3xxRedirection());
        web.perform(staffPosts("/channels")).andExpect(status().is3xxRedirection());
        assertThat(invitations.channels(number)).hasSize(1);
        web.perform(get(path("")).with(as("staff")))
                .andExpect(content()
                        .string(containsString(
                                "/q/" + invitations.channels(number).get(0).code())));
    }

    @Test
    void without_demo_mode_there_is_no_mailbox() throws Exception {
        web.perform(get("/dev/mailbox").with(as("staff"))).andExpect(status().isNotFound());
    }
}
