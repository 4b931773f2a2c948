package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import cn.zhengxun.testing.ValidHtml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What somebody who means harm, or whose page is old, sends to the answer page. */
@OnH2
@ExtendWith(OutputCaptureExtension.class)
class HostileInputTest {
    private static final String SCRIPT = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>[[${123456789*9}]]";
    private static final String MARKS = "正\u202E反\u2067右\u0645\u0631\u062D\u0628\u0627\u2069 𠮷👨‍👩‍👧\u0000";

    @Autowired
    MockMvc browser;

    @Autowired
    Invitations invitations;

    @Autowired
    Suggestions suggestions;

    @Autowired
    UnsentDrafts drafts;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    private ConsultationNumber number;
    private InformantId informant;
    private InvitationId invitation;
    private String link;

    @BeforeEach
    void invited() {
        number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        informant = rows.informant("王秀英", "w@example.org");
        invitation = rows.invitation(number, informant);
        link = "/i/" + invitations.mint(invitation);
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void script_in_every_field_comes_back_as_text_and_nothing_of_it_is_logged(CapturedOutput log) throws Exception {
        MockHttpServletRequestBuilder all = post(link).param("action", "submit");
        for (String field : List.of(
                "key",
                "draft",
                "clause",
                "part",
                "kind",
                "original",
                "proposed",
                "reason",
                "identityCategory",
                "otherCategory",
                "unit",
                "ageBand",
                "other",
                "find",
                "consentProcessing")) {
            all.param(field, SCRIPT);
        }

        MockHttpServletResponse refused = send(all);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused))
                .contains("&lt;script&gt;alert(1)", "请重新选择条款")
                .doesNotContain("<script>alert", "<img", "1111111101");
        assertThat(send(row(post(link).param("action", "save"), "", SCRIPT + MARKS))
                        .getStatus())
                .isEqualTo(303);
        assertThat(body(send(get(link)))).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img");
        for (String address : List.of("?find=%3Cscript%3Ealert(1)", "?about=%3Cscript%3E", "?large=%3Cscript%3E")) {
            assertThat(body(send(get(java.net.URI.create(link + address))))).doesNotContain("<script>alert");
        }
        assertThat(log.getAll()).doesNotContain("alert(1)", "王秀英", link.substring(3));
    }

    @Test
    void marks_of_direction_and_rare_characters_are_kept_and_cannot_turn_the_page_around() throws Exception {
        String kept = MARKS.replace("\0", "");
        String receipt = send(agreed(row(post(link), "", MARKS))).getHeader("Location");

        assertThat(suggestions.ofInformant(informant))
                .extracting(Suggestion::original)
                .containsExactly(kept);
        assertThat(body(send(get(receipt)))).contains("<blockquote class=\"words\"", kept);
    }

    @Test
    void a_clause_that_went_with_a_correction_is_chosen_again_and_no_word_is_lost() throws Exception {
        for (String gone : List.of("999999999", "-1", "99999999999999999999", "1 OR 1=1")) {
            MockHttpServletResponse stale = send(agreed(row(post(link), gone, "改稿以前写的")));
            assertThat(stale.getStatus()).as(gone).isEqualTo(422);
            assertThat(body(stale))
                    .contains("改稿以前写的</textarea>", "href=\"#clause-0\"", "已经不在了，请重新选")
                    .doesNotContain("Exception");
        }
        String foreign = Long.toString(rows.articles(rows.consultation(Level.NATIONAL, Status.COLLECTING))
                .get(0)
                .value());
        assertThat(send(agreed(row(post(link), foreign, "别的草案的条"))).getStatus()).isEqualTo(422);
        String own = Long.toString(rows.articles(number).get(0).value());
        assertThat(send(agreed(row(post(link).param("part", own + "-" + foreign), own, "别的草案的款")))
                        .getStatus())
                .isEqualTo(422);
        assertThat(suggestions.count(number)).isZero();
    }

    @Test
    void a_forged_number_or_invitation_changes_nothing_and_another_persons_key_shows_nothing() throws Exception {
        ConsultationNumber other = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        String key = UUID.randomUUID().toString();
        send(agreed(row(post(link).param("key", key), "", "她的秘密")));
        InvitationId second = rows.invitation(other, rows.informant("赵一", "z@example.org"));
        String theirs = "/i/" + invitations.mint(second);

        MockHttpServletResponse stolen = send(agreed(row(
                post(theirs)
                        .param("key", key)
                        .param("consultation", number.value())
                        .param("invitation", Long.toString(invitation.value())),
                "",
                "冒名")));

        assertThat(body(stolen)).doesNotContain("她的秘密");
        assertThat(suggestions.of(number)).extracting(Suggestion::original).containsExactly("她的秘密");
        assertThat(drafts.find(second)).isEmpty();
    }

    @Test
    void words_are_found_in_the_draft_while_what_is_being_written_stays() throws Exception {
        String page = body(send(row(post(link).param("action", "find").param("find", " 餐饮 "), "", "写了一半")));
        assertThat(page)
                .contains("找到2处，在2条里", "<mark>餐饮</mark>服务经营者", "第二条（1处）", "下一处")
                .contains("写了一半</textarea>");
        assertThat(body(send(get(link).param("find", "3")))).contains("href=\"#article-", ">第三条</a>");
        assertThat(body(send(get(link).param("find", "没有的词")))).contains("草案里没有“没有的词”");
        assertThat(body(send(get(link).param("find", " ")))).doesNotContain("<mark>", "草案里没有");
    }

    @Test
    void who_speaks_is_filled_in_from_the_directory_and_what_is_chosen_instead_is_kept() throws Exception {
        assertThat(body(send(get(link)))).contains("其他（请在下面写明）", "value=\"居民\"");
        String receipt = send(agreed(row(post(link), "", "说一句"))
                        .param("identityCategory", "其他")
                        .param("otherCategory", "外卖骑手")
                        .param("unit", "某站")
                        .param("ageBand", "18至35周岁"))
                .getHeader("Location");
        assertThat(receipt).isNotNull();
        assertThat(suggestions.of(number))
                .extracting(Suggestion::identityCategory)
                .containsExactly("外卖骑手");
    }

    private static MockHttpServletRequestBuilder agreed(MockHttpServletRequestBuilder form) {
        return form.param("consentProcessing", "on").param("action", "submit");
    }

    private static MockHttpServletRequestBuilder row(
            MockHttpServletRequestBuilder form, String clause, String original) {
        return form.param("clause", clause)
                .param("kind", "")
                .param("original", original)
                .param("proposed", "")
                .param("reason", "");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        String page = answer.getContentAsString(StandardCharsets.UTF_8);
        if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
            ValidHtml.assertValid(page);
        }
        return page;
    }
}
