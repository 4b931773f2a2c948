package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.arrival.Concern;
import cn.zhengxun.suggestion.notmine.NotMine;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** "This was not me" on a personal link and in a mailed receipt, and what links and tokens give away: nothing. */
@OnH2
class NotMinePagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Invitations invitations;

    @Autowired
    Suggestions suggestions;

    @Autowired
    NotMine notMine;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private ConsultationNumber number;
    private InformantId informant;
    private InvitationId invitation;
    private String token;
    private String link;
    private String doubtful;

    @BeforeEach
    void an_invited_person() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        informant = rows.informant("孙桂兰", "s@example.org");
        invitation = rows.invitation(number, informant);
        token = invitations.mint(invitation);
        link = "/i/" + token;
        doubtful = UriComponentsBuilder.fromPath("/consultations/{n}/suggestions/doubtful")
                .buildAndExpand(number.value())
                .encode()
                .toUriString();
    }

    @AfterEach
    void set_the_clock_back() {
        clock.reset();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse staff(MockHttpServletRequestBuilder request) throws Exception {
        return send(request.with(user("staff").authorities(new SimpleGrantedAuthority("staff")))
                .with(csrf()));
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private long report() {
        return db.sql("SELECT MAX(id) FROM not_mine WHERE consultation = ?")
                .param(number.value())
                .query(Long.class)
                .single();
    }

    @Test
    void a_link_that_reached_somebody_else_shows_nothing_more_and_staff_see_why() throws Exception {
        rows.suggestion(number, informant, null, "本人写的话");
        String other = "/i/" + invitations.mint(invitation);
        assertThat(text(send(get(link + "/not-me")))).contains("这个链接不是发给我的").doesNotContain("??", "本人写的话");

        assertThat(text(send(post(link + "/not-me/link")))).contains("已经停用").doesNotContain("孙桂兰", "??");
        for (String dead : List.of(link, link + "/record", link + "/not-me", other)) {
            assertThat(send(get(dead)).getStatus()).as(dead).isEqualTo(404);
        }

        String page = text(staff(get(URI.create(doubtful))));
        assertThat(page).contains("链接发给了别人", "孙桂兰", "等待核实").doesNotContain("??");
        String invitationsPage =
                text(staff(get(URI.create(doubtful.replace("/suggestions/doubtful", "/invitations")))));
        assertThat(invitationsPage).contains("有1件需要核查").doesNotContain("??");

        String settle = doubtful + "/reports/" + report();
        MockHttpServletResponse unsaid = staff(post(URI.create(settle)).param("settlement", "CONFIRMED"));
        assertThat(unsaid.getStatus()).isEqualTo(422);
        assertThat(text(unsaid)).contains("请写明怎样核实的");
        assertThat(staff(post(URI.create(settle))
                                .param("settlement", "CONFIRMED")
                                .param("why", "邮箱写错一个字母"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(text(staff(get(URI.create(doubtful + "?show=done"))))).contains("邮箱写错一个字母", "属实，已处理");
        assertThat(staff(post(URI.create(settle)).param("settlement", "MISTAKE").param("why", "再来"))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_submission_somebody_did_not_make_is_kept_and_leaves_the_record_once_confirmed() throws Exception {
        Suggestion own = suggestions.find(rows.suggestion(number, informant, null, "我自己写的"));
        Suggestion foreign = suggestions.find(rows.suggestion(number, informant, null, "别人替我写的"));
        invitations.answered(invitation);
        assertThat(text(send(post(link + "/not-me/submission").param("receipt", foreign.receipt()))))
                .contains("已经记下", "正在核实");
        send(post(link + "/not-me/submission").param("receipt", foreign.receipt()));
        assertThat(text(staff(get(URI.create(doubtful))))).as("pressed twice").contains("等待处理（1）");
        assertThat(send(post(link + "/not-me/submission").param("receipt", "R-20261123-AAAAAA"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(suggestions.ofInformant(informant))
                .as("flagged, not taken away")
                .hasSize(2);

        confirm();
        assertThat(suggestions.ofInformant(informant)).hasSize(1);
        assertThat(suggestions.find(foreign.id()).original()).isEqualTo("别人替我写的");
        assertThat(suggestions.count(number)).isEqualTo(2);
        assertThat(answered()).as("by what is left").isTrue();

        send(post(link + "/not-me/submission").param("receipt", own.receipt()));
        confirm();
        assertThat(suggestions.ofInformant(informant)).isEmpty();
        assertThat(answered()).as("nothing is left").isFalse();
        assertThat(text(send(get(link)))).contains("name=\"original\"");
    }

    private boolean answered() {
        return invitations.find(invitation).orElseThrow().answeredAt() != null;
    }

    private void confirm() throws Exception {
        staff(post(URI.create(doubtful + "/reports/" + report()))
                .param("settlement", "CONFIRMED")
                .param("why", "电话问过本人"));
    }

    @Test
    void what_rules_found_and_what_the_form_noticed_is_one_thing_on_one_list() throws Exception {
        SuggestionId odd = rows.suggestion(number, null, null, "点我领奖");
        arrivals.flag(number, List.of(odd.value()), Concern.MACHINE);
        db.sql("UPDATE submission SET suspicion = 'TOO_FAST' WHERE consultation = ?")
                .param(number.value())
                .update();
        String one = text(staff(get("/consultations/{n}/suggestions/{s}", number.value(), odd.value())));
        assertThat(one).contains("待核查", "疑似机器提交", "打开页面不到2秒", doubtful).doesNotContain("??");
        assertThat(text(staff(get(URI.create(doubtful)))))
                .contains("等待处理（1）", "疑似机器提交", "打开页面不到2秒")
                .doesNotContain("??");
    }

    @Test
    void a_stranger_takes_the_own_address_off_a_submission_by_the_link_in_the_mail() throws Exception {
        rows.suggestion(number, null, null, "匿名的话");
        long submission = db.sql("SELECT id FROM submission WHERE consultation = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        db.sql("UPDATE submission SET proposer_contact = 'misused@example.org' WHERE id = ?")
                .param(submission)
                .update();
        String path = URI.create(notMine.addressFor(submission)).getPath();
        assertThat(text(send(get(path)))).contains("请去掉我的邮箱").doesNotContain("匿名的话", "misused", "??");
        assertThat(send(post(path)).getStatus()).isEqualTo(200);
        assertThat(db.sql("SELECT COUNT(*) FROM submission WHERE id = ? AND proposer_contact IS NULL")
                        .param(submission)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(send(get(path)).getStatus()).isEqualTo(404);
        assertThat(text(staff(get(URI.create(doubtful))))).contains("邮箱被别人填写");
    }

    @Test
    void a_receipts_number_is_found_however_it_is_typed() throws Exception {
        rows.suggestion(number, null, null, "楼下太吵");
        db.sql("UPDATE submission SET receipt = 'R-20261123-7K3M9Q' WHERE consultation = ?")
                .param(number.value())
                .update();
        for (String typed : List.of(
                "R-20261123-7K3M9Q",
                "r-20261123-7k3m9q",
                "r202611237k3m9q",
                " R 20261123 7K3M 9Q ",
                "Ｒ－２０２６１１２３－７Ｋ３Ｍ９Ｑ",
                "R—2O26ll23—7k3m9q")) {
            assertThat(text(send(get("/q").param("receipt", typed)))).as(typed).contains("楼下太吵");
        }
        MockHttpServletResponse unknown = send(get("/q").param("receipt", "R-20261123-7K3M9R"));
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(text(unknown)).contains("没有查到", "value=\"R-20261123-7K3M9R\"");
        assertThat(text(send(get("/q").param("receipt", "我的意见")))).contains("不像回执编号", "value=\"我的意见\"");
    }

    @Test
    void a_hundred_guesses_a_minute_from_one_address_and_no_more_over_all_public_pages() throws Exception {
        byte[] neutral = null;
        for (int i = 0; i < 100; i++) {
            String guess = switch (i % 4) {
                case 0 -> "/i/" + "A".repeat(43);
                case 1 -> "/q/guess" + i;
                case 2 -> "/q/not-me/guess" + i;
                default -> "/i/guess" + i + "/not-me";
            };
            MockHttpServletResponse answer = send(from("192.0.2.200", guess));
            assertThat(answer.getStatus()).isEqualTo(404);
            if (neutral != null) {
                assertThat(answer.getContentAsByteArray()).isEqualTo(neutral);
            }
            neutral = answer.getContentAsByteArray();
        }
        MockHttpServletResponse over = send(from("192.0.2.200", "/q/one-more"));
        assertThat(over.getStatus()).isEqualTo(429);
        assertThat(over.getHeader("Retry-After")).isEqualTo("60");
        assertThat(send(from("192.0.2.200", "/q?receipt=R-20261123-AAAAAA")).getStatus())
                .isEqualTo(429);
        assertThat(send(from("192.0.2.201", "/q/one-more")).getStatus()).isEqualTo(404);
        assertThat(send(from("192.0.2.200", link)).getStatus())
                .as("a good link opens from any address")
                .isEqualTo(200);
    }

    private static MockHttpServletRequestBuilder from(String address, String path) {
        return get(URI.create(path)).with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }

    @Test
    void a_token_stands_in_no_table() {
        String mailed = notMine.addressFor(db.sql("SELECT MAX(id) FROM submission")
                .query(Long.class)
                .optional()
                .orElseGet(() -> suggestions
                        .find(rows.suggestion(number, null, null, "有一份"))
                        .submission()));
        String secret = mailed.substring(mailed.lastIndexOf('/') + 1);
        assertThat(List.of(token, secret)).allMatch(one -> one.matches("[A-Za-z0-9_-]{43}"));
        record Column(String table, String name) {}
        List<Column> texts = db.sql("""
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = 'PUBLIC' AND data_type IN ('CHARACTER VARYING', 'CHARACTER',
                            'CHARACTER LARGE OBJECT')
                        """)
                .query((row, n) -> new Column(row.getString(1), row.getString(2)))
                .list();
        assertThat(texts).hasSizeGreaterThan(100);
        for (Column column : texts) {
            for (String one : List.of(token, secret)) {
                assertThat(db.sql("SELECT COUNT(*) FROM \"%s\" WHERE \"%s\" LIKE ?"
                                        .formatted(column.table(), column.name()))
                                .param("%" + one + "%")
                                .query(Integer.class)
                                .single())
                        .as(column.toString())
                        .isZero();
            }
        }
    }
}
