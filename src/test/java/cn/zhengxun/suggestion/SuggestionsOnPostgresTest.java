package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.testing.OnPostgres;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class SuggestionsOnPostgresTest extends SuggestionsContract {
    @Autowired
    TransactionTemplate transaction;

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
