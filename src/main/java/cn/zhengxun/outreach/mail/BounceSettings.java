package cn.zhengxun.outreach.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings zhengxun.bounces.*: the IMAP mailbox to which the return path of sent mail leads.
 *
 * @param host blank: reports of failed delivery are not read
 * @param port 0: 993 with TLS, 143 without
 * @param ssl whether the connection begins with TLS
 * @param poll the pause between two readings
 * @param folder which is read
 */
@ConfigurationProperties("zhengxun.bounces")
record BounceSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean ssl,
        @DefaultValue("1m") Duration poll,
        @DefaultValue("INBOX") String folder) {

    boolean read() {
        return !host.isBlank();
    }
}
