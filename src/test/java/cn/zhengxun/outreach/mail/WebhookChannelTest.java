package cn.zhengxun.outreach.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.PreferredChannel;
import cn.zhengxun.outreach.mail.DeliveryFailure.Fault;
import cn.zhengxun.testing.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real HTTP server. */
class WebhookChannelTest {
    private static final Letter LETTER = new Letter(
            "1@zhengxun.example", "13800000000", new Mail("邀请", "请提意见\n", "<p>请提意见</p>", "https://z.example/i/x"));

    private record Taken(byte[] body, String signature, String contentType) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private HttpServer gateway;
    private volatile int answer = 202;
    private volatile String retryAfter;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/messages", this::take);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        taken.add(new Taken(
                exchange.getRequestBody().readAllBytes(),
                exchange.getRequestHeaders().getFirst(WebhookChannel.SIGNATURE),
                exchange.getRequestHeaders().getFirst("Content-Type")));
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        if (answer == 0) {
            return; // never answers
        }
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private WebhookChannel channel() {
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/messages";
        return new WebhookChannel(
                new WebhookSettings(url, "secret", Duration.ofMillis(500)), new ObjectMapper(), new TestClock());
    }

    @Test
    void a_message_carries_what_the_gateway_needs_and_a_signature_over_its_bytes() throws Exception {
        channel().send(LETTER);
        Taken one = taken.get(0);
        JsonNode message = new ObjectMapper().readTree(one.body());
        assertThat(message.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("messageId", "channel", "to", "subject", "text", "link");
        assertThat(message.at("/messageId").asText()).isEqualTo("1@zhengxun.example");
        assertThat(message.at("/channel").asText()).isEqualTo("MESSAGE");
        assertThat(message.at("/to/phone").asText()).isEqualTo("13800000000");
        assertThat(message.at("/subject").asText()).isEqualTo("邀请");
        assertThat(message.at("/text").asText()).isEqualTo("请提意见\n");
        assertThat(message.at("/link").asText()).isEqualTo("https://z.example/i/x");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(one.signature()).isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(one.body())));
        assertThat(one.contentType()).isEqualTo("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "400,LETTER", "401,LETTER", "404,LETTER", "410,LETTER", "422,LETTER",
        "408,FOR_NOW", "429,FOR_NOW", "500,FOR_NOW", "503,FOR_NOW", "302,FOR_NOW"
    })
    void a_refusal_by_4xx_is_for_good_and_all_else_for_now(int code, Fault fault) {
        answer = code;
        assertThat(refused().fault()).isEqualTo(fault);
        assertThat(taken).as("no redirect is followed").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "120,120",
        "99999999,86400",
        "'Mon, 23 Nov 2026 01:10:00 GMT',600",
        "'Mon, 23 Nov 2020 01:10:00 GMT',0",
        "soon,0",
        "-5,0"
    })
    void the_gateways_wish_for_a_pause_is_heard(String wish, long seconds) {
        answer = 429;
        retryAfter = wish;
        assertThat(refused().atLeast()).hasSeconds(seconds);
    }

    @Test
    void no_answer_in_time_is_for_now_and_no_gateway_at_all_is_the_channels_fault() {
        answer = 0;
        assertThat(refused().fault()).isEqualTo(Fault.FOR_NOW);
        WebhookChannel channel = channel();
        gateway.stop(0);
        assertThat(catchThrowableOfType(DeliveryFailure.class, () -> channel.send(LETTER))
                        .fault())
                .isEqualTo(Fault.CHANNEL);
    }

    private DeliveryFailure refused() {
        DeliveryFailure failure =
                catchThrowableOfType(DeliveryFailure.class, () -> channel().send(LETTER));
        assertThat(failure.getMessage()).doesNotContain("13800000000");
        return failure;
    }

    @Test
    void it_reaches_those_who_prefer_messages_and_have_a_telephone() {
        assertThat(channel().address(person("138", PreferredChannel.MESSAGE))).contains("138");
        assertThat(channel().address(person(" ", PreferredChannel.MESSAGE))).isEmpty();
        assertThat(channel().address(person(null, PreferredChannel.MESSAGE))).isEmpty();
        assertThat(channel().address(person("138", PreferredChannel.MAIL))).isEmpty();
        assertThat(channel().address(person("138", PreferredChannel.PAPER))).isEmpty();
    }

    private static Informant person(String phone, PreferredChannel channel) {
        return new Informant(
                new InformantId(1),
                "王小明",
                phone,
                "ming@example.com",
                null,
                null,
                null,
                false,
                true,
                LocalDate.EPOCH,
                null,
                channel,
                null,
                Set.of());
    }
}
