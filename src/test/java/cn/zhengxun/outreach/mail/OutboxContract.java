package cn.zhengxun.outreach.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.testing.Rows;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

abstract class OutboxContract {
    private static final Recipient ANNA = Recipient.user("anna");
    private static final Recipient BERTA = Recipient.user("berta");

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows mails;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private ConsultationNumber number;
    private String campaign;
    private TransactionTemplate transaction;

    @BeforeEach
    void a_campaign() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        campaign = "test:" + number;
        transaction = new TransactionTemplate(transactions);
    }

    private boolean queue(Recipient recipient, int revision) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> outbox.queue(campaign, number, recipient, "test", revision)));
    }

    @Test
    void a_mail_is_queued_once_for_each_revision() {
        assertThat(queue(ANNA, 1)).isTrue();
        assertThat(queue(ANNA, 1)).isFalse();
        assertThat(queue(ANNA, 2)).isTrue();
        assertThat(queue(BERTA, 1)).isTrue();
        assertThat(mails.latest(campaign).get(ANNA).revision()).isEqualTo(2);
    }

    @Test
    void many_are_queued_at_once_without_those_already_there() {
        queue(ANNA, 1);
        Integer queued = transaction.execute(
                status -> outbox.queueAll(campaign, number, List.of(ANNA, BERTA, BERTA), "test", 1));
        assertThat(queued).isEqualTo(1);
        assertThat(mails.latest(campaign)).containsOnlyKeys(ANNA, BERTA);
    }

    @Test
    void queueing_needs_the_callers_transaction() {
        assertThatThrownBy(() -> outbox.queue(campaign, number, ANNA, "test", 1))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_is_rolled_back_is_not_sent() {
        transaction.executeWithoutResult(status -> {
            outbox.queue(campaign, number, ANNA, "test", 1);
            status.setRollbackOnly();
        });
        assertThat(mails.latest(campaign)).isEmpty();
    }

    @Test
    void of_two_at_the_same_time_one_queues_and_the_other_goes_on() throws Exception {
        CountDownLatch queued = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
            boolean done = outbox.queue(campaign, number, ANNA, "test", 1);
            queued.countDown();
            await(other);
            return done;
        }));
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
            await(queued);
            other.countDown();
            boolean done = outbox.queue(campaign, number, ANNA, "test", 1);
            outbox.queue(campaign, number, BERTA, "test", 1);
            return done;
        }));
        assertThat(first.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.get(20, TimeUnit.SECONDS)).isFalse();
        assertThat(mails.latest(campaign)).containsOnlyKeys(ANNA, BERTA);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
