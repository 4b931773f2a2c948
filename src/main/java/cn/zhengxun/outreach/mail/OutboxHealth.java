package cn.zhengxun.outreach.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether mail leaves: UNKNOWN without a transport, since then it waits but the product works. */
@Component("outboxHealthIndicator")
class OutboxHealth implements HealthIndicator {
    private final OutboxRows rows;
    private final Optional<MailTransport> transport;
    private final Clock clock;

    OutboxHealth(OutboxRows rows, Optional<MailTransport> transport, Clock clock) {
        this.rows = rows;
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = transport.isEmpty()
                ? Health.unknown().withDetail("warning", "没有设置邮件服务器（spring.mail.host），邮件在等待发送")
                : Health.up();
        rows.oldestWaiting()
                .ifPresent(oldest -> health.withDetail(
                        "oldestWaitingMinutes",
                        Duration.between(oldest, clock.instant()).toMinutes()));
        return health.withDetail("waiting", rows.count(MailStatus.WAITING))
                .withDetail("failed", rows.count(MailStatus.FAILED))
                .build();
    }
}
