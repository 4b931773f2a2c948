package cn.zhengxun.outreach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts, in memory, how many unknown links and numbers each network asked for in its current minute. */
@Component
public class Guesses {
    public static final int ALLOWED = 100;
    public static final Duration WINDOW = Duration.ofMinutes(1);
    /** So that many addresses cannot fill the memory; the one that came first is forgotten first. */
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Count(Instant since, int failed) {}

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asked before something is looked up by a number that is short enough to be guessed: who has used up the guesses
     * must not be told of the next one that it is right.
     *
     * @param from address of the sender
     */
    public synchronized boolean spent(String from) {
        Count before = counts.get(Network.of(from));
        return before != null
                && before.failed() >= ALLOWED
                && clock.instant().isBefore(before.since().plus(WINDOW));
    }

    /** Counts one more. @return whether the address has now used up what is allowed */
    public synchronized boolean failed(String from) {
        String address = Network.of(from);
        Instant now = clock.instant();
        Count before = counts.get(address);
        if (before == null || !now.isBefore(before.since().plus(WINDOW))) {
            counts.remove(address);
            counts.put(address, new Count(now, 1));
            return false;
        }
        int failed = Math.min(before.failed() + 1, ALLOWED + 1);
        counts.put(address, new Count(before.since(), failed));
        return failed > ALLOWED;
    }
}
