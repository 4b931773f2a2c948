package cn.zhengxun.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the whole trail each night and says where it was tampered with: in the log, and as a gauge to be watched. */
@Component
class AuditCheck {
    private static final Logger LOG = LoggerFactory.getLogger(AuditCheck.class);

    private final AuditSealer sealer;
    private final AtomicLong firstBroken = new AtomicLong();

    AuditCheck(AuditSealer sealer, MeterRegistry meters) {
        this.sealer = sealer;
        meters.gauge("zhengxun.audit.first.broken", firstBroken);
    }

    @Scheduled(cron = "${zhengxun.audit.check-at:0 30 2 * * *}", zone = "Asia/Shanghai")
    void check() {
        firstBroken.set(sealer.firstBroken());
        if (firstBroken.get() > 0) {
            LOG.error("the audit trail was altered at chain number {}", firstBroken.get());
        }
    }
}
