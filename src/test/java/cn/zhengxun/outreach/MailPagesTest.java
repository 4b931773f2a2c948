package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The progress of mail, and its texts. */
@OnH2
class MailPagesTest {
    private static final String GOOD = "请看{标题}，{截止时间}前。\n\n{链接}";

    @Autowired
    MockMvc web;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }

    /** Texts hold for all tests of this context. */
    @AfterEach
    void use_the_shipped_texts() {
        db.sql("DELETE FROM message_template").update();
    }

    @Test
    void a_campaign_shows_how_far_it_got_and_the_failed_are_sent_again_after_confirmation() throws Exception {
        ConsultationNumber number = rows.consultation(Level.DISTRICT, Status.COLLECTING);
        InformantId failing = rows.informant("退信的人", "gone@example.com");
        rows.invitation(number, failing);
        rows.invitation(number, rows.informant("收到的人", "there@example.com"));
        String path = "/consultations/" + number + "/mail";
        web.perform(get(path).with(as("staff"))).andExpect(content().string(containsString("还没有邮件")));
        campaigns.queueInvitations(number);
        web.perform(get(path).with(as("director")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已处理 0 封，共 2 封")))
                .andExpect(content().string(containsString("data-running=\"true\"")));
        db.sql("UPDATE outbox SET status = 'SENT', sent_at = CURRENT_TIMESTAMP WHERE consultation = ?")
                .param(number.value())
                .update();
        db.sql("UPDATE outbox SET status = 'FAILED', last_error = '收件服务器拒收' WHERE consultation = ? AND recipient = ?")
                .params(number.value(), Long.toString(failing.value()))
                .update();
        web.perform(get(path).with(as("staff")))
                .andExpect(content().string(containsString("已处理 2 封，共 2 封")))
                .andExpect(content().string(containsString("发送失败 1 封：收件服务器拒收")))
                .andExpect(content().string(containsString("退信的人")));
        web.perform(post(path + "/resend").with(as("staff")).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请先勾选“确认重发”。")));
        web.perform(post(path + "/resend")
                        .param("confirmed", "true")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get(path).with(as("staff")))
                .andExpect(content().string(containsString("邀请（第2次）")))
                .andExpect(content().string(not(containsString("退信的人"))));
    }

    @Test
    void a_text_is_refused_with_the_line_and_kept_or_saved_as_a_version_and_restored() throws Exception {
        web.perform(get("/templates").with(as("director"))).andExpect(content().string(containsString("出厂文字")));
        web.perform(post("/templates/invitation")
                        .param("subject", "请您{名字}")
                        .param("body", GOOD)
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("主题的{名字}不是这种邮件的占位符")))
                .andExpect(content().string(containsString("请您{名字}")));
        save("0", "请您说说{标题}").andExpect(redirectedUrl("/templates/invitation"));
        save("0", "另一个人的{标题}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("别人已经保存了新的文字")));
        web.perform(get("/templates/invitation").with(as("staff")))
                .andExpect(content().string(containsString("请您说说《反食品浪费条例（草案）》")))
                .andExpect(content().string(containsString("和出厂文字的不同")));
        web.perform(post("/templates/invitation/shipped").with(as("staff")).with(csrf()))
                .andExpect(redirectedUrl("/templates/invitation"));
        web.perform(get("/templates/invitation").with(as("director")))
                .andExpect(content().string(containsString("现在用的是出厂文字")))
                .andExpect(content().string(containsString("第2版")))
                .andExpect(content().string(not(containsString("保存并使用"))));
        web.perform(get("/templates/invitation").param("version", "1").with(as("staff")))
                .andExpect(content().string(containsString("请您说说{标题}")));
        web.perform(get("/templates/unknown").with(as("staff"))).andExpect(status().isNotFound());
        assertThat(db.sql("SELECT COUNT(*) FROM message_template")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void an_overlong_body_is_refused_and_not_compared_line_by_line() throws Exception {
        web.perform(post("/templates/invitation/preview")
                        .param("subject", "请您说说{标题}")
                        .param("body", GOOD + "\n".repeat(3_000) + "完")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不能超过3000个")))
                .andExpect(content().string(not(containsString("和出厂文字的不同"))));
    }

    private org.springframework.test.web.servlet.ResultActions save(String base, String subject) throws Exception {
        return web.perform(post("/templates/invitation")
                .param("base", base)
                .param("subject", subject)
                .param("body", GOOD)
                .with(as("staff"))
                .with(csrf()));
    }

    @Test
    void a_preview_saves_nothing_and_escapes_what_was_typed() throws Exception {
        web.perform(post("/templates/reminder/preview")
                        .param("subject", "<b>提醒</b>")
                        .param("body", "{标题}<script>\n\n{链接}")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("《反食品浪费条例（草案）》&lt;script&gt;")))
                .andExpect(content().string(not(containsString("<b>提醒"))));
        assertThat(db.sql("SELECT COUNT(*) FROM message_template")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
