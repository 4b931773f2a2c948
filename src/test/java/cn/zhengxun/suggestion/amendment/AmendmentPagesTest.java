package cn.zhengxun.suggestion.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.Handing;
import cn.zhengxun.suggestion.Receipt;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Changing one's own words as a browser without JavaScript does it. */
@OnH2
class AmendmentPagesTest {
    private static final RequestPostProcessor STAFF = user("staff").authorities(new SimpleGrantedAuthority("staff"));

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

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private record Said(ConsultationNumber number, String link, Receipt receipt, Suggestion suggestion) {
        String page() {
            return link + "/suggestions/" + suggestion.id().value();
        }

        String receiptPage() {
            return link + "/receipt/" + receipt.number();
        }
    }

    private Said said() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        var invitation = rows.invitation(number, rows.informant("王秀英", "w@example.org"));
        Receipt receipt = suggestions.submit(Handing.to(number)
                .over(invitation)
                .saying(rows.articles(number).get(1), "楼道要有灯。")
                .command());
        return new Said(
                number,
                "/i/" + invitations.mint(invitation),
                receipt,
                suggestions.of(number).get(0));
    }

    @Test
    void an_informant_changes_takes_back_and_restores_and_sees_every_version() throws Exception {
        Said said = said();
        assertThat(body(send(get(said.receiptPage())))).contains("修改", "撤回").doesNotContain("历次修改", "??");
        String form = body(send(get(said.page())));
        assertThat(form).contains("楼道要有灯。", Rows.ARTICLES.get(1), "保存修改").doesNotContain("??");

        MockHttpServletResponse saved = send(filled(said, form, "楼道和楼梯<b>都要有灯。"));
        assertThat(saved.getStatus()).isEqualTo(303);
        assertThat(saved.getHeader("Location")).isEqualTo(said.receiptPage() + "?done=amended");
        assertThat(saved.getCookies()).isEmpty();
        String receipt = body(send(get(said.receiptPage()).param("done", "amended")));
        assertThat(receipt)
                .contains("已经改好", "楼道和楼梯&lt;b&gt;都要有灯。", "历次修改（1次）", "楼道要有灯。")
                .doesNotContain("??", "<b>都要");

        Suggestion now = suggestions.of(said.number()).get(0);
        String page = said.link() + "/suggestions/" + now.id().value();
        assertThat(send(post(page + "/withdraw")).getHeader("Location")).endsWith("?done=withdrawn");
        assertThat(body(send(get(said.link() + "/record")))).contains("已撤回", "恢复这条意见", "楼道和楼梯");
        assertThat(send(post(page + "/restore").param("large", "1")).getHeader("Location"))
                .endsWith("?done=restored&large=1");
        assertThat(suggestions.count(said.number())).isEqualTo(1);

        String staffs = body(send(get(
                        "/consultations/{n}/suggestions/{id}",
                        said.number().value(),
                        now.id().value())
                .with(STAFF)));
        assertThat(staffs).contains("历次修改（3次）", "楼道要有灯。").doesNotContain("??");
    }

    @Test
    void whoever_is_too_late_or_not_alone_is_told_and_keeps_what_was_typed() throws Exception {
        Said said = said();
        String form = body(send(get(said.page())));
        String other = body(send(get(said.page())));
        send(filled(said, other, "在手机上改的。"));

        MockHttpServletResponse refused = send(filled(said, form, "在电脑上改的。"));
        assertThat(refused.getStatus()).isEqualTo(422);
        String again = body(refused);
        assertThat(again).contains("已经在别处改过", "在手机上改的。", "在电脑上改的。");
        Suggestion present = suggestions.of(said.number()).get(0);
        assertThat(again).contains(said.link() + "/suggestions/" + present.id().value() + "\"");

        String page = said.link() + "/suggestions/" + present.id().value();
        MockHttpServletResponse empty =
                send(post(page).param("key", key(again)).param("original", " ").param("reason", "理由还在"));
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(body(empty)).contains("请写下您的意见", "理由还在");

        clock.set(TestClock.START.plus(Duration.ofDays(21)));
        MockHttpServletResponse late = send(post(page).param("key", key(again)).param("original", "来晚了的话"));
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(body(late)).contains("已经截止", "来晚了的话", "可以复制保存").doesNotContain("保存修改", "??");
        assertThat(body(send(get(said.receiptPage())))).doesNotContain("撤回</button>");
        assertThat(send(post(page + "/withdraw")).getStatus()).isEqualTo(422);
    }

    @Test
    void the_record_shows_every_consultation_and_the_receipt_is_mailed_once() throws Exception {
        Said said = said();
        var who = said.suggestion().informant();
        for (int i = 0; i < 10; i++) {
            rows.invitation(rows.consultation(Level.NATIONAL, Status.COLLECTING), who);
        }
        String page = body(send(get(said.link() + "/record")));
        assertThat(page)
                .contains("一共征求过您11次意见，您提了1条", "第1页，共2页", "邀请过您，没有收到您的意见", "从那一次的邀请链接打开")
                .doesNotContain("??");
        String second = body(send(get(said.link() + "/record").param("page", "2")));
        assertThat(page + second).contains("楼道要有灯。", said.receipt().number());
        assertThat(body(send(get(said.link() + "/record").param("year", "2025").param("page", "x"))))
                .contains("这里还没有记录")
                .doesNotContain("??");

        assertThat(body(send(get(said.receiptPage())))).contains("把回执发到我的邮箱");
        assertThat(send(post(said.receiptPage() + "/mail")).getHeader("Location"))
                .isEqualTo(said.receiptPage() + "?done=mailed");
        assertThat(body(send(get(said.receiptPage()).param("done", "mailed")))).contains("回执会发到您的邮箱");
    }

    @Test
    void the_office_corrects_what_it_took_down_and_says_why() throws Exception {
        Said said = said();
        suggestions.submit(Handing.to(said.number())
                .by(said.suggestion().informant())
                .saying(null, "会上说的。")
                .command());
        Suggestion taken = suggestions.of(said.number()).stream()
                .filter(one -> one.channel() == Channel.MEETING)
                .findFirst()
                .orElseThrow();
        String page = "/consultations/" + said.number().value() + "/suggestions/"
                + taken.id().value();

        assertThat(body(send(get(page).with(STAFF)))).contains("更正或者撤回这条登记");
        assertThat(body(send(get(page + "/correct").with(STAFF))))
                .contains("会上说的。", "更正原因")
                .doesNotContain("??");
        MockHttpServletResponse refused = send(post(page + "/correct")
                .with(STAFF)
                .with(csrf())
                .param("key", UUID.randomUUID().toString())
                .param("original", "会上是这样说的。"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("请写明更正原因", "会上是这样说的。").doesNotContain("??");
        MockHttpServletResponse saved = send(post(page + "/correct")
                .with(STAFF)
                .with(csrf())
                .param("key", UUID.randomUUID().toString())
                .param("original", "会上是这样说的。")
                .param("changeReason", "核对录音"));
        assertThat(saved.getStatus()).isEqualTo(303);
        assertThat(body(send(get(page).with(STAFF))))
                .contains("历次修改（1次）", "核对录音", "工作人员更正")
                .doesNotContain("??");
        assertThat(body(send(get(said.link() + "/record"))))
                .contains("会上是这样说的。", "代为登记")
                .doesNotContain("??");
        String own = "/consultations/" + said.number().value() + "/suggestions/"
                + said.suggestion().id().value();
        assertThat(body(send(get(own).with(STAFF)))).doesNotContain("更正或者撤回这条登记");
        assertThat(body(send(get(own + "/correct").with(STAFF))))
                .contains("只能由本人修改")
                .doesNotContain("保存修改");
    }

    @Test
    void somebody_elses_link_leads_nowhere() throws Exception {
        Said one = said();
        Said other = said();
        String path = other.link() + "/suggestions/" + one.suggestion().id().value();
        for (MockHttpServletRequestBuilder request : List.of(
                get(path), post(path).param("original", "x"), post(path + "/withdraw"), post(path + "/restore"))) {
            assertThat(send(request).getStatus()).isEqualTo(404);
        }
        assertThat(suggestions.count(one.number())).isEqualTo(1);
    }

    @Test
    void on_an_open_channel_the_number_shows_and_the_edit_code_changes() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        String code = "c" + UUID.randomUUID().toString().substring(0, 12);
        invitations.openChannel(number, null, code);
        MockHttpServletResponse handedIn = send(post("/q/" + code)
                .param("action", "submit")
                .param("key", UUID.randomUUID().toString())
                .param("original", "路口要有灯。")
                .param("proposerContact", "li@example.org")
                .param("ageBand", "")
                .param("receiptByMail", "on")
                .param("consentProcessing", "on"));
        String location = handedIn.getHeader("Location");
        String receipt = location.replaceAll(".*/receipt/([^?]+)\\?.*", "$1");
        String edit = location.replaceAll(".*edit=([^&]+).*", "$1");
        assertThat(location).endsWith("&done=mailed");
        assertThat(edit).matches("([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}");

        assertThat(body(send(get("/q/" + code + "/receipt/" + receipt).param("edit", edit))))
                .contains(edit, "修改码", "撤回</button>")
                .doesNotContain("??");
        assertThat(body(send(get("/q/" + code + "/receipt/" + receipt))))
                .contains("路口要有灯。")
                .doesNotContain(edit, "撤回</button>");
        assertThat(body(send(get("/q").param("receipt", receipt)))).doesNotContain(edit, "撤回</button>");

        assertThat(send(get("/q/receipt/" + receipt).param("edit", edit)).getHeader("Location"))
                .isEqualTo("/q/receipt/" + receipt + "/" + edit);
        MockHttpServletResponse wrong =
                send(get("/q/receipt/" + receipt).param("edit", "AAAA").with(from -> {
                    from.setRemoteAddr("198.51.100.27");
                    return from;
                }));
        assertThat(wrong.getStatus()).isEqualTo(404);
        assertThat(body(wrong)).contains("修改码不对", "路口要有灯。").doesNotContain("??");

        long id = suggestions.of(number).get(0).id().value();
        String mine = "/q/receipt/" + receipt + "/" + edit;
        assertThat(body(send(
                        get("/q/receipt/" + receipt + "/" + edit.toLowerCase().replace("-", "")))))
                .contains("撤回</button>");
        assertThat(send(post("/q/receipt/" + receipt + "/AAAA-AAAA-AAAA-AAAA/suggestions/" + id + "/withdraw"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(post(mine + "/suggestions/" + id + "/withdraw")).getHeader("Location"))
                .isEqualTo(mine + "?done=withdrawn");
        assertThat(suggestions.count(number)).isZero();
        assertThat(body(send(get("/q").param("receipt", receipt)))).contains("已撤回");
    }

    private MockHttpServletRequestBuilder filled(Said said, String form, String original) {
        return post(said.page())
                .param("key", key(form))
                .param("clause", Long.toString(said.suggestion().clause().value()))
                .param("kind", "SUBSTANCE")
                .param("original", original)
                .param("proposed", "")
                .param("reason", "");
    }

    private static String key(String page) {
        Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
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
