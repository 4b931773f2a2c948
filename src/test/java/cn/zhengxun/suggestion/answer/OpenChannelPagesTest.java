package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.OpenChannel;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** A poster from the press that opens it to the one that takes it down, and what residents see behind it. */
@OnH2
class OpenChannelPagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Invitations invitations;

    @Autowired
    HandingPace pace;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private ConsultationNumber number;
    private StationId station;
    private String stations;

    @BeforeEach
    void a_station() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        station = rows.station("扫码小院");
        stations = UriComponentsBuilder.fromPath("/consultations/{n}/stations")
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

    private static MockHttpServletRequestBuilder at(String address) {
        return get(java.net.URI.create(address));
    }

    private static MockHttpServletRequestBuilder press(String address) {
        return post(java.net.URI.create(address));
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletRequestBuilder opinion(String code, String words) {
        return post("/q/" + code)
                .param("key", UUID.randomUUID().toString())
                .param("clause", "")
                .param("kind", "")
                .param("original", words)
                .param("proposed", "")
                .param("reason", "")
                .param("consentProcessing", "on")
                .param("action", "submit");
    }

    private String code() throws Exception {
        assertThat(staff(press(stations + "/posters/open")).getStatus()).isEqualTo(302);
        return invitations.channels(number).stream()
                .filter(channel -> station.equals(channel.station()))
                .map(OpenChannel::code)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_poster_is_opened_printed_counted_and_taken_down() throws Exception {
        assertThat(text(staff(at(stations)))).contains("给没有海报的站点开通", "没有海报").doesNotContain("??");
        String code = code();
        String printed = text(staff(at(stations + "/posters")));
        assertThat(printed)
                .contains("测试条例", "/q/" + code, "2026年12月13日（星期日）24时", "扫码小院", "解放路1号", "不用注册，不留姓名也可以")
                .doesNotContain("??");
        assertThat(text(staff(at(stations + "/posters?code=" + code))))
                .containsOnlyOnce("class=\"poster\"")
                .contains(code);

        String receipt = send(opinion(code, "楼道要有灯")).getHeader("Location");
        assertThat(receipt).startsWith("/q/" + code + "/receipt/R-");
        assertThat(db.sql("SELECT open_channel FROM submission WHERE consultation = ?")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .containsExactly(code);
        assertThat(text(staff(at(stations)))).contains("2026年11月23日 09:00");

        String one = stations + "/posters/" + code;
        assertThat(text(staff(at(one)))).contains("停用，并换一个新码").doesNotContain("??");
        MockHttpServletResponse unsaid = staff(press(one + "/retire").param("reason", " "));
        assertThat(unsaid.getStatus()).isEqualTo(422);
        assertThat(text(unsaid)).contains("请写明停用的理由");
        assertThat(staff(press(one + "/retire").param("reason", "贴错了小区").param("replace", "true"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(text(staff(at(stations)))).contains("贴错了小区", "已停用的海报（1张）");

        MockHttpServletResponse scanned = send(get("/q/" + code));
        assertThat(scanned.getStatus()).isEqualTo(410);
        assertThat(text(scanned)).contains("这张海报已经停用", "扫码小院", "解放路1号").doesNotContain("贴错了小区", "??");
        MockHttpServletResponse late = send(opinion(code, "还没交上去的话"));
        assertThat(late.getStatus()).isEqualTo(410);
        assertThat(text(late)).contains("还没交上去的话");
        assertThat(text(send(get(receipt)))).as("receipts outlive the poster").contains("楼道要有灯");
    }

    @Test
    void a_machine_is_suspected_and_never_refused() throws Exception {
        String code = code();
        String page = text(send(get("/q/" + code)));
        assertThat(page).contains("name=\"homepage\"", "name=\"made\"", "tabindex=\"-1\"");

        long now = clock.millis();
        send(opinion(code, "真人").param("made", Long.toString(now - 60_000)));
        send(opinion(code, "太快").param("made", Long.toString(now - 500)));
        MockHttpServletResponse filled = send(opinion(code, "什么都填").param("homepage", "http://spam.example"));
        assertThat(filled.getStatus()).as("no clue to the machine").isEqualTo(303);
        assertThat(db.sql("SELECT suspicion FROM submission WHERE consultation = ? ORDER BY id")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .containsExactly(null, "TOO_FAST", "HIDDEN_FIELD");
        assertThat(text(send(get("/i/short")))).doesNotContain("homepage");
    }

    @Test
    void too_many_from_one_phone_wait_a_moment_and_keep_every_word() throws Exception {
        String code = code();
        String phone = UUID.randomUUID().toString();
        while (pace.take("203.0.113.7", phone).isZero()) {
            assertThat(phone).isNotEmpty();
        }
        MockHttpServletResponse wait = browser.perform(multipart("/q/" + code)
                        .file(new MockMultipartFile("files", "楼道.pdf", null, "%PDF-1.4".getBytes()))
                        .param("key", UUID.randomUUID().toString())
                        .param("original", "等一等也不丢的话")
                        .param("action", "submit")
                        .param("device", phone))
                .andReturn()
                .getResponse();
        assertThat(wait.getStatus()).isEqualTo(429);
        long seconds = Long.parseLong(wait.getHeader("Retry-After"));
        assertThat(seconds).isBetween(1L, 20L);
        assertThat(text(wait))
                .contains(
                        "等一等也不丢的话</textarea>", "请等" + seconds + "秒", "data-wait=\"" + seconds + "\"", "楼道.pdf</span>");
        assertThat(send(opinion(code, "别的手机").param("device", "another")).getStatus())
                .isEqualTo(303);

        clock.forward(Duration.ofSeconds(seconds));
        assertThat(send(opinion(code, "等一等也不丢的话").param("device", phone)).getStatus())
                .isEqualTo(303);
        assertThat(db.sql("SELECT COUNT(*) FROM submission WHERE consultation = ?")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void leaders_and_strangers_have_no_posters() throws Exception {
        for (String role : List.of("leader", "expert", "manager")) {
            assertThat(send(at(stations + "/posters")
                                    .with(user("somebody").authorities(new SimpleGrantedAuthority(role))))
                            .getStatus())
                    .isEqualTo(403);
        }
    }
}
