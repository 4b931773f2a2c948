package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.MailFailed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings one claimed row to its result. It is written and settled in transactions of its own, before and after the
 * channel takes it: a crash in between repeats at most the one mail in hand, with the same Message-ID.
 */
@Component
class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** With a first pause of a minute 1, 2, 4 … 128 minutes between nine attempts: four and a quarter hours. */
    private static final int MOST_ATTEMPTS = 9;

    /** A pause is longer by up to a tenth, so that what failed together does not come back together. */
    private static final int JITTER = 10;

    private final OutboxRows rows;
    private final Map<String, MailWriter> writers;
    private final Channels channels;
    private final Directory directory;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Delivery(
            OutboxRows rows,
            List<MailWriter> writers,
            Channels channels,
            Directory directory,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.writers = writers.stream().collect(Collectors.toMap(MailWriter::template, Function.identity()));
        this.channels = channels;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Never throws for a bad row: one stops no other. */
    void deliver(OutboxRows.Claim claim) {
        Channels.Route route = null;
        try {
            route = channels.to(claim.mail().recipient());
            Channels.Route to = route;
            Letter letter = transaction.execute(status -> write(claim, to.address()));
            if (letter != null) {
                route.channel().send(letter);
                channels.works(route.channel());
                settle(() -> rows.sent(claim, to.channel().name(), clock.instant()));
            }
        } catch (NotDue pointless) {
            settle(() -> rows.over(claim, MailStatus.CANCELLED, pointless.getMessage()));
        } catch (NotYet early) {
            settle(() -> rows.untried(claim, early.until(), null));
        } catch (Channels.Unreachable unreachable) {
            settle(() -> rows.over(claim, MailStatus.FAILED, unreachable.getMessage()));
        } catch (DeliveryFailure failure) {
            failed(claim, route, failure);
        } catch (RuntimeException unforeseen) {
            // the exception may quote an address, so only its class is told
            LOG.error(
                    "Mail {} could not be written or settled: {}",
                    claim.id(),
                    unforeseen.getClass().getName());
            again(claim, Duration.ZERO, "邮件没有写成（" + unforeseen.getClass().getSimpleName() + "）");
        }
    }

    /** In one transaction with the token that the letter may carry. @return null where the lease was taken over */
    private Letter write(OutboxRows.Claim claim, String address) {
        if (!rows.renew(claim, clock.instant().plus(settings.lease()))) {
            return null;
        }
        MailWriter writer = writers.get(claim.mail().template());
        if (writer == null) {
            throw new IllegalStateException(
                    "no writer for template " + claim.mail().template());
        }
        return new Letter(claim.messageId(), address, writer.write(claim.mail()));
    }

    private void failed(OutboxRows.Claim claim, Channels.Route route, DeliveryFailure failure) {
        if (failure.fault() == DeliveryFailure.Fault.CHANNEL) {
            Instant nextTry;
            if (route == null) {
                // told when the channel came to stand still, not again for each mail behind it
                nextTry = clock.instant().plus(failure.atLeast());
            } else {
                nextTry = channels.standStill(route.channel(), failure.getMessage());
                LOG.error("Nothing leaves by a channel: {}", failure.getMessage());
            }
            settle(() -> rows.untried(claim, nextTry, failure.getMessage()));
            return;
        }
        channels.works(route.channel());
        if (failure.fault() == DeliveryFailure.Fault.FOR_NOW) {
            again(claim, failure.atLeast(), failure.getMessage());
        } else {
            settle(() -> {
                rows.over(claim, MailStatus.FAILED, failure.getMessage());
                if (failure.fault() == DeliveryFailure.Fault.ADDRESS) {
                    mark(claim.mail().recipient(), failure.getMessage());
                }
            });
        }
    }

    /** Accounts have no such mark: their owners see their tasks in the list. */
    private void mark(Recipient recipient, String sentence) {
        if (recipient.kind() == Recipient.Kind.INFORMANT) {
            directory.mailFailed(new MailFailed(new InformantId(Long.parseLong(recipient.id())), sentence));
        }
    }

    private void again(OutboxRows.Claim claim, Duration atLeast, String error) {
        if (claim.attempt() >= MOST_ATTEMPTS) {
            settle(() -> rows.over(claim, MailStatus.FAILED, error + "，已重试" + MOST_ATTEMPTS + "次"));
            return;
        }
        Duration pause = settings.firstPause().multipliedBy(1L << (claim.attempt() - 1));
        Duration longer = pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / JITTER + 1));
        Instant nextTry = clock.instant().plus(longer.compareTo(atLeast) < 0 ? atLeast : longer);
        settle(() -> rows.waiting(claim, nextTry, error));
    }

    private void settle(Runnable result) {
        transaction.executeWithoutResult(status -> result.run());
    }
}
