package cn.zhengxun.suggestion.answer;

import cn.zhengxun.outreach.Network;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How fast opinions may be handed in over the open channels: so many from one address and from one device, then one at a
 * time. A whole meeting shares one address, so that limit is wide. Kept in memory of this node alone, devices only as
 * a hash with a salt that dies with the process.
 */
@Component
class HandingPace {
    /** So that many addresses cannot fill the memory; the one not seen for longest is forgotten first. */
    private static final int REMEMBERED = 20_000;

    private static final int LONGEST_DEVICE = 64;
    private static final int HASH_BYTES = 8;

    private final TimeMeter meter;
    private final Bandwidth ofAddress;
    private final Bandwidth ofDevice;
    private final byte[] salt = new byte[32];
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    HandingPace(
            Clock clock,
            @Value("${zhengxun.open-channel.per-address:120}") int perAddress,
            @Value("${zhengxun.open-channel.per-device:40}") int perDevice,
            @Value("${zhengxun.open-channel.window:10m}") Duration window) {
        meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        ofAddress = bandwidth(perAddress, window);
        ofDevice = bandwidth(perDevice, window);
        new SecureRandom().nextBytes(salt);
    }

    private static Bandwidth bandwidth(int most, Duration window) {
        return Bandwidth.builder().capacity(most).refillGreedy(most, window).build();
    }

    /**
     * Counts one attempt.
     *
     * @param device what the page's script calls this device; empty or null without a script
     * @return how long to wait before the same may be tried again; zero where it may be handed in now
     */
    synchronized Duration take(String address, String device) {
        long wait = nanos("a" + Network.of(address), ofAddress);
        if (wait == 0 && device != null && !device.isBlank() && device.length() <= LONGEST_DEVICE) {
            wait = nanos("d" + hash(device), ofDevice);
        }
        return Duration.ofNanos(wait);
    }

    private long nanos(String key, Bandwidth bandwidth) {
        ConsumptionProbe probe = buckets.computeIfAbsent(
                        key,
                        fresh -> Bucket.builder()
                                .addLimit(bandwidth)
                                .withCustomTimePrecision(meter)
                                .build())
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    private String hash(String device) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(device.getBytes(StandardCharsets.UTF_8)), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
