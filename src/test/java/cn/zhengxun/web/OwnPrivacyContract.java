package cn.zhengxun.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import cn.zhengxun.testing.ValidHtml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An informant's rights over the personal link, and what the office does about them, as browsers without JavaScript use the pages. */
abstract class OwnPrivacyContract {
    private static final Pattern NUMBER = Pattern.compile("Q-\\d{8}-[2-9A-HJ-NP-Z]{4}");

    @Autowired
    MockMvc browser;

    @Autowired
    Invitations invitations;

    @Autowired
    Directory directory;

    @Autowired
    List<MailWriter> writers;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private ConsultationNumber consultation;
    private InformantId informant;
    private InvitationId invitation;
    private String page;

    @BeforeEach
    void somebody_invited() {
        consultation = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        informant = rows.informant("赵" + unique, unique + "@example.org");
        invitation = rows.invitation(consultation, informant);
        page = "/i/" + invitations.mint(invitation) + "/privacy";
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse as(String who, String role, MockHttpServletRequestBuilder request)
            throws Exception {
        return send(request.with(user(who).authorities(new SimpleGrantedAuthority(role)))
                .with(csrf()));
    }

    private MockHttpServletResponse asStaff(MockHttpServletRequestBuilder request) throws Exception {
        return as("staff", "staff", request);
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private Informant kept() {
        return directory.informant(informant).orElseThrow();
    }

    /** @return the number in the address that the page went on to */
    private static String numberIn(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(303);
        Matcher number = NUMBER.matcher(answer.getRedirectedUrl());
        assertThat(number.find()).as(answer.getRedirectedUrl()).isTrue();
        return number.group();
    }

    private String state(String number) {
        return db.sql("SELECT state FROM privacy_request WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    @Test
    void a_person_reads_and_takes_away_what_is_kept_without_a_cookie_or_a_copy_in_between() throws Exception {
        MockHttpServletResponse answer = send(get(page));

        assertThat(answer.getStatus()).isEqualTo(200);
        ValidHtml.assertValid(body(answer));
        ValidHtml.assertValid(body(send(get(page + "/erase"))));
        assertThat(body(answer))
                .contains("赵" + unique + "，您好", unique + "@example.org", "我同意了什么", "退出信息员", "删除我的个人信息")
                .doesNotContain("??", "_csrf");
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");

        MockHttpServletResponse text = send(post(page + "/copy").param("format", "txt"));
        assertThat(text.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(text.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(body(text)).contains("截至2026年11月23日 09:00");
        MockHttpServletResponse json = send(post(page + "/copy").param("format", "json"));
        assertThat(json.getContentType()).startsWith("application/json");
        assertThat(body(json)).contains("\"chapters\"");
        assertThat(db.sql("SELECT COUNT(*) FROM privacy_request WHERE informant_id = ? AND kind = 'COPY'")
                        .param(informant.value())
                        .query(Integer.class)
                        .single())
                .as("twice on a day is one line of the ledger")
                .isEqualTo(1);
    }

    @Test
    void corrections_of_ones_own_take_effect_at_once_and_a_fault_loses_nothing() throws Exception {
        MockHttpServletResponse refused = send(post(page + "/details")
                .param("phone", "abc")
                .param("email", "new" + unique + "@example.org")
                .param("occupation", "教师")
                .param("ageBand", "60至74周岁")
                .param("channel", "MAIL"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("电话只能有数字", "value=\"abc\"", "new" + unique, "教师");
        assertThat(kept().email()).isEqualTo(unique + "@example.org");

        MockHttpServletResponse done = send(post(page + "/details")
                .param("phone", "0411-1234567")
                .param("email", "")
                .param("occupation", "教师")
                .param("ageBand", "60至74周岁")
                .param("channel", "PAPER"));
        numberIn(done);
        assertThat(kept())
                .extracting(Informant::name, Informant::phone, Informant::email, Informant::occupation)
                .containsExactly("赵" + unique, "0411-1234567", null, "教师");
        assertThat(body(send(get(done.getRedirectedUrl())))).contains("已经改好，马上生效。");
    }

    @Test
    void another_name_waits_for_the_staff_who_answer_on_the_same_page() throws Exception {
        assertThat(send(post(page + "/requests").param("kind", "CORRECTION").param("wish", " "))
                        .getStatus())
                .isEqualTo(422);
        String number = numberIn(
                send(post(page + "/requests").param("kind", "CORRECTION").param("wish", "姓名应为赵" + unique + "兰")));
        assertThat(numberIn(send(
                        post(page + "/requests").param("kind", "CORRECTION").param("wish", "姓名应为赵" + unique + "兰"))))
                .as("pressed twice")
                .isEqualTo(number);

        assertThat(body(asStaff(get("/requests")))).contains(number, "赵" + unique, "2026年12月14日");
        assertThat(asStaff(post("/requests/" + number + "/fulfilled")).getStatus())
                .isEqualTo(422);
        assertThat(asStaff(get("/requests/" + number + "/copy")).getStatus())
                .as("nothing is shown by a link alone")
                .isEqualTo(405);
        assertThat(shown(number)).isZero();
        assertThat(body(asStaff(post("/requests/" + number + "/copy")))).contains("赵" + unique);
        assertThat(shown(number))
                .as("who read it all stands in the audit trail")
                .isOne();
        assertThat(as("director", "director", post("/requests/" + number + "/copy"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(as("director", "director", get("/requests/" + number)).getStatus())
                .isEqualTo(200);
        assertThat(as(
                                "director",
                                "director",
                                post("/requests/" + number + "/fulfilled").param("reply", "改好了"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(asStaff(post("/requests/" + number + "/fulfilled").param("reply", "姓名已改好。"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(send(get(page)))).contains(number, "姓名已改好。", "已办结");
        assertThat(body(asStaff(get("/requests/" + number + "/answer")))).contains("姓名已改好。", "人民法院");
        assertThat(body(asStaff(post("/requests/" + number + "/refused").param("reason", "理由"))))
                .contains("不能再办理");
    }

    @Test
    void each_consent_is_given_and_withdrawn_with_its_words_and_its_day() throws Exception {
        long suggestion = rows.suggestion(consultation, informant, null, "原话").value();
        db.sql("""
                        UPDATE submission SET consent_publish_name = TRUE, consent_call_back = TRUE
                        WHERE id = (SELECT submission_id FROM suggestion WHERE id = ?)
                        """).param(suggestion).update();

        assertThat(send(post(page + "/consents").param("kind", "PUBLISH_NAME").param("given", "true"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(body(send(get(page)))).contains("可以连同您的姓名一起公开");
        numberIn(send(post(page + "/consents").param("kind", "PUBLISH_NAME").param("given", "false")));
        assertThat(db.sql("""
                        SELECT COUNT(*) FROM submission
                        WHERE informant_id = ? AND NOT consent_publish_name AND consent_call_back
                        """).param(informant.value()).query(Integer.class).single())
                .isEqualTo(1);
        assertThat(db.sql("SELECT COUNT(*) FROM informant_consent WHERE informant_id = ? AND kind = 'PUBLISH_NAME'")
                        .param(informant.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        numberIn(send(post(page + "/consents").param("kind", "PROFILING").param("given", "false")));
        assertThat(kept().profilingRefused()).isTrue();
        assertThat(send(post(page + "/consents").param("kind", "NOTHING").param("given", "false"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whoever_leaves_is_asked_no_more_and_keeps_the_own_record() throws Exception {
        rows.suggestion(consultation, informant, null, "留下的原话" + unique);
        assertThat(body(send(get(page + "/leave")))).contains("退出不等于删除个人信息");
        assertThat(kept().active()).as("to read is not to leave").isTrue();

        String number = numberIn(send(post(page + "/leave")));

        assertThat(kept().active()).isFalse();
        assertThat(state(number)).isEqualTo("DONE");
        assertThat(numberIn(send(post(page + "/leave")))).as("pressed twice").isEqualTo(number);
        assertThat(body(send(get(page.replace("/privacy", "/record"))))).contains("留下的原话" + unique);
        assertThat(body(send(get(page)))).contains("您现在不是在任的信息员").doesNotContain("/privacy/leave");
    }

    private int shown(String number) {
        return db.sql("""
                        SELECT COUNT(*) FROM audit_entry
                        WHERE action = 'ShowCopy' AND actor = 'staff' AND detail LIKE ? AND detail NOT LIKE ?
                        """)
                .params("%" + number + "%", "%" + unique + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void whoever_has_an_address_is_written_to_when_a_request_arrives_and_when_it_is_answered() throws Exception {
        String number = numberIn(
                send(post(page + "/requests").param("kind", "CORRECTION").param("wish", "单位写成了" + unique + "厂")));
        Mail received = letter("request-received", number);
        assertThat(received.subject()).contains(number);
        assertThat(received.text())
                .contains("赵" + unique, "更正、补充", "2026年12月14日", "/privacy")
                .doesNotContain(unique + "厂", "可撤回", "不会再给您写信", "{");
        assertThat(body(asStaff(get("/requests/" + number)))).contains("“个人信息请求收到”邮件：", "等待发送");

        asStaff(post("/requests/" + number + "/refused").param("reason", "查过" + unique + "厂，没有写错"));

        assertThat(letter("request-answered", number).text())
                .contains(number, "不予办理", "/privacy")
                .doesNotContain(unique + "厂", "{");
        assertThat(body(asStaff(get("/requests/" + number)))).contains("“个人信息请求答复”邮件：");
    }

    @Test
    void whoever_asks_for_erasure_is_told_that_no_letter_follows_and_gets_only_so_many() throws Exception {
        String number = numberIn(send(post(page + "/erase")));
        assertThat(letter("request-received", number).text()).contains("不会再给您写信", "2026年11月26日 09:00以前");
        for (int i = 0; i < 9; i++) {
            send(post(page + "/requests/" + number + "/taken-back"));
            number = numberIn(send(post(page + "/erase")));
        }
        assertThat(letters()).isEqualTo(6);

        clock.forward(Duration.ofDays(3));
        asStaff(post("/requests/" + number + "/fulfilled"));

        assertThat(state(number)).isEqualTo("DONE");
        assertThat(letters()).as("nobody is left to write to").isEqualTo(6);
        assertThat(db.sql(
                                "SELECT COUNT(*) FROM outbox WHERE recipient = ? AND template = 'request-received' AND status = 'WAITING'")
                        .param(Long.toString(informant.value()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_without_an_address_is_written_to_and_the_staff_see_it() throws Exception {
        db.sql("UPDATE informant SET email = NULL WHERE id = ?")
                .param(informant.value())
                .update();
        String number = numberIn(
                send(post(page + "/requests").param("kind", "EXPLANATION").param("wish", "为什么")));
        assertThat(letters()).isZero();
        assertThat(body(asStaff(get("/requests/" + number)))).contains("没有。本人没有可用的邮箱");
    }

    /** As it leaves. */
    private Mail letter(String template, String number) {
        QueuedMail queued = db.sql("SELECT id, campaign, recipient FROM outbox WHERE campaign = ?")
                .param(template + ":" + number)
                .query((row, n) -> new QueuedMail(
                        row.getLong("id"),
                        row.getString("campaign"),
                        QueuedMail.NO_CONSULTATION,
                        new Recipient(Recipient.Kind.INFORMANT, row.getString("recipient")),
                        template,
                        1))
                .single();
        assertThat(queued.recipient()).isEqualTo(Recipient.informant(informant));
        return writers.stream()
                .filter(writer -> writer.template().equals(template))
                .findFirst()
                .orElseThrow()
                .write(queued);
    }

    private int letters() {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE recipient = ? AND template LIKE 'request-%'")
                .param(Long.toString(informant.value()))
                .query(Integer.class)
                .single();
    }

    @Test
    void an_erasure_can_be_taken_back_for_three_days_and_is_then_carried_out_by_the_staff() throws Exception {
        rows.suggestion(consultation, informant, null, "不再有名字的原话" + unique);
        String first = numberIn(send(post(page + "/erase")));
        assertThat(body(asStaff(get("/requests/" + first)))).contains("以前还可以撤回").doesNotContain("执行删除</button>");
        assertThat(asStaff(post("/requests/" + first + "/fulfilled")).getStatus())
                .isEqualTo(422);
        assertThat(send(post(page + "/requests/" + first + "/taken-back")).getStatus())
                .isEqualTo(303);
        assertThat(state(first)).isEqualTo("TAKEN_BACK");

        String number = numberIn(send(post(page + "/erase")));
        clock.forward(Duration.ofDays(3));
        assertThat(send(post(page + "/requests/" + number + "/taken-back")).getStatus())
                .isEqualTo(422);
        assertThat(asStaff(post("/requests/" + number + "/fulfilled")).getStatus())
                .isEqualTo(302);

        assertThat(state(number)).isEqualTo("DONE");
        assertThat(db.sql("SELECT COUNT(*) FROM privacy_request WHERE informant_id = ?")
                        .param(informant.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(body(asStaff(get("/requests/" + number))))
                .contains("已从全部记录中删除")
                .doesNotContain(unique);
    }

    @Test
    void who_withdraws_the_consent_to_processing_is_left_alone_at_once_and_may_think_again() throws Exception {
        db.sql("INSERT INTO unsent_draft (invitation_id, form, begun_at, saved_at) VALUES (?, '{}', ?, ?)")
                .params(invitation.value(), Timestamps.of(clock.instant()), Timestamps.of(clock.instant()))
                .update();
        assertThat(send(post(page + "/consents").param("kind", "PROCESSING").param("given", "false"))
                        .getRedirectedUrl())
                .as("asked once more")
                .isEqualTo(page + "/withdraw");
        assertThat(kept().active()).isTrue();

        String number = numberIn(send(post(page + "/withdraw")));
        assertThat(kept().active()).isFalse();
        assertThat(db.sql("SELECT COUNT(*) FROM unsent_draft WHERE invitation_id = ?")
                        .param(invitation.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(send(post(page + "/requests/" + number + "/taken-back")).getStatus())
                .isEqualTo(303);
        assertThat(kept().active()).isTrue();
        assertThat(body(send(get(page)))).contains("本人已撤回");
    }

    @Test
    void nobody_reaches_another_persons_page_or_requests() throws Exception {
        String number = numberIn(send(post(page + "/erase")));
        InformantId other = rows.informant("钱" + unique, null);
        String others = "/i/" + invitations.mint(rows.invitation(consultation, other)) + "/privacy";

        assertThat(send(post(others + "/requests/" + number + "/taken-back")).getStatus())
                .isEqualTo(404);
        assertThat(body(send(get(others).param("done", "erasing").param("number", number))))
                .doesNotContain(number);
        assertThat(state(number)).isEqualTo("OPEN");
        for (String forged : new String[] {"/i/forged/privacy", "/i/forged/privacy/erase", page + "/nothing"}) {
            assertThat(body(send(get(forged)))).contains("打不开这个链接");
            assertThat(send(get(forged)).getStatus()).isEqualTo(404);
        }
        for (String step : new String[] {"/erase", "/leave", "/withdraw", "/copy", "/details", "/nothing"}) {
            assertThat(send(post("/i/forged/privacy" + step)).getStatus()).isEqualTo(404);
        }
    }

    @Test
    void what_was_asked_at_the_counter_is_entered_by_one_and_an_erasure_carried_out_by_another() throws Exception {
        assertThat(body(asStaff(get("/requests/new").param("q", "赵" + unique))))
                .contains("/requests/new?informant=" + informant.value());
        MockHttpServletResponse refused = asStaff(post("/requests/new")
                .param("informant", Long.toString(informant.value()))
                .param("kind", "ERASURE")
                .param("way", "COUNTER")
                .param("receivedOn", "2026-11-20")
                .param("asker", "赵女士，当面答复"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("怎样核对的身份", "赵女士，当面答复");

        MockHttpServletResponse entered = asStaff(post("/requests/new")
                .param("informant", Long.toString(informant.value()))
                .param("kind", "ERASURE")
                .param("way", "COUNTER")
                .param("receivedOn", "2026-11-20")
                .param("asker", "赵女士，当面答复")
                .param("identityCheck", "当面看了身份证"));
        Matcher matcher = NUMBER.matcher(entered.getRedirectedUrl());
        assertThat(matcher.find()).isTrue();
        String number = matcher.group();
        assertThat(body(asStaff(get("/requests/" + number)))).contains("要由另一位工作人员核对以后执行", "2026年12月11日");
        assertThat(asStaff(post("/requests/" + number + "/fulfilled")).getStatus())
                .isEqualTo(422);
        assertThat(body(as("staff2", "staff", post("/requests/" + number + "/copy"))))
                .contains("赵" + unique);
        assertThat(as("staff2", "staff", post("/requests/" + number + "/fulfilled"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(as(
                                "staff2",
                                "staff",
                                post("/requests/" + number + "/told")
                                        .param("toldOn", "2026-11-23")
                                        .param("toldHow", "当面"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(asStaff(get("/requests?show=all&kind=ERASURE")))).contains(number, "不在案");
    }
}
