package cn.zhengxun.outreach.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings zhengxun.mail.*; zhengxun.mail.poll, the pause between two looks into the outbox, is read by the schedule itself.
 *
 * @param from the sender's address; its domain stands in every Message-ID
 * @param fromName the sender's name as mail programs show it
 * @param dispatch whether this node sends
 * @param lease how long a row counts as being sent before another attempt may take it up
 * @param batch rows claimed at once
 */
@ConfigurationProperties("zhengxun.mail")
record MailSettings(
        @DefaultValue("zhengxun@localhost") String from,
        @DefaultValue("征询") String fromName,
        @DefaultValue("true") boolean dispatch,
        @DefaultValue("10m") Duration lease,
        @DefaultValue("20") int batch) {}
