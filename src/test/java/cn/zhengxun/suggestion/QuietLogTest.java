package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** However much is logged, it is never what people wrote, how they are reached, or the way into their page. */
@OnH2
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest {
    private static final String WORDS = "井盖松动的事情夜里最响";
    private static final String NAME = "司空曙辰";
    private static final String CONTACT = "15942613308";

    @Autowired
    MockMvc browser;

    @Autowired
    Invitations invitations;

    @Autowired
    Rows rows;

    @Autowired
    LoggingSystem logging;

    @BeforeEach
    void loud() {
        logging.setLogLevel("cn.zhengxun", LogLevel.DEBUG);
        logging.setLogLevel("org.springframework", LogLevel.INFO);
    }

    @AfterEach
    void as_before() {
        logging.setLogLevel("cn.zhengxun", null);
        logging.setLogLevel("org.springframework", null);
    }

    @Test
    void no_line_holds_words_contacts_or_links(CapturedOutput log) throws Exception {
        LoggerFactory.getLogger(QuietLogTest.class).debug("the log is heard");
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        String token = invitations.mint(rows.invitation(number, rows.informant(NAME, "sikong@distinct.example")));
        String link = "/i/" + token;
        String code = "quiet" + Math.floorMod(token.hashCode(), 1_000_000);
        invitations.openChannel(number, rows.station("安静小院"), code);

        status(get(link));
        assertThat(status(answer(link).param("action", "save")))
                .as("kept as a draft")
                .isEqualTo(303);
        assertThat(status(answer(link).param("action", "submit")))
                .as("without consent")
                .isEqualTo(422);
        assertThat(status(answer(link).param("action", "submit").param("consentProcessing", "on")))
                .isEqualTo(303);
        assertThat(status(answer("/q/" + code).param("action", "submit").param("consentProcessing", "on")))
                .isEqualTo(303);
        assertThat(status(answer("/q/" + code).param("action", "submit").param("clause", "99999999")))
                .as("a forged clause")
                .isEqualTo(422);
        status(get(link + "/record"));
        status(get("/i/" + token + "x"));
        status(answer("/i/" + token + "x"));

        assertThat(log.getAll())
                .contains("the log is heard")
                .doesNotContain(WORDS, NAME, CONTACT, token, "distinct.example");
    }

    private static MockHttpServletRequestBuilder answer(String to) {
        return post(to).param("key", "quiet-" + to.substring(0, 6))
                .param("clause", "")
                .param("kind", "SUBSTANCE")
                .param("original", WORDS)
                .param("proposed", "")
                .param("reason", "")
                .param("identityCategory", "")
                .param("ageBand", "")
                .param("proposerName", NAME)
                .param("proposerContact", CONTACT);
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse().getStatus();
    }
}
