package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandingPaceTest {
    private final TestClock clock = new TestClock();
    private final HandingPace pace = new HandingPace(clock, 120, 40, Duration.ofMinutes(10));

    @Test
    void a_meeting_behind_one_address_is_never_slowed_down() {
        for (int second = 0; second < 600; second += 20) {
            assertThat(pace.take("198.51.100.9", "phone-" + second)).isZero();
            assertThat(pace.take("198.51.100.9", ""))
                    .as("a second try, without a script")
                    .isZero();
            clock.forward(Duration.ofSeconds(20));
        }
    }

    @Test
    void a_flood_is_let_through_one_at_a_time_and_others_are_not_touched() {
        for (int i = 0; i < 120; i++) {
            assertThat(pace.take("198.51.100.9", "")).isZero();
        }
        Duration wait = pace.take("198.51.100.9", "");
        assertThat(wait).isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.take("198.51.100.10", "")).isZero();
        clock.forward(wait);
        assertThat(pace.take("198.51.100.9", "")).isZero();
        assertThat(pace.take("198.51.100.9", "")).isPositive();
    }

    @Test
    void a_device_is_known_behind_any_address_and_a_newer_address_by_its_network() {
        for (int i = 0; i < 40; i++) {
            assertThat(pace.take("198.51.100." + i, "one-phone")).isZero();
        }
        assertThat(pace.take("198.51.100.200", "one-phone")).isEqualTo(Duration.ofSeconds(15));
        assertThat(pace.take("198.51.100.200", "x".repeat(5000)))
                .as("no name of ours")
                .isZero();

        for (int i = 0; i < 120; i++) {
            assertThat(pace.take("2001:db8:1:2::" + Integer.toHexString(i), null))
                    .isZero();
        }
        assertThat(pace.take("2001:db8:1:2:ffff::1", null)).isPositive();
        assertThat(pace.take("2001:db8:1:3::1", null)).isZero();
    }
}
