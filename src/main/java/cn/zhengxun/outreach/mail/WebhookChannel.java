package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.PreferredChannel;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.outreach.mail.DeliveryFailure.Fault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts each letter as JSON to a gateway, for those who prefer a message on their telephone. The body is
 * {@code {messageId, channel, to: {phone}, subject, text, link}}; header X-Zhengxun-Signature is {@code sha256=} and the
 * HMAC-SHA256 of the body's bytes in hexadecimal digits. A repeated messageId is the same message once more.
 */
class WebhookChannel implements MessageChannel {
    static final String NAME = "WEBHOOK";
    static final String SIGNATURE = "X-Zhengxun-Signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final int TOO_SLOW = 408;
    private static final int TOO_MANY = 429;

    private final WebhookSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient client;

    WebhookChannel(WebhookSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> address(Informant person) {
        return person.channel() == PreferredChannel.MESSAGE
                ? Optional.ofNullable(person.phone()).filter(phone -> !phone.isBlank())
                : Optional.empty();
    }

    /** Users are told by e-mail. */
    @Override
    public Optional<String> address(UserAccount user) {
        return Optional.empty();
    }

    @Override
    public void send(Letter letter) throws DeliveryFailure {
        byte[] body = body(letter);
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .header(SIGNATURE, signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            judge(client.send(request, HttpResponse.BodyHandlers.discarding()));
        } catch (ConnectException unreachable) {
            throw new DeliveryFailure(Fault.CHANNEL, "连不上短信网关，恢复后自动发送", unreachable);
        } catch (IOException broken) {
            throw new DeliveryFailure(Fault.FOR_NOW, "短信网关没有答复", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailure(Fault.FOR_NOW, "程序正在停止，稍后再发", stopped);
        }
    }

    private void judge(HttpResponse<Void> answer) throws DeliveryFailure {
        int code = answer.statusCode();
        if (code / 100 == 2) {
            return;
        }
        if (code / 100 == 4 && code != TOO_SLOW && code != TOO_MANY) {
            throw new DeliveryFailure(Fault.LETTER, "短信网关拒收（" + code + "），请核对电话或者换一种方式联系", null);
        }
        throw new DeliveryFailure(
                Fault.FOR_NOW,
                "短信网关暂时不收（" + code + "）",
                answer.headers().firstValue("Retry-After").map(this::wait).orElse(Duration.ZERO),
                null);
    }

    /** Seconds or a date (RFC 9110); what cannot be read, or is past, asks for nothing. */
    private Duration wait(String retryAfter) {
        Duration wait;
        try {
            wait = retryAfter.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private byte[] body(Letter letter) {
        Map<String, Object> message = new TreeMap<>();
        message.put("messageId", letter.messageId());
        message.put("channel", PreferredChannel.MESSAGE.name());
        message.put("to", Map.of("phone", letter.address()));
        message.put("subject", letter.mail().subject());
        message.put("text", letter.mail().text());
        message.put("link", letter.mail().link());
        try {
            return json.writeValueAsBytes(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings can always be written as JSON", impossible);
        }
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
