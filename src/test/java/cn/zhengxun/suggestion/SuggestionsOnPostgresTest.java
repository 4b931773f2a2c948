package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.testing.OnPostgres;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class SuggestionsOnPostgresTest extends SuggestionsContract {
    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CollectionDoor door;

    @Test
    void closing_waits_for_a_submission_that_is_being_stored_and_numbers_it() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);

        CompletableFuture<Integer> closing = transaction.execute(open -> {
            suggestions.submit(Handing.to(number).saying(null, "正在保存").command());
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> close(number));
            await().until(this::someoneWaits);
            return other;
        });

        assertThat(closing.join()).isEqualTo(1);
        assertThat(suggestions.of(number)).extracting(Suggestion::number).containsExactly(1);
    }

    @Test
    void a_submission_that_closing_overtakes_still_counts_and_gets_the_next_number() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);

        CompletableFuture<Receipt> submitting = transaction.execute(open -> {
            close(number);
            CompletableFuture<Receipt> other = CompletableFuture.supplyAsync(
                    () -> desk.submit(Handing.to(number).saying(null, "差一点").command()));
            await().until(this::someoneWaits);
            return other;
        });

        assertThat(submitting.join().late()).isFalse();
        assertThat(suggestions.of(number)).extracting(Suggestion::number).containsExactly(1);
    }

    @Test
    void what_comes_while_one_is_being_written_is_written_together() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);

        handedInWhileOneIsWritten(number, 6, i -> Handing.to(number).saying(null, "第" + i))
                .forEach(CompletableFuture::join);

        assertThat(suggestions.count(number)).isEqualTo(7);
        assertThat(db.sql("SELECT COUNT(DISTINCT CAST(xmin AS text)) FROM submission WHERE consultation = ?")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .as("transactions")
                .isEqualTo(2);
        assertThat(db.sql("SELECT COUNT(*) FROM audit_entry WHERE consultation = ? AND action = 'SubmitSuggestions'")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void one_that_cannot_be_taken_hinders_nobody_who_came_at_the_same_time() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        ConsultationNumber unasked = rows.consultation(Level.NATIONAL, Status.PLANNING);

        List<CompletableFuture<Receipt>> handed = handedInWhileOneIsWritten(
                number, 6, i -> Handing.to(i == 3 ? unasked : number).saying(null, "第" + i));

        assertThatThrownBy(() -> handed.get(3).join()).hasRootCauseInstanceOf(RuleViolation.class);
        handed.stream().filter(any -> any != handed.get(3)).forEach(CompletableFuture::join);
        assertThat(suggestions.count(number)).isEqualTo(6);
        assertThat(suggestions.count(unasked)).isZero();
    }

    /** The first waits for the door that closing holds, the others for the first. @return what became of the others */
    private List<CompletableFuture<Receipt>> handedInWhileOneIsWritten(
            ConsultationNumber number, int others, IntFunction<Handing> handing) {
        return transaction.execute(open -> {
            door.hold();
            CompletableFuture.runAsync(
                    () -> desk.submit(Handing.to(number).saying(null, "先来的").command()));
            await().until(this::someoneWaits);
            Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
            List<CompletableFuture<Receipt>> handed = IntStream.range(0, others)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                waiting.add(Thread.currentThread());
                                return desk.submit(handing.apply(i).command());
                            },
                            each -> new Thread(each).start()))
                    .toList();
            await().until(() -> waiting.size() == others
                    && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
            return handed;
        });
    }

    /** As the step that closes collection does: both in one transaction. */
    private int close(ConsultationNumber number) {
        return transaction.execute(together -> {
            int collected = suggestions.close(number);
            db.sql("UPDATE consultation SET status = 'COLLATING', collect_closed_at = ? WHERE number = ?")
                    .params(Timestamps.of(clock.instant()), number.value())
                    .update();
            return collected;
        });
    }

    private boolean someoneWaits() {
        return db.sql("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
