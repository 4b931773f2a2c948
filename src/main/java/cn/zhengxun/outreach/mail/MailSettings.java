package cn.zhengxun.outreach.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings zhengxun.mail.*.
 *
 * @param from the sender's address; its domain stands in every Message-ID
 * @param fromName the sender's name as mail programs show it
 * @param returnPath where reports of failed delivery go; blank: to the sender's address
 * @param dispatch whether this node sends
 * @param senders how many threads of this node send at the same time
 * @param perSecond how many messages this node sends in a second at most; 0: as many as it can
 * @param poll the pause between two looks into an outbox in which nothing was due
 * @param lease how long a row counts as being sent before another attempt may take it up
 * @param batch rows claimed at once
 * @param firstPause after the first temporary failure; each further pause is twice as long
 */
@ConfigurationProperties("zhengxun.mail")
record MailSettings(
        @DefaultValue("zhengxun@localhost") String from,
        @DefaultValue("征询") String fromName,
        @DefaultValue("") String returnPath,
        @DefaultValue("true") boolean dispatch,
        @DefaultValue("2") int senders,
        @DefaultValue("0") int perSecond,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("10m") Duration lease,
        @DefaultValue("20") int batch,
        @DefaultValue("1m") Duration firstPause) {

    MailSettings {
        if (senders < 1 || batch < 1 || perSecond < 0) {
            throw new IllegalArgumentException(
                    "zhengxun.mail.senders 和 zhengxun.mail.batch 至少为 1，zhengxun.mail.per-second 不能小于 0");
        }
    }

    String envelopeFrom() {
        return returnPath.isBlank() ? from : returnPath;
    }
}
