package cn.zhengxun.draft.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.clause.UnreadableDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimeLimitTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void ten_seconds_are_the_limit() {
        assertThat(TimeLimit.MOST).isEqualTo(Duration.ofSeconds(10));
        assertThat(TimeLimit.within(SHORT, () -> "读完")).isEqualTo("读完");
    }

    @Test
    void our_own_loop_is_ended_and_its_worker_freed() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> TimeLimit.within(SHORT, () -> {
                    try {
                        while (true) {
                            TimeLimit.check();
                        }
                    } finally {
                        ended.countDown();
                    }
                }))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining("没有读完")
                .hasMessageContaining("请");
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void loops_that_nothing_ends_keep_their_workers_and_the_next_reader_is_told_to_come_back() {
        CountDownLatch release = new CountDownLatch(1);
        List<String> sentences = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                try {
                    TimeLimit.within(SHORT, () -> endless(release));
                } catch (UnreadableDraft refused) {
                    sentences.add(refused.getMessage());
                }
            }
        } finally {
            release.countDown();
        }

        assertThat(sentences).hasSize(5);
        assertThat(sentences.subList(0, 4)).allMatch(sentence -> sentence.contains("没有读完"));
        assertThat(sentences.get(4)).contains("同时读取的文件太多");
        assertThat(TimeLimit.within(TimeLimit.MOST, () -> "又能读了")).isEqualTo("又能读了");
    }

    /** As a library that never looks whether it should end. */
    private static String endless(CountDownLatch release) {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
        return "";
    }

    @Test
    void a_file_that_needs_more_memory_or_stack_than_there_is_is_refused() {
        assertThatThrownBy(() -> TimeLimit.within(TimeLimit.MOST, () -> new long[Integer.MAX_VALUE][Integer.MAX_VALUE]))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining("过于庞大");
        assertThatThrownBy(() -> TimeLimit.within(TimeLimit.MOST, () -> deeper(1)))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining("过于庞大");
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    @Test
    void what_is_wrong_with_ourselves_is_not_blamed_on_the_file() {
        assertThatThrownBy(() -> TimeLimit.within(TimeLimit.MOST, () -> {
                    throw new IllegalStateException("a fault of ours");
                }))
                .isExactlyInstanceOf(IllegalStateException.class);
    }
}
