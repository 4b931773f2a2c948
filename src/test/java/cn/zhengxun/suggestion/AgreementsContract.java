package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** On which words a consent was given, who gave it for a child, and that no channel takes a child's words without. */
abstract class AgreementsContract {
    @Autowired
    Suggestions suggestions;

    @Autowired
    Invitations invitations;

    @Autowired
    ConsentWordings wordings;

    @Autowired
    MockMvc browser;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private record Kept(String wording, String guardian) {}

    private Kept kept(String receipt) {
        return db.sql("SELECT consent_wording, guardian FROM submission WHERE receipt = ?")
                .param(receipt)
                .query((row, n) -> new Kept(row.getString("consent_wording"), row.getString("guardian")))
                .single();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static SubmitSuggestions of(ConsultationNumber number, Channel channel, String ageBand) {
        return new SubmitSuggestions(
                number,
                UUID.randomUUID().toString(),
                channel,
                null,
                null,
                null,
                null,
                channel != Channel.QR_CODE,
                true,
                null,
                null,
                null,
                ageBand,
                null,
                true,
                false,
                false,
                List.of(new SubmitSuggestions.Item(null, SuggestionKind.OTHER, "孩子的话", null, null)));
    }

    @Test
    void on_no_channel_are_a_childs_words_taken_without_a_guardian_who_is_then_on_record() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        for (Channel channel : Channel.values()) {
            SubmitSuggestions alone = of(number, channel, "未满14周岁");
            assertThatThrownBy(() -> suggestions.submit(alone))
                    .isInstanceOf(InvalidCommand.class)
                    .hasMessageContaining("监护人");
            assertThat(kept(suggestions
                                    .submit(alone.agreed(Agreement.ofGuardian("母亲")))
                                    .number())
                            .guardian())
                    .isEqualTo("母亲");
        }
        assertThat(suggestions.count(number)).isEqualTo(Channel.values().length);
        assertThat(kept(suggestions
                                .submit(of(number, Channel.QR_CODE, "18至35周岁"))
                                .number())
                        .guardian())
                .isNull();
    }

    @Test
    void a_submission_keeps_which_words_were_agreed_to_and_the_words_are_kept_once() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);

        Kept kept = kept(suggestions.submit(of(number, Channel.QR_CODE, null)).number());

        assertThat(kept.wording()).isEqualTo(wordings.current());
        assertThat(db.sql("SELECT words FROM consent_wording WHERE version = ?")
                        .param(kept.wording())
                        .query(String.class)
                        .single())
                .contains("用途：", "收集什么：", "保存多久：", "权利：", "可以就我的意见联系我", "可以公开我的姓名");
        assertThat(wordings.orCurrent("forged")).isEqualTo(wordings.current());
    }

    @Test
    void a_page_from_before_a_new_version_says_which_words_it_showed() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        String old = UUID.randomUUID().toString().substring(0, 8);
        db.sql("INSERT INTO consent_wording (version, words, first_used) VALUES (?, '以前的说明', CURRENT_TIMESTAMP)")
                .param(old)
                .update();
        wordings.keep();
        String link = "/i/" + invitations.mint(rows.invitation(number, rows.informant("孙", null)));

        assertThat(body(send(get(link)))).contains("name=\"wording\" value=\"" + wordings.current());
        MockHttpServletResponse done = send(post(link)
                .param("action", "submit")
                .param("key", UUID.randomUUID().toString())
                .param("clause", "")
                .param("original", "原话")
                .param("wording", old)
                .param("consentProcessing", "on"));
        Matcher receipt = Pattern.compile("R-\\d{8}-\\w{6}").matcher(done.getRedirectedUrl());
        assertThat(receipt.find()).isTrue();
        assertThat(kept(receipt.group()).wording()).isEqualTo(old);
    }

    @Test
    void a_child_of_the_directory_is_asked_for_the_guardian_on_the_personal_page() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        InformantId child = rows.informant("小雨", null);
        db.sql("UPDATE informant SET age_band = '未满14周岁' WHERE id = ?")
                .param(child.value())
                .update();
        String link = "/i/" + invitations.mint(rows.invitation(number, child));
        MockHttpServletRequestBuilder typed = post(link)
                .param("action", "submit")
                .param("key", UUID.randomUUID().toString())
                .param("clause", "")
                .param("original", "少年的话")
                .param("ageBand", "未满14周岁")
                .param("consentProcessing", "on");

        MockHttpServletResponse refused = send(typed);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("监护人", "少年的话", "id=\"guardian\"");
        MockHttpServletResponse taken = send(typed.param("guardian", "on"));
        assertThat(taken.getStatus()).as(faults(taken)).isEqualTo(303);
        assertThat(suggestions.count(number)).isEqualTo(1);
    }

    private static String faults(MockHttpServletResponse answer) throws Exception {
        Matcher list = Pattern.compile("id=\"faults\".*?</ul>", Pattern.DOTALL).matcher(body(answer));
        return list.find() ? list.group() : "no faults";
    }

    @Test
    void the_notice_stands_before_the_first_field_and_leads_to_the_persons_rights() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        String link = "/i/" + invitations.mint(rows.invitation(number, rows.informant("李", null)));
        String code = "c" + UUID.randomUUID().toString().substring(0, 12);
        invitations.openChannel(number, null, code);

        String personal = body(send(get(link)));
        String open = body(send(get("/q/" + code)));

        for (String page : List.of(personal, open)) {
            assertThat(page)
                    .contains("归档以后保存1年", "谁负责：", "用途：", "收集什么：", "保存多久：", "权利：", "联系：", "未满14周岁的")
                    .doesNotContain("??");
            assertThat(page.indexOf("联系：")).isLessThan(page.indexOf("<textarea"));
        }
        assertThat(personal).contains("按标签推送", link + "/privacy");
        assertThat(open).contains("/q/privacy").doesNotContain("按标签推送");
    }
}
