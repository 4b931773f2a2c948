package cn.zhengxun.suggestion.offline;

import static cn.zhengxun.testing.ValidHtml.assertValid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Staff write meetings, visits, letters and calls down; without a script, as browsers send it. */
@OnH2
class OfflinePagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Suggestions suggestions;

    @Autowired
    OfflineRecords records;

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

    private final ConsultationNumber[] begun = new ConsultationNumber[1];

    private ConsultationNumber number() {
        if (begun[0] == null) {
            begun[0] = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        }
        return begun[0];
    }

    private String base() {
        return "/consultations/" + number() + "/offline";
    }

    private ResultActions as(String role, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(user(role).authorities(new SimpleGrantedAuthority(role)))
                .with(csrf()));
    }

    private String page(String role, String path) throws Exception {
        return body(as(role, get(path)).andExpect(status().isOk()));
    }

    private static String body(ResultActions answer) throws Exception {
        String page = answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("??");
        if (page.startsWith("<!")) {
            assertValid(page);
        }
        return page;
    }

    private ResultActions press(String action, MultiValueMap<String, String> form) throws Exception {
        return as("staff", post(base()).params(form).param("action", action));
    }

    private static MultiValueMap<String, String> meeting() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("key", UUID.randomUUID().toString());
        form.add("version", "0");
        form.add("meeting", "true");
        form.add("channel", "MEETING");
        form.add("heldOn", "2026-11-23");
        form.add("place", "小院一楼");
        form.add("noticeRead", "true");
        form.add("category", "居民");
        form.add("people", "12");
        form.add("category", "");
        form.add("people", "");
        return form;
    }

    private static MultiValueMap<String, String> call() {
        MultiValueMap<String, String> form = meeting();
        form.set("meeting", "false");
        form.set("channel", "TELEPHONE");
        form.add("label", "赵大爷");
        return form;
    }

    private static void say(MultiValueMap<String, String> form, String speaker, String clause, String original) {
        form.add("speaker", speaker);
        form.add("clause", clause);
        form.add("kind", "SUBSTANCE");
        form.add("original", original);
        form.add("proposed", "");
        form.add("reason", "");
    }

    private long saved(ResultActions answer) throws Exception {
        String address = answer.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(address.replaceFirst(".*/offline/(\\d+).*", "$1"));
    }

    @Test
    void a_meeting_of_thirty_statements_is_handed_in_with_one_press() throws Exception {
        MultiValueMap<String, String> form = meeting();
        for (int i = 0; i < 30; i++) {
            say(form, "街坊" + i % 6, i % 2 == 0 ? "一" : "2", "第" + i + "句 <script>alert(1)</script>𠮷\u202e");
        }

        long id = saved(press("hand-in", form));

        assertThat(suggestions.of(number())).hasSize(30);
        assertThat(suggestions.of(number()).stream().map(Suggestion::receipt).distinct())
                .hasSize(6);
        String record = page("director", base() + "/" + id);
        assertThat(record)
                .contains("发言记录（30条）", "第29句 &lt;script&gt;alert(1)&lt;/script&gt;𠮷", "共12人", "第一条", "街坊5")
                .doesNotContain("<script>alert");
        String correction = "/correct\" aria-label=\"更正或者撤回第30条意见\"";
        assertThat(page("staff", base() + "/" + id)).contains(correction);
        assertThat(record).doesNotContain(correction);
        assertThat(page("staff", base() + "/" + id + "/slips")).contains("R-2026", "街坊3", "5条意见");
        assertThat(page("staff", base() + "/" + id + "/print")).contains("小院一楼", "第29句", "签字");
        assertThat(page("director", base()))
                .contains("座谈会记录（1次）", "小院一楼", "12人到会")
                .doesNotContain("没写完的草稿");
        assertThat(saved(press("hand-in", form))).isEqualTo(id);
        assertThat(suggestions.of(number())).hasSize(30);
        String origin = page(
                "staff",
                "/consultations/" + number() + "/suggestions/"
                        + suggestions.of(number()).get(0).id().value());
        assertThat(origin).contains("出自", "座谈会记录", base() + "/" + id, "开会日期", "2026年11月23日");
    }

    @Test
    void what_is_refused_is_still_there_with_a_sentence_at_its_row() throws Exception {
        rows.informant("同名的人", null);
        MultiValueMap<String, String> form = meeting();
        say(form, "同名的人", "9", "没有第九条");
        say(form, "", "", "");
        say(form, "乙", "", " <b>留着</b>");

        String page = body(press("hand-in", form).andExpect(status().isUnprocessableEntity()));

        assertThat(page).contains("没有找到这一条", "名录里有同名的信息员", "没有第九条", " &lt;b&gt;留着&lt;/b&gt;", "小院一楼", "没有办成");
        assertThat(suggestions.of(number())).isEmpty();
        assertThat(page("staff", base())).contains("没写完的草稿（1份）", "接着写");

        form.set("people", "十来个");
        assertThat(body(press("save", form).andExpect(status().isUnprocessableEntity())))
                .contains("人数请写成数字", "十来个", "没有第九条");
        form.set("heldOn", "昨天");
        assertThat(body(press("save", form).andExpect(status().isUnprocessableEntity())))
                .contains("日期看不懂");
    }

    @Test
    void a_draft_is_saved_resumed_and_thrown_away() throws Exception {
        MultiValueMap<String, String> form = meeting();
        say(form, "甲", "3", "先记一半");
        long id = saved(press("save", form));

        assertThat(page("staff", base() + "/" + id)).contains("先记一半", "第三条 餐饮服务经营者可以", "删除这份草稿");
        assertThat(page("director", base() + "/" + id)).contains("还是草稿", "先记一半").doesNotContain("<form id=\"offline\"");
        as("director", post(base() + "/" + id + "/delete")).andExpect(status().isForbidden());
        as("staff", post(base() + "/" + id + "/delete")).andExpect(status().is3xxRedirection());
        as("staff", get(base() + "/" + id)).andExpect(status().isNotFound());
        ConsultationNumber other = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        as("staff", get("/consultations/" + other + "/offline/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void the_second_clerk_is_told_and_may_keep_the_words_as_another_draft() throws Exception {
        MultiValueMap<String, String> form = meeting();
        say(form, "甲", "3", "两人都打开了");
        long id = saved(press("save", form));
        form.set("record", Long.toString(id));
        form.set("version", "1");
        form.set("original", "第一位改的");
        saved(press("save", form));

        form.set("original", "第二位改的");
        String told = body(press("save", form).andExpect(status().isUnprocessableEntity()));
        assertThat(told).contains("改过。您这里写的还在", "第二位改的", "另存为一份草稿");
        as("staff", post(base() + "/autosave").params(form)).andExpect(status().isConflict());
        long another = saved(press("copy", form));

        assertThat(another).isNotEqualTo(id);
        assertThat(page("staff", base() + "/" + id)).contains("第一位改的");
        assertThat(page("staff", base() + "/" + another)).contains("第二位改的");
    }

    @Test
    void who_somebody_is_comes_from_the_drafts_own_list_or_from_own_words() throws Exception {
        rows.plan(number());
        db.sql("UPDATE plan SET identity_categories = ? WHERE consultation = ?")
                .params("物业人员\n业主委员会成员", number().value())
                .update();
        assertThat(page("staff", base() + "/new"))
                .contains("<option value=\"物业人员\"></option>", "<option value=\"人大代表\"></option>")
                .doesNotContain("个体工商户");
        MultiValueMap<String, String> letter = call();
        letter.set("channel", "PAPER");
        letter.add("identityCategory", "其他");
        letter.add("otherCategory", "其他：快递员");
        say(letter, "", "2", "字太小");
        assertThat(page("staff", base() + "/" + saved(press("save", letter))))
                .contains("<option value=\"业主委员会成员\">", "name=\"otherCategory\" maxlength=\"40\" value=\"其他：快递员\"");
        MultiValueMap<String, String> meeting = meeting();
        meeting.add("label", "老李");
        meeting.add("identityCategory", "\u3000物业人员");
        say(meeting, "老李", "2", "字太小了");
        saved(press("hand-in", meeting));
        letter.set("key", UUID.randomUUID().toString());
        saved(press("hand-in", letter));

        assertThat(suggestions.of(number()))
                .extracting(Suggestion::identityCategory)
                .containsExactlyInAnyOrder("物业人员", "快递员");
        letter.set("otherCategory", "写得太长".repeat(11));
        letter.set("key", UUID.randomUUID().toString());
        assertThat(body(press("save", letter).andExpect(status().isUnprocessableEntity())))
                .contains("身份类别不能超过40个字", "写得太长".repeat(11));
    }

    @Test
    void what_was_said_on_the_telephone_is_read_back_first() throws Exception {
        MultiValueMap<String, String> form = call();
        say(form, "", "2", "应当写得大一点");
        ResultActions pressed = press("hand-in", form);
        long id = saved(pressed);
        assertThat(pressed.andReturn().getResponse().getRedirectedUrl()).endsWith("/read-back");
        assertThat(suggestions.of(number())).isEmpty();
        assertThat(page("staff", base() + "/" + id + "/read-back")).contains("请念给对方听", "关于第二条：", "应当写得大一点");

        String read = base() + "/" + id + "/read-back";
        as("staff", post(read).param("version", "1").param("confirmed", "true")).andExpect(status().is3xxRedirection());
        as("staff", post(read).param("version", "1").param("confirmed", "false"))
                .andExpect(status().is3xxRedirection());

        assertThat(suggestions.of(number())).hasSize(1);
        assertThat(db.sql("SELECT confirmed_by_person FROM submission WHERE consultation = ?")
                        .param(number().value())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
        assertThat(page("staff", base() + "/" + id)).contains("请念给对方记下", "R-2026");
        assertThat(page("staff", base())).contains("赵大爷", "电话代录", "已核对", "1条意见");
    }

    @Test
    void a_pile_of_letters_is_entered_one_after_the_other() throws Exception {
        MultiValueMap<String, String> form = call();
        form.set("channel", "PAPER");
        form.set("heldOn", "2026-11-20");
        say(form, "", "", "信里写的");
        String next = press("next", form)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(next).contains("/offline/new?", "channel=PAPER", "heldOn=2026-11-20");
        assertThat(body(as("staff", get(URI.create(next))).andExpect(status().isOk())))
                .contains("收到日期", "2026-11-20", "提交并录下一条");
        assertThat(suggestions.of(number())).extracting(Suggestion::original).containsExactly("信里写的");
    }

    @Test
    void the_script_saves_resolves_and_completes() throws Exception {
        MultiValueMap<String, String> form = meeting();
        say(form, "甲", "3", "自动存的");
        as("staff", post(base() + "/autosave").params(form))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.record").isNumber());
        form.set("people", "无数");
        as("staff", post(base() + "/autosave").params(form))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.sentence").value("人数请写成数字。"));
        as("staff", get(base() + "/clause.json").param("typed", "第二条"))
                .andExpect(jsonPath("$.said").value(startsWith("第二条 餐饮服务经营者应当主动")));
        InformantId informant = rows.informant("司马待补全", null);
        as("staff", get(base() + "/people.json").param("name", "司马待"))
                .andExpect(jsonPath("$[0].id").value(informant.value()))
                .andExpect(jsonPath("$[0].name").value("司马待补全"));
        as("staff", get(base() + "/people.json").param("name", "%"))
                .andExpect(jsonPath("$").isEmpty());
        as("director", get(base() + "/people.json").param("name", "司马")).andExpect(status().isForbidden());
    }

    @Test
    void after_closing_a_new_record_says_that_it_will_be_late() throws Exception {
        number();
        clock.forward(Duration.ofDays(21));
        assertThat(page("staff", base() + "/new?channel=VISIT")).contains("会作为逾期意见原样保存");
        MultiValueMap<String, String> form = call();
        form.set("channel", "VISIT");
        say(form, "", "", "来晚了");
        long id = saved(press("hand-in", form));

        assertThat(page("staff", base() + "/" + id)).contains("不计入征集");
        assertThat(page("staff", base())).contains("逾期");
        assertThat(suggestions.count(number())).isZero();
    }

    @Test
    void an_empty_tab_says_what_to_do_and_only_staff_can_do_it() throws Exception {
        assertThat(page("staff", base())).contains("还没有线下意见。开完座谈会", "登记座谈会", "登记电话");
        assertThat(page("director", base())).doesNotContain("offline/new");
        for (String role : new String[] {"leader", "expert", "manager", "camunda-admin"}) {
            as(role, get(base())).andExpect(status().isForbidden());
            as(role, get(base() + "/new")).andExpect(status().isForbidden());
        }
        as("director", get(base() + "/new")).andExpect(status().isForbidden());
        browser.perform(get(base())).andExpect(status().is3xxRedirection());
        assertThat(page("staff", base() + "/new?channel=<script>&heldOn=x&station=y&place=<b>"))
                .doesNotContain("<b>\"");
    }
}
