package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Network;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts, in memory only, how many files each address added in its current ten minutes. */
@Component
class Adding {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** So that many addresses cannot fill the memory; the one that came first is forgotten first. */
    private static final int ADDRESSES = 10_000;

    private final AttachmentLimits limits;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Count(Instant since, int files) {}

    Adding(AttachmentLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Counts one more. @throws RuleViolation where that is too many */
    synchronized void count(String from) {
        String address = Network.of(from);
        Instant now = clock.instant();
        Count before = counts.get(address);
        if (before == null || !now.isBefore(before.since().plus(WINDOW))) {
            counts.remove(address);
            before = new Count(now, 0);
        }
        if (before.files() >= limits.perAddress()) {
            throw new RuleViolation("这个网络刚才添加了很多附件，请过十分钟再添加。文字意见现在就可以提交。");
        }
        counts.put(address, new Count(before.since(), before.files() + 1));
    }
}
