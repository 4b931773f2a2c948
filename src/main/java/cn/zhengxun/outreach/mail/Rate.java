package cn.zhengxun.outreach.mail;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How fast this node sends, over all its threads. */
@Component
class Rate {
    private final Bucket bucket;

    Rate(MailSettings settings) {
        this.bucket = settings.perSecond() == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit -> limit.capacity(settings.perSecond())
                                .refillGreedy(settings.perSecond(), Duration.ofSeconds(1))
                                .initialTokens(1))
                        .build();
    }

    /** Waits for this message's turn. @return false where the end came first */
    boolean await(CountDownLatch end) throws InterruptedException {
        while (bucket != null) {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                break;
            }
            if (end.await(probe.getNanosToWaitForRefill(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return end.getCount() > 0;
    }
}
