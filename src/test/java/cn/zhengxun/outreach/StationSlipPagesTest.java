package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The slip of a station whose coordinator has no address: given out on paper, taken on with the printed link. */
@OnH2
class StationSlipPagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Rows rows;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private ConsultationNumber number;
    private StationId station;
    private InformantId coordinator;
    private String stations;

    @BeforeEach
    void a_station_without_mail() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        rows.plan(number);
        db.sql(
                        "INSERT INTO audience (consultation, expression, proposed_at, frozen_at, frozen_by) VALUES (?, '', ?, ?, 'staff')")
                .params(number.value(), Timestamps.of(clock.instant()), Timestamps.of(clock.instant()))
                .update();
        station = rows.station("纸质小院");
        coordinator = rows.informant("卢老师", null, station);
        db.sql("UPDATE station SET coordinator_id = ? WHERE id = ?")
                .params(coordinator.value(), station.value())
                .update();
        stations = UriComponentsBuilder.fromPath("/consultations/{n}/stations")
                .buildAndExpand(number.value())
                .encode()
                .toUriString();
    }

    @AfterEach
    void set_the_clock_back() {
        clock.reset();
    }

    private MockHttpServletResponse staff(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(user("staff").authorities(new SimpleGrantedAuthority("staff")))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse anyone(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder at(String address) {
        return get(java.net.URI.create(address));
    }

    private static MockHttpServletRequestBuilder press(String address) {
        return post(java.net.URI.create(address));
    }

    /** @return the slip's own page */
    private String issued() throws Exception {
        MockHttpServletResponse done =
                staff(press(stations + "/issue").param("station", Long.toString(station.value())));
        assertThat(done.getStatus()).isEqualTo(302);
        long slip = db.sql("SELECT id FROM station_slip WHERE consultation = ? AND station_id = ?")
                .params(number.value(), station.value())
                .query(Long.class)
                .single();
        return stations + "/" + slip;
    }

    private String printedLink(String slip) throws Exception {
        MockHttpServletResponse sheet = staff(press(slip + "/print"));
        assertThat(sheet.getHeader("Cache-Control")).isEqualTo("no-store");
        Matcher link = Pattern.compile("/i/[A-Za-z0-9_-]{43}/station").matcher(text(sheet));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @Test
    void the_coordinator_claims_reports_and_asks_for_paper_without_an_account() throws Exception {
        String slip = issued();
        assertThat(text(staff(at(slip)))).contains("收不到邮件，请打印任务单").doesNotContain("重发邮件</button>");
        String link = printedLink(slip);
        MockHttpServletResponse page = anyone(at(link));
        assertThat(text(page)).contains("卢老师，您好", "《测试条例（草案）", "认领任务", "已下达");
        assertThat(page.getCookies()).isEmpty();
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");

        String own = link + "/" + slip.substring(slip.lastIndexOf('/') + 1);
        MockHttpServletResponse claimed = anyone(press(own + "/claim").param("large", "1"));
        assertThat(claimed.getStatus()).isEqualTo(303);
        assertThat(claimed.getCookies()).isEmpty();
        assertThat(claimed.getRedirectedUrl()).isEqualTo(link + "?done=claimed&large=1");
        assertThat(text(anyone(at(claimed.getRedirectedUrl())))).contains("已认领，谢谢您", "class=\"large\"");

        MockHttpServletResponse refused =
                anyone(press(own + "/report").param("reached", "三十").param("formKey", "k1"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("id=\"reached-", "-fault\"", "请填整数", "value=\"三十\"");
        anyone(press(own + "/report")
                .param("reached", "３０")
                .param("meetings", "1")
                .param("formKey", "k1"));
        anyone(press(own + "/paper").param("copies", "20"));
        assertThat(text(anyone(at(link)))).contains("30人", "您要了20份");

        assertThat(text(staff(at(stations)))).contains("1个站点要纸质材料", "要20份", "已报数");
        assertThat(text(staff(at(stations.replace("/stations", ""))))).contains("1个站点要纸质材料");
        long request = db.sql(
                        "SELECT p.id FROM station_paper_request p JOIN station_slip s ON s.id = p.slip_id WHERE s.consultation = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        staff(press(slip + "/handed-out").param("request", Long.toString(request)));
        assertThat(text(staff(at(stations.replace("/stations", ""))))).doesNotContain("要纸质材料");
    }

    @Test
    void the_page_names_the_stations_people_and_their_state_but_no_contact() throws Exception {
        InformantId neighbour = rows.informant("邻居", "neighbour@example.org", station);
        db.sql("UPDATE informant SET phone = '13800000000' WHERE id = ?")
                .param(neighbour.value())
                .update();
        rows.invitation(number, neighbour);
        String link = printedLink(issued());
        assertThat(text(anyone(at(link)))).contains("邻居", "未答复").doesNotContain("neighbour@example.org", "13800000000");
    }

    @Test
    void an_invited_coordinator_finds_the_slip_on_the_personal_page_and_others_do_not() throws Exception {
        String personal = "/i/" + invitations.mint(rows.invitation(number, coordinator));
        assertThat(text(anyone(at(personal)))).doesNotContain("召集人");
        assertThat(anyone(at(personal + "/station")).getStatus()).isEqualTo(404);
        issued();
        assertThat(text(anyone(at(personal)))).contains("的召集人：", personal + "/station");
        assertThat(text(anyone(at(personal + "/station")))).contains("看草案，提我自己的意见");

        String stranger = "/i/" + invitations.mint(rows.invitation(number, rows.informant("别人", null, station)));
        assertThat(text(anyone(at(stranger)))).doesNotContain("召集人：");
        assertThat(anyone(at(stranger + "/station")).getStatus()).isEqualTo(404);
    }

    @Test
    void a_wrong_link_and_somebody_elses_slip_show_the_neutral_page() throws Exception {
        String slip = issued();
        String link = printedLink(slip);
        MockHttpServletResponse unknown = anyone(at("/i/" + "A".repeat(43) + "/station"));
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(text(unknown)).contains("打不开这个链接");
        assertThat(anyone(press(link + "/999999/claim")).getStatus()).isEqualTo(404);
        assertThat(anyone(press("/i/" + "A".repeat(43) + "/station/1/claim")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void what_is_refused_says_why_and_keeps_what_was_typed() throws Exception {
        assertThat(text(staff(press(stations + "/issue")))).contains("请至少选择一个站点");
        String slip = issued();
        MockHttpServletResponse refused = staff(press(slip + "/withdraw"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("请填写撤回理由");
        assertThat(text(staff(press(slip + "/paper").param("copies", "9999")))).contains("一次最多要500份", "value=\"9999\"");
        assertThat(staff(at(stations + "/999999")).getStatus()).isEqualTo(404);
    }

    @Test
    void the_booklet_holds_everything_an_answer_on_paper_needs() throws Exception {
        db.sql(
                        "INSERT INTO explanation (consultation, text, written_by, written_at, published_at) VALUES (?, '说白了，就是别浪费。', 'staff', ?, ?)")
                .params(number.value(), Timestamps.of(clock.instant()), Timestamps.of(clock.instant()))
                .update();
        issued();
        String pack = stations.replace("/stations", "/paper-pack") + "?station=" + station.value();
        String booklet = text(staff(at(pack + "&copies=20")));
        String code = invitations.channels(number).get(0).code();
        assertThat(booklet)
                .contains("请您对《测试条例", "解释说明，不是法律条文", "说白了，就是别浪费。", "您认为这样写可行吗？", "卢老师", "解放路1号")
                .contains(Rows.ARTICLES)
                .contains("原话会照样记录", "实质修改", "可以公开我的姓名", "份数填20")
                .contains(
                        "/q/" + code,
                        QrCode.of("http://localhost:8080/q/" + code).path());
        String focus = text(staff(at(pack + "&text=focus")));
        assertThat(focus).contains(Rows.ARTICLES.get(0)).doesNotContain(Rows.ARTICLES.get(2));
    }

    @Test
    void each_copy_of_an_internal_booklet_bears_its_station_and_number_and_no_code() throws Exception {
        db.sql("UPDATE consultation SET visibility = 'INTERNAL' WHERE number = ?")
                .param(number.value())
                .update();
        String pack = stations.replace("/stations", "/paper-pack");
        assertThat(text(staff(at(pack)))).contains("请先选择站点").doesNotContain("class=\"pack\"");
        String booklet = text(staff(at(pack + "?copies=3&station=" + station.value())));
        assertThat(booklet).contains("第1份，共3份", "第3份，共3份", "data-name=\"纸质小院").doesNotContain("/q/", "class=\"qr\"");
        assertThat(staff(at(pack + "?copies=51&station=" + station.value())).getStatus())
                .isEqualTo(422);
    }
}
