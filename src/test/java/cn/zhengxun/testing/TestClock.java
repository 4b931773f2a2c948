package cn.zhengxun.testing;

import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. */
public class TestClock extends Clock {
    public static final Instant START = Instant.parse("2026-11-23T09:00:00+08:00");
    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Shanghai.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    public void reset() {
        now = START;
    }
}
