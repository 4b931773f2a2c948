package cn.zhengxun.outreach.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox, with several threads and perhaps on several nodes. Each claims a few rows with a
 * lease; no row is in two hands at once. At the end each thread finishes the mail in hand and gives the others back.
 */
@Component
class Dispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long LAST_MAIL_SECONDS = 25;
    private final OutboxRows rows;
    private final Delivery delivery;
    private final Channels channels;
    private final Rate rate;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final List<Thread> senders = new ArrayList<>();
    private volatile CountDownLatch end = new CountDownLatch(1);

    Dispatcher(
            OutboxRows rows,
            Delivery delivery,
            Channels channels,
            Rate rate,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.delivery = delivery;
        this.channels = channels;
        this.rate = rate;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean isAutoStartup() {
        return settings.dispatch();
    }

    @Override
    public synchronized void start() {
        end = new CountDownLatch(1);
        for (int i = 1; i <= settings.senders(); i++) {
            Thread sender = new Thread(this::sendUntilTheEnd, "mail-sender-" + i);
            sender.setDaemon(true);
            sender.start();
            senders.add(sender);
        }
    }

    @Override
    public synchronized void stop() {
        end.countDown();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_MAIL_SECONDS);
        try {
            for (Thread sender : senders) {
                sender.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        senders.clear();
        channels.rest();
    }

    @Override
    public synchronized boolean isRunning() {
        return !senders.isEmpty();
    }

    boolean stopping() {
        return end.getCount() == 0;
    }

    private void sendUntilTheEnd() {
        try {
            while (!stopping()) {
                if (dispatched() == 0) {
                    channels.rest();
                    end.await(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Neither a database that is away for a moment nor an Error of one mail may end the thread: its row waits for the lease's end. */
    private int dispatched() throws InterruptedException {
        try {
            return dispatchOnce();
        } catch (RuntimeException | Error unforeseen) {
            LOG.error(
                    "The outbox could not be read or written: {}",
                    unforeseen.getClass().getName());
            return 0;
        }
    }

    /** Claims one batch and settles each of its rows. @return how many were claimed; 0 where no channel can send */
    int dispatchOnce() throws InterruptedException {
        if (channels.none() || channels.allStandStill()) {
            return 0;
        }
        List<OutboxRows.Claim> claims = transaction.execute(status ->
                rows.claim(settings.batch(), clock.instant(), clock.instant().plus(settings.lease())));
        for (int i = 0; i < claims.size(); i++) {
            if (channels.allStandStill() || !rate.await(end)) {
                giveBack(claims.subList(i, claims.size()));
                return i;
            }
            delivery.deliver(claims.get(i));
        }
        return claims.size();
    }

    private void giveBack(List<OutboxRows.Claim> claims) {
        transaction.executeWithoutResult(status -> claims.forEach(claim -> rows.untried(claim, clock.instant(), null)));
    }
}
