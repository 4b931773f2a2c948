package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.testing.OnH2;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Two drafts compared for machines. */
@OnH2
class DraftComparisonApiTest {
    private static final String EARLIER = """
            第一条　公安机关接到家庭暴力报案后应当及时出警。
            第二条　学校应当开展家庭美德和反家庭暴力教育。
            第三条　本法自公布之日起施行。
            """;
    private static final String LATER = """
            第一条　公安机关接到家庭暴力报案后应当立即出警，制止家庭暴力。
            第二条　学校应当开展家庭美德和反家庭暴力教育。
            第三条　县级人民政府可以设立临时庇护场所，提供临时生活帮助。
            第四条　本法自公布之日起施行。
            """;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient db;

    @Test
    void machines_get_the_counts_and_how_each_article_lives_on() throws Exception {
        JsonNode answer = answer(EARLIER, LATER);

        JsonNode first = answer.get("mapping").get(0);
        assertThat(first.get("before").asText()).isEqualTo("1");
        assertThat(first.get("after").asText()).isEqualTo("1");
        assertThat(first.get("kind").asText()).isEqualTo("changed");
        assertThat(first.get("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(answer.get("summary").fieldNames())
                .toIterable()
                .containsExactly("added", "removed", "changed", "moved", "same");
    }

    @Test
    void what_is_new_has_no_before_and_what_is_gone_no_after() throws Exception {
        JsonNode longer = answer("第一条 公安机关应当出警。", "第一条 公安机关应当出警。\n第二条 县级人民政府可以设立临时庇护场所。");
        JsonNode shorter = answer("第一条 公安机关应当出警。\n第二条 县级人民政府可以设立临时庇护场所。", "第一条 公安机关应当出警。");

        assertThat(longer.get("summary").get("added").asInt()).isEqualTo(1);
        assertThat(longer.get("mapping").get(1).get("before").isNull()).isTrue();
        assertThat(longer.get("mapping").get(1).get("kind").asText()).isEqualTo("new");
        assertThat(shorter.get("summary").get("removed").asInt()).isEqualTo(1);
        assertThat(shorter.get("mapping").get(1).get("after").isNull()).isTrue();
        assertThat(shorter.get("mapping").get(1).get("kind").asText()).isEqualTo("removed");
    }

    @Test
    void the_articles_before_are_removed_changed_moved_or_the_same_and_every_article_is_mapped() throws Exception {
        PromulgatedLaw[] pair =
                PromulgatedLaw.all().filter(law -> law.file().startsWith("立法法")).toArray(PromulgatedLaw[]::new);
        JsonNode answer = answer(pair[0].text(), pair[1].text());

        JsonNode summary = answer.get("summary");
        Set<String> before = new TreeSet<>();
        Set<String> after = new TreeSet<>();
        answer.get("mapping").forEach(entry -> {
            if (!entry.get("before").isNull()) {
                before.add(entry.get("before").asText());
            }
            if (!entry.get("after").isNull()) {
                after.add(entry.get("after").asText());
            }
        });
        assertThat(before).hasSize(pair[0].articles());
        assertThat(after).hasSize(pair[1].articles());
        assertThat(summary.get("removed").asInt()
                        + summary.get("changed").asInt()
                        + summary.get("moved").asInt()
                        + summary.get("same").asInt())
                .isEqualTo(pair[0].articles());
        assertThat(summary.get("same").asInt()).isPositive();
        assertThat(summary.get("changed").asInt()).isPositive();
    }

    @Test
    void a_text_compared_with_itself_is_all_the_same() throws Exception {
        JsonNode summary = answer(LATER, LATER).get("summary");

        assertThat(summary.toString()).isEqualTo("{\"added\":0,\"removed\":0,\"changed\":0,\"moved\":0,\"same\":4}");
    }

    @Test
    void it_is_said_which_file_cannot_be_read() throws Exception {
        for (byte[] broken : new byte[][] {{}, "%PDF-1.4".getBytes(StandardCharsets.UTF_8), new byte[11_000_000]}) {
            refused(broken, utf8(LATER))
                    .andExpect(jsonPath(
                            "$.detail",
                            allOf(containsString("修改前的文件"), containsString("请"), not(containsString("修改后")))));
            refused(utf8(EARLIER), broken)
                    .andExpect(jsonPath(
                            "$.detail",
                            allOf(containsString("修改后的文件"), containsString("请"), not(containsString("修改前")))));
        }
    }

    @Test
    void a_missing_file_is_named() throws Exception {
        web.perform(multipart("/api/v1/drafts/compare")
                        .file(new MockMultipartFile("before", "a.txt", null, utf8(EARLIER)))
                        .with(role("staff")))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail", containsString("after")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "leader", "expert", "manager", "camunda-admin"})
    void only_staff_have_drafts_compared(String role) throws Exception {
        web.perform(multipart("/api/v1/drafts/compare")
                        .file(new MockMultipartFile("before", "a.txt", null, utf8(EARLIER)))
                        .file(new MockMultipartFile("after", "b.txt", null, utf8(LATER)))
                        .with(role(role)))
                .andExpect(status().isForbidden());
    }

    @Test
    void nothing_is_stored() throws Exception {
        long before = stored();

        answer(EARLIER, LATER);

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void it_is_described() throws Exception {
        web.perform(get("/v3/api-docs").with(role("staff")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/drafts/compare'].post.responses.length()")
                        .value(2));
    }

    private long stored() {
        return db.sql(
                        "select (select count(*) from draft) + (select count(*) from clause) + (select count(*) from audit_entry)")
                .query(Long.class)
                .single();
    }

    private JsonNode answer(String before, String after) throws Exception {
        String body = compared(utf8(before), utf8(after))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return json.readTree(body);
    }

    private ResultActions refused(byte[] before, byte[] after) throws Exception {
        return compared(before, after)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType("application/problem+json"));
    }

    private ResultActions compared(byte[] before, byte[] after) throws Exception {
        return web.perform(multipart("/api/v1/drafts/compare")
                .file(new MockMultipartFile("before", "a.txt", null, before))
                .file(new MockMultipartFile("after", "b.txt", null, after))
                .with(role("staff")));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor role(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
