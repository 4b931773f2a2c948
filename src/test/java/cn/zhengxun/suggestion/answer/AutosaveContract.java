package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import cn.zhengxun.testing.ValidHtml;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A page that saves while somebody types, on two devices. */
abstract class AutosaveContract {
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

    @Autowired
    JdbcClient db;

    @Autowired
    ObjectMapper json;

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
    void a_page_saves_again_and_again_and_leaves_one_entry_in_the_audit_trail() throws Exception {
        JsonNode first = saved(autosave("", "一", "phone:1"));
        assertThat(first.get("time").asText()).isEqualTo("09:00");
        clock.forward(Duration.ofMinutes(12));
        JsonNode second = saved(autosave(first.get("version").asText(), "一二", "phone:2"));
        assertThat(second.get("time").asText()).isEqualTo("09:12");
        saved(autosave(first.get("version").asText(), "一二三", "phone:3"));

        assertThat(kept()).isEqualTo("一二三");
        assertThat(invitations.find(invitation).orElseThrow().draftedAt()).isNotNull();
        assertThat(db.sql("SELECT COUNT(*) FROM audit_entry WHERE consultation = ? AND action = 'SaveDraft'")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_saving_that_was_overtaken_changes_nothing_and_one_whose_answer_was_lost_is_no_other_device()
            throws Exception {
        saved(autosave("", "一二", "phone:2"));
        assertThat(saved(autosave("", "一", "phone:1")).get("version").asText()).isEqualTo("phone:2");
        assertThat(kept()).isEqualTo("一二");
        saved(autosave("", "一二三", "phone:3"));
        assertThat(kept()).isEqualTo("一二三");
    }

    @Test
    void another_devices_draft_is_not_overwritten_and_both_stand_on_the_page_until_one_is_chosen() throws Exception {
        saved(autosave("", "手机上写的", "phone:1"));

        MockHttpServletResponse late = send(autosave("", "电脑上写的", "desk:1"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(sentence(late)).contains("两份都还在");
        assertThat(kept()).isEqualTo("手机上写的");

        MockHttpServletResponse choice = send(form("", "电脑上写的").param("action", "save"));
        assertThat(choice.getStatus()).isEqualTo(409);
        assertThat(body(choice))
                .contains("手机上写的</blockquote>", "电脑上写的</textarea>", "name=\"other\" value=\"phone:1\"")
                .doesNotContain("??");

        assertThat(send(form("", "电脑上写的").param("other", "phone:1").param("action", "both"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(drafts.find(invitation).orElseThrow().form().rows())
                .extracting(AnswerForm.Row::original)
                .containsExactly("电脑上写的", "手机上写的");

        String both = drafts.find(invitation).orElseThrow().version();
        assertThat(send(form("", "还是电脑").param("other", "stale").param("action", "mine"))
                        .getStatus())
                .as("it was changed once more meanwhile")
                .isEqualTo(409);
        assertThat(send(form("", "还是电脑").param("other", both).param("action", "mine"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(kept()).isEqualTo("还是电脑");
    }

    @Test
    void handing_in_on_one_device_leaves_what_another_wrote_since() throws Exception {
        String basis = saved(autosave("", "一起开的头", "phone:1")).get("version").asText();
        saved(autosave(basis, "电脑上接着写的", "desk:1"));

        assertThat(handIn(basis, "手机上写完的").getStatus()).isEqualTo(303);

        assertThat(kept()).isEqualTo("电脑上接着写的");
        assertThat(suggestions.ofInformant(informant))
                .extracting(Suggestion::original)
                .containsExactly("手机上写完的");
        assertThat(handIn("desk:1", "电脑上又改了一个字").getStatus()).isEqualTo(303);
        assertThat(drafts.find(invitation)).isEmpty();
    }

    @Test
    void a_saving_that_arrives_after_its_own_opinions_does_not_bring_the_draft_back() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(send(row(post(link).param("key", key), "", "交了")
                                .param("consentProcessing", "on")
                                .param("action", "submit"))
                        .getStatus())
                .isEqualTo(303);

        MockHttpServletResponse late =
                send(row(post(link + "/draft").param("key", key), "", "交了").param("turn", "phone:1"));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(drafts.find(invitation)).isEmpty();
    }

    @Test
    void a_saving_that_overtook_the_last_keys_does_not_outlast_what_its_page_handed_in() throws Exception {
        saved(autosave("", "写了一半", "phone:1"));
        saved(autosave("", "写了一大半", "phone:2"));

        assertThat(send(form("phone:1", "写完了")
                                .param("turn", "phone:2")
                                .param("consentProcessing", "on")
                                .param("action", "submit"))
                        .getStatus())
                .isEqualTo(303);

        assertThat(drafts.find(invitation)).isEmpty();
    }

    @Test
    void what_cannot_be_saved_is_said_in_a_sentence_and_strangers_get_the_neutral_page() throws Exception {
        for (String nothing : List.of("", " ", "\u3000\n")) {
            MockHttpServletResponse answer = send(autosave("", nothing, "phone:1"));
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(sentence(answer)).contains("还没有写内容");
        }
        assertThat(sentence(send(autosave("", "长".repeat(400_001), "phone:2")))).contains("写得太长");
        assertThat(saved(autosave("", "\uD83D半个字和\0空字", "not a turn"))
                        .get("version")
                        .asText())
                .hasSize(36);
        assertThat(send(row(post("/i/" + "x".repeat(43) + "/draft"), "", "别人的")).getStatus())
                .isEqualTo(404);
        clock.forward(Duration.ofDays(21));
        assertThat(sentence(send(autosave("", "晚了", "phone:3")))).contains("不在征集期内");
    }

    private JsonNode saved(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = send(request);
        assertThat(answer.getStatus()).as(body(answer)).isEqualTo(200);
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        return json.readTree(body(answer));
    }

    private String kept() {
        return drafts.find(invitation).orElseThrow().form().rows().get(0).original();
    }

    private MockHttpServletRequestBuilder autosave(String basis, String original, String turn) {
        return row(post(link + "/draft").param("key", "key-" + link), basis, original)
                .param("turn", turn);
    }

    private MockHttpServletRequestBuilder form(String basis, String original) {
        return row(post(link).param("key", UUID.randomUUID().toString()), basis, original);
    }

    private MockHttpServletResponse handIn(String basis, String original) throws Exception {
        return send(form(basis, original).param("consentProcessing", "on").param("action", "submit"));
    }

    private static MockHttpServletRequestBuilder row(
            MockHttpServletRequestBuilder form, String basis, String original) {
        return form.param("draft", basis)
                .param("clause", "")
                .param("kind", "")
                .param("original", original)
                .param("proposed", "")
                .param("reason", "");
    }

    private String sentence(MockHttpServletResponse answer) throws Exception {
        return json.readTree(body(answer)).get("sentence").asText();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        String body = answer.getContentAsString(StandardCharsets.UTF_8);
        if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
            ValidHtml.assertValid(body);
        }
        return body;
    }
}
