package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.identity.Users;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The channels: a gateway for messages where one is set; e-mail by SMTP where a host is set, else the demo mailbox in demo mode, else none and mail waits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, WebhookSettings.class, BounceSettings.class})
class MailConfiguration {
    static final String WITH_SMTP = "!'${spring.mail.host:}'.isBlank()";
    static final String WITHOUT_SMTP = "'${spring.mail.host:}'.isBlank()";

    @Bean
    Channels channels(
            ObjectProvider<MessageChannel> channels,
            Directory directory,
            Users users,
            SubmissionAddresses authors,
            Clock clock) {
        return new Channels(channels.orderedStream().toList(), directory, users, authors, clock);
    }

    @Bean
    Reach reach(WebhookSettings settings) {
        return new Reach(settings.present());
    }

    @Bean
    @Order(1)
    @ConditionalOnExpression("!'${zhengxun.webhook.url:}'.isBlank()")
    WebhookChannel webhookChannel(WebhookSettings settings, ObjectMapper json, Clock clock) {
        return new WebhookChannel(settings, json, clock);
    }

    @Bean
    @Order(2)
    @ConditionalOnExpression(WITH_SMTP)
    MailTransport smtpTransport(JavaMailSenderImpl relay, MailSettings settings, BounceSettings bounces, Clock clock) {
        return new SmtpTransport(relay, settings, bounces.read(), clock);
    }

    @Bean
    @Order(2)
    @ConditionalOnProperty(name = "zhengxun.demo", havingValue = "true")
    @ConditionalOnExpression(WITHOUT_SMTP)
    DemoMailbox demoMailbox(JdbcClient db, Clock clock) {
        return new DemoMailbox(db, clock);
    }
}
