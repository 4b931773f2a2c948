package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.Contributor;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import cn.zhengxun.testing.ValidHtml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages for informants and residents, used as a browser without JavaScript uses them. */
@OnH2
class PublicPagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Invitations invitations;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    /** A consultation that is collecting, with one informant invited to it. */
    private record Invited(ConsultationNumber number, InformantId informant, InvitationId invitation, String link) {}

    private Invited invited() {
        return invited(rows.consultation(Level.NATIONAL, Status.COLLECTING));
    }

    private Invited invited(ConsultationNumber number) {
        InformantId informant = rows.informant("王秀英", "w@example.org");
        InvitationId invitation = rows.invitation(number, informant);
        return new Invited(number, informant, invitation, "/i/" + invitations.mint(invitation));
    }

    private String channel(ConsultationNumber number, StationId station) {
        String code = "c" + UUID.randomUUID().toString().substring(0, 12);
        invitations.openChannel(number, station, code);
        return "/q/" + code;
    }

    @Test
    void the_page_says_who_asks_until_when_and_explains_before_the_first_field() throws Exception {
        Invited her = invited();
        rows.plan(her.number());
        db.sql(
                        "INSERT INTO explanation (consultation, text, written_by, written_at, published_at) VALUES (?, ?, 'staff', ?, ?)")
                .params(
                        her.number().value(),
                        "第一段。\n\n第二段。",
                        Timestamps.of(clock.instant()),
                        Timestamps.of(clock.instant()))
                .update();

        MockHttpServletResponse answer = send(get(her.link()));
        String page = body(answer);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(page)
                .contains("王秀英，您好", "市人大常委会法工委", "2026年12月13日24:00", "还有20天", "听取基层意见")
                .contains("解读，不是法律条文", "第一段。", "第二段。", "您认为这样写可行吗？")
                .contains(Rows.ARTICLES)
                .contains("noindex");
        assertThat(page.indexOf("个人信息处理说明")).isLessThan(page.indexOf("<textarea"));
        assertThat(page).doesNotContain("??", "_csrf", "w@example.org");
        assertThat(answer.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(150_000);
        assertThat(invitations.find(her.invitation()).orElseThrow())
                .as("a program that checks mail follows its links, too")
                .extracting(Invitation::openedAt, Invitation::answeredAt)
                .containsOnlyNulls();
        assertThat(send(post(her.link() + "/opened")).getStatus()).isEqualTo(204);
        assertThat(invitations.find(her.invitation()).orElseThrow().openedAt()).isNotNull();
    }

    @Test
    void a_stranger_finds_what_was_said_by_the_receipt_and_an_informants_stays_behind_the_link() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        String strangers =
                suggestions.find(rows.suggestion(number, null, null, "楼道里要有灯。")).receipt();
        String informants = suggestions
                .find(rows.suggestion(number, rows.informant("赵一", "z@example.org"), null, "路灯要早开。"))
                .receipt();

        assertThat(body(send(get("/q")))).contains("回执编号").doesNotContain("楼道里要有灯");
        assertThat(body(send(get("/q").param("receipt", " " + strangers + " "))))
                .contains("楼道里要有灯。", "已收到");
        assertThat(send(get("/q").param("receipt", informants)).getStatus()).isEqualTo(404);
        assertThat(send(get("/q").param("receipt", "R-00000000-AAAAAA")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_form_grows_by_rows_keeps_every_word_and_ends_in_a_receipt() throws Exception {
        Invited her = invited();
        String second = Long.toString(rows.articles(her.number()).get(1).value());
        String words = "\n  原话，<script>alert(1)</script> “引号” 👵🏻 &amp;";

        String about = body(send(form(her.link()).param("about", second)));
        assertThat(selected(about)).containsExactly("第二条");

        MockHttpServletRequestBuilder typed = row(form(her.link()), second, words);
        String grown = body(send(typed.param("action", "add")));
        assertThat(selected(grown)).containsExactly("第二条");
        assertThat(count(grown, "<legend>第")).isEqualTo(3);
        assertThat(grown)
                .doesNotContain("<script>alert")
                .contains(">\n\n  原话，&lt;script&gt;alert(1)&lt;/script&gt; “引号” 👵🏻 &amp;amp;</textarea>");

        MockHttpServletResponse done = send(agree(row(row(form(her.link()), second, words), "", "整体同意"))
                .param("action", "submit"));
        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(done.getHeader("Set-Cookie")).isNull();
        String receipt = done.getHeader("Location");
        assertThat(receipt).startsWith(her.link() + "/receipt/R-20261123-");

        List<Suggestion> kept = suggestions.ofInformant(her.informant());
        assertThat(kept).extracting(Suggestion::original).containsExactly(words, "整体同意");
        assertThat(kept).extracting(Suggestion::channel).containsOnly(Channel.PERSONAL_LINK);
        assertThat(invitations.find(her.invitation()).orElseThrow().answeredAt())
                .isNotNull();

        String shown = body(send(get(receipt)));
        assertThat(shown)
                .contains(
                        "已经收到",
                        "整体同意",
                        "&lt;script&gt;",
                        "2026年11月23日 09:00",
                        kept.get(0).receipt())
                .doesNotContain("<script>alert", "??");
        String record = body(send(get(her.link() + "/record")));
        assertThat(record).contains("整体同意", "已收到", kept.get(0).receipt()).doesNotContain("??");
    }

    @Test
    void a_fault_is_told_at_its_field_and_nothing_typed_is_lost() throws Exception {
        Invited her = invited();
        String tooLong = "长".repeat(5012);

        MockHttpServletResponse answer =
                send(row(row(form(her.link()), "", "第一条写好了"), "", tooLong).param("action", "submit"));
        String page = body(answer);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page)
                .contains("第一条写好了</textarea>", tooLong + "</textarea>")
                .contains("href=\"#original-1\"", "多出12个字", "href=\"#consentProcessing\"")
                .contains("aria-describedby=\"original-fault-1\"")
                .contains("value=\"the-key-" + her.link() + "\"");
        assertThat(suggestions.ofInformant(her.informant())).isEmpty();

        String blank = body(send(agree(row(form(her.link()), "", "　 ")).param("action", "submit")));
        assertThat(blank).contains("href=\"#original-0\"", "请写下您的意见。");
    }

    @Test
    void sending_the_page_again_gives_the_first_receipt_but_a_changed_page_is_not_swallowed() throws Exception {
        Invited her = invited();
        String first = send(agree(row(form(her.link()), "", "一样的话")).param("action", "submit"))
                .getHeader("Location");
        String again = send(agree(row(form(her.link()), "", "一样的话")).param("action", "submit"))
                .getHeader("Location");
        assertThat(again).isEqualTo(first);

        MockHttpServletResponse changed =
                send(agree(row(form(her.link()), "", "改过的话")).param("action", "submit"));
        assertThat(changed.getStatus()).isEqualTo(422);
        assertThat(body(changed)).contains("改过的话</textarea>", "再按一次").doesNotContain("the-key-" + her.link());
        assertThat(suggestions.ofInformant(her.informant())).hasSize(1);
    }

    @Test
    void after_the_deadline_the_form_gives_way_and_what_still_arrives_is_kept_as_late() throws Exception {
        Invited her = invited();
        clock.forward(Duration.ofDays(20));

        assertThat(body(send(get(her.link())))).contains("已经截止").doesNotContain("<textarea");
        String receipt = send(agree(row(form(her.link()), "", "写得慢")).param("action", "submit"))
                .getHeader("Location");

        assertThat(body(send(get(receipt)))).contains("逾期意见", "写得慢", "逾期收到");
        assertThat(suggestions.count(her.number())).isZero();
    }

    @Test
    void a_draft_waits_on_every_device_for_two_hours_longer_and_then_still_goes_to_staff() throws Exception {
        Invited her = invited();
        assertThat(send(row(form(her.link()), "", " ").param("action", "save")).getStatus())
                .isEqualTo(422);
        String second = Long.toString(rows.articles(her.number()).get(1).value());
        MockHttpServletResponse saved =
                send(row(row(form(her.link()), second, "写到一半"), "", "另一条").param("action", "save"));
        assertThat(saved.getStatus()).isEqualTo(303);
        assertThat(saved.getHeader("Location")).isEqualTo(her.link());

        String page = body(send(get(her.link())));
        assertThat(page)
                .contains("写到一半</textarea>", "另一条</textarea>", "草稿上次保存于2026年11月23日 09:00", "data-saved=")
                .doesNotContain("??");
        assertThat(selected(page)).containsExactly("第二条");
        assertThat(suggestions.ofInformant(her.informant())).isEmpty();

        clock.forward(Duration.ofDays(20));
        assertThat(body(send(get(her.link())))).contains("2026年12月13日 11:00以前仍然可以提交", "写到一半</textarea>");
        clock.forward(Duration.ofHours(2));
        String closed = body(send(get(her.link())));
        assertThat(closed).contains("已经截止", "写到一半", "作为逾期意见交给工作人员");
        Matcher version = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"").matcher(closed);
        assertThat(version.find()).isTrue();
        String receipt = send(agree(row(form(her.link()).param("draft", version.group(1)), second, "写到一半"))
                        .param("action", "submit"))
                .getHeader("Location");
        assertThat(body(send(get(receipt)))).contains("逾期意见");
        assertThat(body(send(get(her.link())))).doesNotContain("写到一半");
    }

    @Test
    void a_draft_is_thrown_away_when_asked_for() throws Exception {
        Invited her = invited();
        send(row(form(her.link()), "", "不要了").param("action", "save"));
        assertThat(send(row(form(her.link()), "", "不要了").param("action", "discard"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(body(send(get(her.link())))).doesNotContain("不要了", "草稿上次保存于");
        assertThat(invitations.find(her.invitation()).orElseThrow().draftedAt()).isNull();
    }

    @Test
    void no_opinion_is_an_answer_in_one_click_and_may_be_taken_back() throws Exception {
        Invited her = invited();
        assertThat(body(send(get(her.link())))).contains("我没有意见");
        assertThat(send(post(her.link() + "/no-opinion")).getStatus()).isEqualTo(303);
        assertThat(body(send(get(her.link())))).contains("表示没有意见", "我改主意了，要提意见").doesNotContain(">我没有意见<", "直接填写意见");
        assertThat(body(send(get(her.link() + "/record")))).contains("表示没有意见").doesNotContain("您还没有提过意见", "??");
        assertThat(send(post(her.link() + "/reconsidered")).getStatus()).isEqualTo(303);
        assertThat(body(send(get(her.link())))).contains(">我没有意见<", "直接填写意见");

        clock.forward(Duration.ofDays(20));
        MockHttpServletResponse late = send(post(her.link() + "/no-opinion"));
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(body(late)).contains("不在征集期内");
    }

    @Test
    void an_ended_consultation_takes_nothing_and_gives_the_words_back() throws Exception {
        Invited her = invited(rows.consultation(Level.NATIONAL, Status.ENDED));

        MockHttpServletResponse answer =
                send(agree(row(form(her.link()), "", "还想说")).param("action", "submit"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer)).contains("已终止", "还想说").doesNotContain("<textarea");
    }

    @Test
    void every_dead_link_shows_the_same_bytes() throws Exception {
        Invited her = invited();
        Invited other = invited();
        String internal = channel(rows.consultation(Level.NATIONAL, Status.COLLECTING), null);
        db.sql(
                        "UPDATE consultation SET visibility = 'INTERNAL' WHERE number = (SELECT consultation FROM open_channel WHERE code = ?)")
                .param(internal.substring(3))
                .update();
        String receipt = send(agree(row(form(other.link()), "", "别人的")).param("action", "submit"))
                .getHeader("Location");
        db.sql("UPDATE invitation_token SET revoked_at = CURRENT_TIMESTAMP WHERE invitation_id = ?")
                .param(other.invitation().value())
                .update();
        String token = her.link().substring(3);
        byte[] neutral = neutral(get("/i/" + "A".repeat(43)));

        for (String dead : List.of(
                "/i/short",
                "/i/" + token + "x",
                "/i/" + token.substring(1),
                "/i/" + "A".repeat(5000),
                "/i/证",
                other.link(),
                other.link() + "/record",
                receipt,
                her.link() + receipt.substring(other.link().length()),
                her.link() + "/receipt/R-20261123-AAAAAA",
                "/q/nothing-here",
                internal,
                internal + "/receipt/R-20261123-AAAAAA")) {
            assertThat(neutral(get(dead))).as(dead).isEqualTo(neutral);
        }
        assertThat(neutral(post("/i/short").param("action", "submit"))).isEqualTo(neutral);
        assertThat(neutral(post(internal).param("action", "submit"))).isEqualTo(neutral);
    }

    @Test
    void too_many_guesses_from_one_address_are_held_off_and_good_links_still_open() throws Exception {
        Invited her = invited();
        String address = "198.51.100.7";
        for (int i = 0; i < Guesses.ALLOWED; i++) {
            assertThat(from(address, "/i/guess" + i).getStatus()).isEqualTo(404);
        }

        MockHttpServletResponse held = from(address, "/q/guess");
        assertThat(held.getStatus()).isEqualTo(429);
        assertThat(held.getHeader("Retry-After")).isEqualTo("60");
        assertThat(body(held)).contains("请等一分钟");
        assertThat(from(address, her.link()).getStatus()).isEqualTo(200);
        clock.forward(Guesses.WINDOW);
        assertThat(from(address, "/i/guess").getStatus()).isEqualTo(404);
    }

    @Test
    void a_resident_answers_at_a_stations_code_with_or_without_a_name() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        StationId station = rows.station("白云小院");
        String link = channel(number, station);

        String page = body(send(get(link)));
        assertThat(page).contains("可以不留姓名和联系方式", "联系方式（电话或邮箱）").doesNotContain("??", "/record");

        String receipt = send(agree(row(form(link), "", "匿名说一句")).param("action", "submit"))
                .getHeader("Location");
        assertThat(receipt).startsWith(link + "/receipt/R-");
        assertThat(body(send(get(receipt)))).contains("匿名说一句");
        String elsewhere = channel(rows.consultation(Level.NATIONAL, Status.COLLECTING), null);
        assertThat(send(get(elsewhere + receipt.substring(link.length()))).getStatus())
                .isEqualTo(404);

        send(agree(row(post(link).param("key", "another-" + link), "", "具名"))
                .param("proposerName", " 赵大爷 ")
                .param("proposerContact", "13900000000")
                .param("identityCategory", "居民")
                .param("ageBand", "75周岁以上")
                .param("action", "submit"));
        List<Suggestion> kept = suggestions.of(number);
        assertThat(kept).extracting(Suggestion::channel).containsOnly(Channel.QR_CODE);
        assertThat(kept).extracting(Suggestion::station).containsOnly(station);
        suggestions.close(number);
        assertThat(suggestions.byContributor(number).keySet())
                .extracting(Contributor::name, Contributor::contact)
                .containsExactly(Tuple.tuple(null, null), Tuple.tuple("赵大爷", "13900000000"));
    }

    @Test
    void a_child_under_fourteen_needs_a_guardian() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        String link = channel(number, null);

        MockHttpServletResponse alone = send(agree(row(form(link), "", "我想要操场"))
                .param("ageBand", AnswerForm.Person.UNDER_14)
                .param("action", "submit"));
        assertThat(alone.getStatus()).isEqualTo(422);
        assertThat(body(alone)).contains("href=\"#guardian\"", "我想要操场</textarea>");

        assertThat(send(agree(row(form(link), "", "我想要操场"))
                                .param("ageBand", AnswerForm.Person.UNDER_14)
                                .param("guardian", "on")
                                .param("action", "submit"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(suggestions.of(number)).allMatch(Suggestion::onBehalf);
    }

    @Test
    void an_internal_draft_carries_its_readers_name() throws Exception {
        Invited her = invited();
        assertThat(body(send(get(her.link())))).doesNotContain("class=\"watermark\"");
        db.sql("UPDATE consultation SET visibility = 'INTERNAL' WHERE number = ?")
                .param(her.number().value())
                .update();

        String page = body(send(get(her.link())));

        assertThat(page).contains("class=\"watermark\"");
        assertThat(count(page, "data-name=\"王秀英\"")).isGreaterThan(10);
    }

    @Test
    void what_somebody_said_about_an_internal_draft_shows_its_words_only_to_the_person_named() throws Exception {
        Invited her = invited();
        String open = channel(her.number(), null);
        String clause = Long.toString(rows.articles(her.number()).get(1).value());
        String own = send(agree(row(form(her.link()), clause, "我的话")).param("action", "submit"))
                .getHeader("Location");
        String stranger = send(agree(row(form(open), clause, "路人的话")).param("action", "submit"))
                .getHeader("Location");
        String number = stranger.replaceAll(".*/receipt/([^?]+).*", "$1");
        assertThat(body(send(get("/q").param("receipt", number)))).contains(Rows.ARTICLES.get(1));
        db.sql("UPDATE consultation SET visibility = 'INTERNAL' WHERE number = ?")
                .param(her.number().value())
                .update();

        for (String page : List.of(own, her.link() + "/record")) {
            assertThat(body(send(get(page)))).contains("我的话", Rows.ARTICLES.get(1), "data-name=\"王秀英\"", "内部草案");
        }
        assertThat(body(send(get("/q").param("receipt", number))))
                .contains("路人的话")
                .doesNotContain(Rows.ARTICLES.get(1));
    }

    @Test
    void large_type_is_kept_from_page_to_page() throws Exception {
        Invited her = invited();

        String page = body(send(get(her.link() + "?large=1")));

        assertThat(page).contains("class=\"large\"", "action=\"" + her.link() + "?large=1\"");
        assertThat(send(agree(row(form(her.link() + "?large=1"), "", "大字")).param("action", "submit"))
                        .getHeader("Location"))
                .endsWith("?large=1");
    }

    private MockHttpServletRequestBuilder form(String link) {
        return post(link).param("key", "the-key-" + link);
    }

    private static MockHttpServletRequestBuilder row(
            MockHttpServletRequestBuilder form, String clause, String original) {
        return form.param("clause", clause)
                .param("kind", "")
                .param("original", original)
                .param("proposed", "")
                .param("reason", "");
    }

    private static MockHttpServletRequestBuilder agree(MockHttpServletRequestBuilder form) {
        return form.param("consentProcessing", "on");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse from(String address, String link) throws Exception {
        return send(get(link).with(request -> {
            request.setRemoteAddr(address);
            return request;
        }));
    }

    /** From an address of its own, so that this class alone uses up its guesses. */
    private byte[] neutral(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = send(request.with(from -> {
            from.setRemoteAddr("198.51.100.8");
            return from;
        }));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        return answer.getContentAsByteArray();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        String page = answer.getContentAsString(StandardCharsets.UTF_8);
        if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
            ValidHtml.assertValid(page);
        }
        return page;
    }

    /** The clauses chosen in the form's rows. */
    private static List<String> selected(String page) {
        Matcher chosen = Pattern.compile("<option value=\"\\d+\" selected=\"selected\">([^<]+)</option>")
                .matcher(page);
        return chosen.results().map(found -> found.group(1)).toList();
    }

    private static int count(String page, String piece) {
        return page.split(Pattern.quote(piece), -1).length - 1;
    }
}
