package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OnH2
class InvitationPagesTest {
    @Autowired
    MockMvc web;

    @Autowired
    Invitations invitations;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private ConsultationNumber number;
    private InvitationId byMail;
    private InvitationId onPaper;

    @BeforeEach
    void two_are_invited() {
        number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        byMail = rows.invitation(number, rows.informant("有邮箱的人", "page@example.com"));
        onPaper = rows.invitation(number, rows.informant("没邮箱的人", null));
    }

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }

    private String path(String rest) {
        return "/consultations/" + number + "/invitations" + rest;
    }

    private MockHttpServletRequestBuilder staffPosts(String rest) {
        return post(path(rest)).with(as("staff")).with(csrf());
    }

    @Test
    void each_persons_state_stands_as_a_word_and_counts_lead_to_the_people() throws Exception {
        invitations.haveNoOpinion(new HaveNoOpinion(byMail));
        web.perform(get(path("")).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("status ok\">无意见：1 人")))
                .andExpect(content().string(containsString("status idle\">书面送达：1 人")))
                .andExpect(content().string(containsString("换人")))
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(not(containsString("page@example.com"))));
        web.perform(get(path("")).param("state", "NO_OPINION").with(as("director")))
                .andExpect(content().string(containsString("有邮箱的人")))
                .andExpect(content().string(not(containsString("没邮箱的人"))))
                .andExpect(content().string(not(containsString("撤销链接"))));
        web.perform(get(path("")).param("q", "查无此人").with(as("staff")))
                .andExpect(content().string(containsString("没有符合条件的人")));
    }

    @Test
    void before_the_push_the_page_says_what_comes_first() throws Exception {
        String empty = "/consultations/" + rows.consultation(Level.NATIONAL, Status.PUSHING) + "/invitations";
        web.perform(get(empty).with(as("staff"))).andExpect(content().string(containsString("还没有发出邀请")));
    }

    @Test
    void a_link_is_revoked_and_the_invitation_sent_again() throws Exception {
        String token = invitations.mint(byMail);
        web.perform(staffPosts("/" + byMail.value() + "/revoke")).andExpect(status().is3xxRedirection());
        assertThat(invitations.byToken(token)).isEmpty();
        web.perform(get(path("")).with(as("staff"))).andExpect(content().string(containsString("status warn\">已撤销")));
        web.perform(staffPosts("/" + byMail.value() + "/resend")).andExpect(status().is3xxRedirection());
        web.perform(staffPosts("/" + onPaper.value() + "/resend"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("打印邀请当面送达")));
        String foreign = "/consultations/" + rows.consultation(Level.NATIONAL, Status.PUSHING) + "/invitations/"
                + byMail.value() + "/revoke";
        web.perform(post(foreign).with(as("staff")).with(csrf())).andExpect(status().isNotFound());
        web.perform(staffPosts("/resend-corrected")).andExpect(status().is3xxRedirection());
    }

    @Test
    void letters_carry_fresh_links_and_are_not_cached() throws Exception {
        String all = web.perform(staffPosts("/letters"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(all).contains("没邮箱的人，您好").doesNotContain("有邮箱的人，您好");
        Matcher link = Pattern.compile("/i/([A-Za-z0-9_-]{43})").matcher(all);
        assertThat(link.find()).isTrue();
        assertThat(invitations.byToken(link.group(1)).orElseThrow().id()).isEqualTo(onPaper);
        web.perform(staffPosts("/" + byMail.value() + "/letter"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("有邮箱的人，您好")));
    }

    @Test
    void replacing_wants_a_person_and_a_reason_and_loses_neither() throws Exception {
        String replacement = "/" + byMail.value() + "/replacement";
        InformantId other = rows.informant("替补独一人", null);
        web.perform(get(path(replacement)).param("q", "替补独一").with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("替补独一人")))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(staffPosts(replacement).param("reason", "出差去了").param("q", "替补独一"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请选择替换的人")))
                .andExpect(content().string(containsString("value=\"出差去了\"")));
        web.perform(staffPosts(replacement)
                        .param("informant", Long.toString(other.value()))
                        .param("reason", "出差去了"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("名单还没有确认")));
    }

    @Test
    void the_list_is_a_workbook_without_addresses() throws Exception {
        byte[] book = web.perform(get(path("/list.xlsx")).with(as("director")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var workbook = new org.dhatim.fastexcel.reader.ReadableWorkbook(new java.io.ByteArrayInputStream(book))) {
            String text = workbook.getFirstSheet().read().toString();
            assertThat(text).doesNotContain("example.com");
            assertThat(workbook.getFirstSheet().read()).hasSize(3);
        }
        web.perform(get(path("/list.xlsx")).param("q", "没邮箱").with(as("staff"))).andExpect(status().isOk());
        assertThat(db.sql(
                                "SELECT detail FROM audit_entry WHERE consultation = ? AND action = 'ExportInvitees' ORDER BY id")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .containsExactly("{\"invitees\":2}", "{\"invitees\":1}");
    }
}
