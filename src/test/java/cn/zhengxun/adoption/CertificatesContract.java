package cn.zhengxun.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import cn.zhengxun.testing.ValidHtml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a certificate says is counted as everywhere, stays as it was issued, and can be verified without the name. */
abstract class CertificatesContract {
    private static final int YEAR = 2026;

    @Autowired
    Certificates certificates;

    @Autowired
    CertificateData data;

    @Autowired
    Invitations invitations;

    @Autowired
    MockMvc browser;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    /** Three suggestions in two consultations: two reported, one of these adopted and published; and one answer of none. */
    private InformantId busy() {
        InformantId who = rows.informant("王秀英", "w@example.org");
        ConsultationNumber first = rows.consultation(Level.NATIONAL, Status.EVALUATING);
        SuggestionId adopted = rows.suggestion(first, who, null, "一");
        SuggestionId unpublished = rows.suggestion(first, who, null, "二");
        rows.frozenReport(first, List.of(adopted, unpublished));
        rows.outcome(first, adopted, "ADOPTED");
        rows.outcome(first, unpublished, "PARTLY");
        db.sql("UPDATE outcome SET published_at = judged_at WHERE suggestion_id = ?")
                .param(adopted.value())
                .update();
        rows.suggestion(rows.consultation(Level.NATIONAL, Status.COLLECTING), who, null, "三");
        var none = rows.invitation(rows.consultation(Level.NATIONAL, Status.COLLECTING), who);
        db.sql("UPDATE invitation SET no_opinion_at = ?, answered_at = ? WHERE id = ?")
                .params(Timestamps.of(clock.instant()), Timestamps.of(clock.instant()), none.value())
                .update();
        return who;
    }

    private Certificate issued(InformantId who) {
        certificates.issue(new IssueCertificate(who, YEAR));
        return certificates.latest(who, YEAR).orElseThrow();
    }

    @Test
    void the_figures_are_those_of_the_statistics_and_tell_nothing_unpublished() {
        InformantId who = busy();

        Certificate certificate = issued(who);

        assertThat(certificate.participation()).isEqualTo(new Participation(3, 3, 2, 1));
        assertThat(certificate.code()).matches("([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}");
        assertThatThrownBy(() -> certificates.issue(new IssueCertificate(who, YEAR - 1)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("2025年没有");
        assertThatThrownBy(() -> certificates.issue(new IssueCertificate(who, YEAR + 1)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void again_it_is_the_same_until_the_figures_change_and_every_code_stays_true() {
        InformantId who = busy();
        Certificate first = issued(who);
        assertThat(issued(who)).isEqualTo(first);

        rows.suggestion(rows.consultation(Level.NATIONAL, Status.COLLECTING), who, null, "四");
        Certificate second = issued(who);

        assertThat(second.code()).isNotEqualTo(first.code());
        assertThat(second.participation()).isEqualTo(new Participation(4, 4, 2, 1));
        Certificates.Verified old = certificates.verify(first.code()).orElseThrow();
        assertThat(old.certificate().participation()).isEqualTo(first.participation());
        assertThat(old.newerOn()).isEqualTo(second.issuedOn());
        String typed = " " + second.code().toLowerCase().replace("-", "—") + "。";
        assertThat(certificates.verify(typed).orElseThrow().newerOn()).isNull();
        assertThat(certificates.verify(second.code() + "2")).isEmpty();
        assertThat(certificates.verify("")).isEmpty();
    }

    @Test
    void a_stranger_sees_the_first_character_of_the_name_and_after_an_erasure_none() throws Exception {
        InformantId who = busy();
        Certificate certificate = issued(who);

        MockHttpServletResponse genuine = send(get("/verify/" + certificate.code()));
        assertThat(genuine.getStatus()).isEqualTo(200);
        assertThat(genuine.getCookies()).isEmpty();
        assertThat(body(genuine))
                .contains("王*", "2026年", "3次", certificate.code())
                .doesNotContain("王秀英", "??", "@");
        assertThat(data.copyOf(Subject.ofInformant(who.value()))).hasSize(1);

        assertThat(data.erase(Subject.ofInformant(who.value()))).isEqualTo(1);
        assertThat(data.erase(Subject.ofInformant(who.value()))).isZero();
        assertThat(body(send(get("/verify").param("code", certificate.code()))))
                .contains("已按本人要求删除", "3次")
                .doesNotContain("王");
    }

    @Test
    void a_forged_code_gets_one_answer_and_those_who_guess_are_slowed_down() throws Exception {
        String answer = body(send(get("/verify/AAAA-BBBB-CCCC")));
        assertThat(answer).contains("没有查到这个编号的证明").doesNotContain("??");
        assertThat(body(send(get("/verify").param("code", "<script>"))).replace("&lt;script&gt;", "AAAA-BBBB-CCCC"))
                .isEqualTo(answer);
        assertThat(body(send(get("/verify")))).contains("核验").doesNotContain("没有查到");

        MockHttpServletResponse last = null;
        for (int i = 0; i <= Guesses.ALLOWED; i++) {
            last = send(get("/verify/AAAA-BBBB-CCC" + "23456789".charAt(i % 8)).with(request -> {
                request.setRemoteAddr("198.51.100.44");
                return request;
            }));
        }
        assertThat(last.getStatus()).isEqualTo(429);
    }

    @Test
    void the_person_looks_first_then_issues_and_prints_it() throws Exception {
        InformantId who = busy();
        var invitation = rows.invitation(rows.consultation(Level.NATIONAL, Status.COLLECTING), who);
        String page = "/i/" + invitations.mint(invitation) + "/certificate/" + YEAR;

        assertThat(body(send(get(page)))).contains("参与征询3次", "开具证明").doesNotContain("核验编号</span>", "??");
        assertThat(certificates.latest(who, YEAR)).isEmpty();
        assertThat(send(post(page)).getStatus()).isEqualTo(303);
        String code = certificates.latest(who, YEAR).orElseThrow().code();
        assertThat(body(send(get(page))))
                .contains("王秀英", code, "/verify/" + code, "<svg")
                .doesNotContain("??", "重新开具");
        MockHttpServletResponse refused = send(post(page.replace("2026", "2019")));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("2019年没有您参与征询的记录").doesNotContain("??");
        assertThat(send(get("/i/unknown/certificate/2026")).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        String page = answer.getContentAsString(StandardCharsets.UTF_8);
        ValidHtml.assertValid(page);
        return page;
    }
}
