package cn.zhengxun.outreach.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether mail leaves: UNKNOWN without a channel, since then it waits but the product works; DOWN where a channel takes nothing. */
@Component("outboxHealthIndicator")
class OutboxHealth implements HealthIndicator {
    private final OutboxRows rows;
    private final Channels channels;
    private final BounceSettings settings;
    private final BounceMailbox mailbox;
    private final Clock clock;

    OutboxHealth(OutboxRows rows, Channels channels, BounceSettings settings, BounceMailbox mailbox, Clock clock) {
        this.rows = rows;
        this.channels = channels;
        this.settings = settings;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Map<String, String> troubles = channels.troubles().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, trouble -> trouble.getValue().sentence()));
        Health.Builder health = troubles.isEmpty() && mailbox.trouble().isEmpty()
                ? Health.up()
                : Health.down().withDetail("troubles", troubles);
        if (channels.none()) {
            health = Health.unknown().withDetail("warning", "没有设置邮件服务器（spring.mail.host），邮件在等待发送");
        }
        Health.Builder answer = health;
        rows.oldestWaiting()
                .ifPresent(oldest -> answer.withDetail(
                        "oldestWaitingMinutes",
                        Duration.between(oldest, clock.instant()).toMinutes()));
        answer.withDetail("bounces", settings.read() ? mailbox.trouble().orElse("正常") : "没有设置退信邮箱");
        mailbox.lastRead().ifPresent(at -> answer.withDetail("bouncesReadAt", at.toString()));
        return answer.withDetail("waiting", rows.count(MailStatus.WAITING))
                .withDetail("failed", rows.count(MailStatus.FAILED))
                .build();
    }
}
