package cn.zhengxun.outreach.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Figures for operators; asked of the database when they are scraped. */
@Component
class MailMetrics implements MeterBinder {
    private final OutboxRows outbox;
    private final BounceRows reports;
    private final Channels channels;
    private final BounceMailbox mailbox;
    private final Clock clock;

    MailMetrics(OutboxRows outbox, BounceRows reports, Channels channels, BounceMailbox mailbox, Clock clock) {
        this.outbox = outbox;
        this.reports = reports;
        this.channels = channels;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("zhengxun.mail.waiting", () -> outbox.count(MailStatus.WAITING))
                .description("messages that wait to be sent")
                .register(meters);
        Gauge.builder("zhengxun.mail.failed", () -> outbox.count(MailStatus.FAILED))
                .description("messages that failed for good")
                .register(meters);
        Gauge.builder("zhengxun.mail.oldest.waiting", this::oldestSeconds)
                .description("age of the oldest message that waits")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("zhengxun.mail.troubles", () -> channels.troubles().size())
                .description("channels by which nothing leaves")
                .register(meters);
        Gauge.builder("zhengxun.bounces.aside", () -> reports.count(DeliveryReport.Action.ASIDE))
                .description("mails in the bounce mailbox that were no readable report, since the beginning")
                .register(meters);
        Gauge.builder("zhengxun.bounces.trouble", () -> mailbox.trouble().isPresent() ? 1 : 0)
                .description("1 while the bounce mailbox cannot be read")
                .register(meters);
    }

    private double oldestSeconds() {
        return outbox.oldestWaiting()
                .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
