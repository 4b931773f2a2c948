package cn.zhengxun.outreach.mail;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** Chooses the transport: SMTP where a host is set, else the demo mailbox in demo mode, else none and mail waits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    static final String WITH_SMTP = "!'${spring.mail.host:}'.isBlank()";
    static final String WITHOUT_SMTP = "'${spring.mail.host:}'.isBlank()";

    @Bean
    @ConditionalOnExpression(WITH_SMTP)
    MailTransport smtpTransport(JavaMailSender sender, MailSettings settings) {
        return new SmtpTransport(sender, settings);
    }

    @Bean
    @ConditionalOnProperty(name = "zhengxun.demo", havingValue = "true")
    @ConditionalOnExpression(WITHOUT_SMTP)
    DemoMailbox demoMailbox(JdbcClient db, Clock clock) {
        return new DemoMailbox(db, clock);
    }
}
