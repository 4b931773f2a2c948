package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.identity.Users;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox. Each row is claimed, written and settled in transactions of its own, before and after
 * the transport takes it: a crash in between repeats at most the one mail in hand, with the same Message-ID. Several
 * nodes may dispatch at once.
 */
@Component
class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    /** Pauses of 1, 2, 4 … 128 minutes between nine attempts: four and a quarter hours. */
    private static final int MOST_ATTEMPTS = 9;

    private final OutboxRows rows;
    private final Map<String, MailWriter> writers;
    private final Directory directory;
    private final Users users;
    private final Optional<MailTransport> transport;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Dispatcher(
            OutboxRows rows,
            List<MailWriter> writers,
            Directory directory,
            Users users,
            Optional<MailTransport> transport,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.writers = writers.stream().collect(Collectors.toMap(MailWriter::template, Function.identity()));
        this.directory = directory;
        this.users = users;
        this.transport = transport;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${zhengxun.mail.poll:2s}")
    void poll() {
        if (!settings.dispatch()) {
            return;
        }
        while (dispatchOnce() > 0) {
            // until nothing is due
        }
    }

    /** Claims one batch and settles each of its rows. @return how many were claimed; 0 without a transport */
    int dispatchOnce() {
        if (transport.isEmpty()) {
            return 0;
        }
        List<OutboxRows.Claim> claims = transaction.execute(status ->
                rows.claim(settings.batch(), clock.instant(), clock.instant().plus(settings.lease())));
        claims.forEach(this::deliver);
        return claims.size();
    }

    private void deliver(OutboxRows.Claim claim) {
        try {
            Letter letter = transaction.execute(status -> write(claim));
            if (letter != null) {
                transport.get().send(letter);
                settle(() -> rows.sent(claim, clock.instant()));
            }
        } catch (NotDue pointless) {
            settle(() -> rows.over(claim, MailStatus.CANCELLED, pointless.getMessage()));
        } catch (Unreachable unreachable) {
            settle(() -> rows.over(claim, MailStatus.FAILED, unreachable.getMessage()));
        } catch (DeliveryFailure failure) {
            retry(claim, failure.permanent(), failure.getMessage());
        } catch (RuntimeException unforeseen) {
            // one bad row stops no other; the exception may quote an address, so only its class is told
            LOG.error(
                    "Mail {} could not be written or settled: {}",
                    claim.id(),
                    unforeseen.getClass().getName());
            retry(claim, false, "邮件没有写成（" + unforeseen.getClass().getSimpleName() + "）");
        }
    }

    /** In one transaction with the token that the letter may carry. @return null where the lease was taken over */
    private Letter write(OutboxRows.Claim claim) {
        if (!rows.renew(claim, clock.instant().plus(settings.lease()))) {
            return null;
        }
        OutboxRows.Waiting waiting = rows.read(claim.id());
        MailWriter writer = writers.get(waiting.mail().template());
        if (writer == null) {
            throw new IllegalStateException(
                    "no writer for template " + waiting.mail().template());
        }
        String address = address(waiting.mail().recipient());
        return new Letter(waiting.messageId(), address, writer.write(waiting.mail()));
    }

    private String address(Recipient recipient) {
        Optional<String> address = switch (recipient.kind()) {
            case INFORMANT ->
                directory
                        .informant(new InformantId(Long.parseLong(recipient.id())))
                        .map(Informant::email);
            case USER -> users.find(recipient.id()).map(UserAccount::email);
        };
        return address.filter(text -> !text.isBlank())
                .orElseThrow(() -> recipient.kind() == Recipient.Kind.USER
                        ? new NotDue("账号没有填写邮箱，任务在待办列表中可见")
                        : new Unreachable());
    }

    private void retry(OutboxRows.Claim claim, boolean permanent, String error) {
        if (permanent) {
            settle(() -> rows.over(claim, MailStatus.FAILED, error));
        } else if (claim.attempt() >= MOST_ATTEMPTS) {
            settle(() -> rows.over(claim, MailStatus.FAILED, error + "，已重试" + MOST_ATTEMPTS + "次"));
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << (claim.attempt() - 1));
            settle(() -> rows.waiting(claim, clock.instant().plus(pause), error));
        }
    }

    private void settle(Runnable result) {
        transaction.executeWithoutResult(status -> result.run());
    }

    /** The recipient has no address. */
    private static final class Unreachable extends RuntimeException {
        Unreachable() {
            super("没有邮箱地址，请改用书面送达");
        }
    }
}
