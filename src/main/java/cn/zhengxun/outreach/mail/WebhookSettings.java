package cn.zhengxun.outreach.mail;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Settings zhengxun.webhook.*: a gateway for short messages (SMS, WeCom) that is spoken to over HTTP.
 *
 * @param url where each message is posted; blank: there is no gateway
 * @param secret shared with the gateway, signs every message
 * @param timeout for connecting, and again for the answer
 */
@ConfigurationProperties("zhengxun.webhook")
record WebhookSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String secret,
        @DefaultValue("10s") Duration timeout) {

    WebhookSettings {
        if (StringUtils.hasText(url)) {
            String scheme = URI.create(url).getScheme();
            if (!"https".equals(scheme) && !"http".equals(scheme)) {
                throw new IllegalArgumentException("zhengxun.webhook.url 要以 https:// 或 http:// 开头");
            }
            if (!StringUtils.hasText(secret)) {
                throw new IllegalArgumentException("设置了 zhengxun.webhook.url，还要设置 zhengxun.webhook.secret，否则接收方无法核对签名");
            }
        }
    }

    boolean present() {
        return StringUtils.hasText(url);
    }
}
