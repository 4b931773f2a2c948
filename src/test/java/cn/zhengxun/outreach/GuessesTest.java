package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessesTest {
    private final TestClock clock = new TestClock();
    private final Guesses guesses = new Guesses(clock);

    @Test
    void a_hundred_a_minute_are_allowed_to_each_address() {
        for (int i = 0; i < Guesses.ALLOWED; i++) {
            assertThat(guesses.failed("192.0.2.1")).isFalse();
        }
        assertThat(guesses.failed("192.0.2.1")).isTrue();
        assertThat(guesses.failed("192.0.2.2")).isFalse();

        clock.forward(Guesses.WINDOW.minus(Duration.ofMillis(1)));
        assertThat(guesses.failed("192.0.2.1")).isTrue();
        clock.forward(Duration.ofMillis(1));
        assertThat(guesses.failed("192.0.2.1")).isFalse();
    }
}
