package cn.zhengxun.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.privacy.EraseData;
import cn.zhengxun.privacy.Erasure;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import cn.zhengxun.testing.ValidHtml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

/** The rights of somebody outside the directory, by the receipt's number. */
abstract class ReceiptPrivacyContract {
    private static final Pattern NUMBER = Pattern.compile("Q-\\d{8}-[2-9A-HJ-NP-Z]{4}");
    private static final String PAGE = "/q/privacy";

    @Autowired
    MockMvc browser;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    Erasure erasure;

    @Autowired
    List<MailWriter> writers;

    private ConsultationNumber consultation;
    private String receipt;

    @BeforeEach
    void somebody_who_left_name_and_contact() {
        consultation = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        long suggestion = rows.suggestion(consultation, null, null, "居民的原话").value();
        long submission = db.sql("SELECT submission_id FROM suggestion WHERE id = ?")
                .param(suggestion)
                .query(Long.class)
                .single();
        receipt = "R-20261123-" + Long.toString(1_000_000 + submission, 36).toUpperCase();
        db.sql("""
                        UPDATE submission SET receipt = ?, proposer_name = '孙大圣', proposer_contact = '139 0411 7788',
                            consent_call_back = TRUE, consent_publish_name = TRUE
                        WHERE id = ?
                        """).params(receipt, submission).update();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse asStaff(MockHttpServletRequestBuilder request) throws Exception {
        return send(request.with(user("staff").authorities(new SimpleGrantedAuthority("staff")))
                .with(csrf()));
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletRequestBuilder press(String where) {
        return post(PAGE + where).param("receipt", receipt);
    }

    private String contact() {
        return db.sql("SELECT COALESCE(proposer_contact, 'none') FROM submission WHERE receipt = ?")
                .param(receipt)
                .query(String.class)
                .single();
    }

    @Test
    void the_number_alone_shows_only_how_name_and_contact_begin() throws Exception {
        assertThat(body(send(get(PAGE)))).contains("回执编号").doesNotContain("??");
        MockHttpServletResponse answer = send(get(PAGE).param("receipt", receipt));
        assertThat(answer.getStatus()).isEqualTo(200);
        ValidHtml.assertValid(body(answer));
        assertThat(body(answer)).contains("居民的原话", "孙＊＊＊", "139＊＊＊").doesNotContain("孙大圣", "7788", "??", "_csrf");
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");

        MockHttpServletResponse refused = send(press("/copy").param("contact", "13900000000"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("与当时留下的联系方式不一样").doesNotContain("7788");
        MockHttpServletResponse copy = send(press("/copy").param("contact", "13904117788"));
        assertThat(copy.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(body(copy)).contains("孙大圣", "139 0411 7788", "居民的原话");
    }

    @Test
    void who_guessed_too_often_is_told_no_more_even_where_the_guess_is_right() throws Exception {
        clock.forward(Duration.ofDays(60));
        for (int i = 0; i < Guesses.ALLOWED; i++) {
            assertThat(send(from("2001:db8:7:7::" + i, press("/copy")).param("contact", "1390000" + i))
                            .getStatus())
                    .isEqualTo(422);
        }
        String neighbour = "2001:db8:7:7:aaaa::1";
        assertThat(send(from(neighbour, press("/copy")).param("contact", "13904117788"))
                        .getStatus())
                .isEqualTo(429);
        assertThat(send(from(neighbour, get("/q").param("receipt", receipt))).getStatus())
                .isEqualTo(429);
        assertThat(send(from("2001:db8:7:8::1", get("/q").param("receipt", receipt)))
                        .getStatus())
                .isEqualTo(200);
        clock.forward(Guesses.WINDOW);
        assertThat(send(from(neighbour, get("/q").param("receipt", receipt))).getStatus())
                .isEqualTo(200);
    }

    private static MockHttpServletRequestBuilder from(String address, MockHttpServletRequestBuilder request) {
        return request.with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        });
    }

    @Test
    void what_stands_in_an_erased_receipts_place_leads_nowhere_and_staff_still_see_the_words() throws Exception {
        long submission = db.sql("SELECT id FROM submission WHERE receipt = ?")
                .param(receipt)
                .query(Long.class)
                .single();
        erasure.erase(new EraseData(Subject.ofReceipt(receipt)));

        for (String guess : new String[] {receipt, "erased-" + submission}) {
            assertThat(send(get("/q").param("receipt", guess)).getStatus()).isEqualTo(404);
            assertThat(send(get(PAGE).param("receipt", guess)).getStatus()).isEqualTo(404);
            assertThat(send(get("/q/receipt/" + guess)).getStatus()).isEqualTo(404);
        }
        long suggestion = db.sql("SELECT id FROM suggestion WHERE submission_id = ?")
                .param(submission)
                .query(Long.class)
                .single();
        assertThat(body(asStaff(get("/consultations/" + consultation + "/suggestions/" + suggestion))))
                .contains("居民的原话");
    }

    @Test
    void what_staff_wrote_about_a_caller_is_not_shown_to_whoever_holds_the_receipt() throws Exception {
        assertThat(asStaff(post("/requests/new")
                                .param("receipt", receipt)
                                .param("kind", "EXPLANATION")
                                .param("way", "TELEPHONE")
                                .param("receivedOn", "2026-11-23")
                                .param("asker", "孙大圣，回电话13904117788")
                                .param("identityCheck", "核对了尾号7788")
                                .param("wish", "大圣问名字会不会公开"))
                        .getStatus())
                .isEqualTo(302);

        assertThat(body(send(get(PAGE).param("receipt", receipt))))
                .contains("称呼和答复方式")
                .doesNotContain("大圣", "7788");
    }

    @Test
    void only_who_knows_the_contact_changes_it() throws Exception {
        MockHttpServletResponse refused =
                send(press("/contact").param("contact", "x").param("newContact", "thief@example.org"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("value=\"thief@example.org\"");
        assertThat(contact()).isEqualTo("139 0411 7788");
        assertThat(send(press("/contact").param("contact", "139-0411-7788").param("newContact", " "))
                        .getStatus())
                .isEqualTo(303);
        assertThat(contact()).isEqualTo("none");
        assertThat(send(press("/contact").param("newContact", "sun@example.org"))
                        .getStatus())
                .as("nobody's contact is taken over")
                .isEqualTo(303);
        assertThat(contact()).isEqualTo("sun@example.org");
    }

    @Test
    void whoever_left_an_address_hears_that_erasure_was_asked_for_by_the_number_alone() throws Exception {
        long submission = db.sql("SELECT id FROM submission WHERE receipt = ?")
                .param(receipt)
                .query(Long.class)
                .single();
        db.sql("UPDATE submission SET channel = 'QR_CODE', proposer_contact = 'dasheng@sun.example' WHERE id = ?")
                .param(submission)
                .update();

        assertThat(send(press("/erase")).getStatus()).isEqualTo(303);

        QueuedMail queued = db.sql("SELECT id, campaign FROM outbox WHERE recipient_kind = 'AUTHOR' AND recipient = ?")
                .param(Long.toString(submission))
                .query((row, n) -> new QueuedMail(
                        row.getLong("id"),
                        row.getString("campaign"),
                        QueuedMail.NO_CONSULTATION,
                        Recipient.author(submission),
                        "request-received",
                        1))
                .single();
        Mail mail = writers.stream()
                .filter(writer -> writer.template().equals(queued.template()))
                .findFirst()
                .orElseThrow()
                .write(queued);
        assertThat(mail.text())
                .contains("“删除”的请求", "不会再给您写信", "如果这不是您提出的", receipt)
                .doesNotContain("孙大圣", "居民的原话", "{");

        erasure.erase(new EraseData(Subject.ofReceipt(receipt)));
        assertThat(db.sql("SELECT status FROM outbox WHERE id = ?")
                        .param(queued.id())
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
    }

    @Test
    void each_consent_ends_at_once_and_the_staff_see_no_contact_without_call_back() throws Exception {
        long suggestion = db.sql("""
                        SELECT s.id FROM suggestion s JOIN submission m ON m.id = s.submission_id WHERE m.receipt = ?
                        """).param(receipt).query(Long.class).single();
        String detail = "/consultations/" + consultation.value() + "/suggestions/" + suggestion;
        assertThat(body(asStaff(get(detail)))).contains("139 0411 7788");

        for (String kind : new String[] {"CALL_BACK", "PUBLISH_NAME"}) {
            assertThat(send(press("/consents").param("kind", kind).param("given", "false"))
                            .getStatus())
                    .isEqualTo(303);
        }
        assertThat(send(press("/consents").param("kind", "PROCESSING").param("given", "false"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(db.sql("""
                        SELECT COUNT(*) FROM submission
                        WHERE receipt = ? AND NOT consent_call_back AND NOT consent_publish_name
                        """).param(receipt).query(Integer.class).single()).isEqualTo(1);
        assertThat(body(asStaff(get(detail)))).doesNotContain("139 0411 7788");
        assertThat(body(send(get(PAGE).param("receipt", receipt)))).contains("本人撤回了“回访”的同意");
    }

    @Test
    void an_erasure_waits_three_days_and_leaves_the_words() throws Exception {
        assertThat(body(send(get(PAGE + "/erase").param("receipt", receipt)))).contains("3天内可以反悔", receipt);
        MockHttpServletResponse asked = send(press("/erase"));
        Matcher matcher = NUMBER.matcher(asked.getRedirectedUrl());
        assertThat(matcher.find()).isTrue();
        String number = matcher.group();
        assertThat(body(send(get(asked.getRedirectedUrl())))).contains(number, "我反悔了");
        assertThat(asStaff(post("/requests/" + number + "/fulfilled")).getStatus())
                .isEqualTo(422);

        clock.forward(Duration.ofDays(3));
        assertThat(asStaff(post("/requests/" + number + "/fulfilled")).getStatus())
                .isEqualTo(302);

        assertThat(send(get(PAGE).param("receipt", receipt)).getStatus()).isEqualTo(404);
        assertThat(db.sql("SELECT COUNT(*) FROM submission WHERE consultation = ? AND proposer_name IS NULL")
                        .param(consultation.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("""
                        SELECT w.original FROM suggestion_words w JOIN suggestion s ON s.id = w.suggestion_id
                        WHERE s.consultation = ?
                        """).param(consultation.value()).query(String.class).single())
                .isEqualTo("居民的原话");
    }

    @Test
    void forged_numbers_all_look_the_same_and_are_slowed_down() throws Exception {
        rows.suggestion(consultation, rows.informant("周", null), null, "信息员的话");
        String informants = db.sql("SELECT receipt FROM submission WHERE consultation = ? AND informant_id IS NOT NULL")
                .param(consultation.value())
                .query(String.class)
                .single();
        assertThat(send(get(PAGE).param("receipt", informants)).getStatus())
                .as("an informant's stays behind the personal link")
                .isEqualTo(404);
        for (String where : new String[] {"/copy", "/contact", "/consents", "/erase", "/requests/Q-1/taken-back"}) {
            MockHttpServletResponse answer = send(post(PAGE + where).param("receipt", "R-20261123-FORGED"));
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(body(answer)).contains("打不开这个链接");
        }
        clock.forward(Duration.ofDays(30));
        int last = 0;
        for (int i = 0; i <= Guesses.ALLOWED; i++) {
            last = send(get(PAGE).param("receipt", "R-20261123-F" + i).with(request -> {
                        request.setRemoteAddr("203.0.113.77");
                        return request;
                    }))
                    .getStatus();
        }
        assertThat(last).isEqualTo(429);
    }
}
