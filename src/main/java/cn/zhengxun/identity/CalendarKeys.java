package cn.zhengxun.identity;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.kernel.Timestamps;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The secrets in the addresses of calendar feeds: one a user, 256 bits, shown once and kept as a hash only. */
@Service
@Transactional
public class CalendarKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final JdbcClient db;
    private final Users users;
    private final AuditTrail audit;
    private final Clock clock;

    CalendarKeys(JdbcClient db, Users users, AuditTrail audit, Clock clock) {
        this.db = db;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the new key in base64url, 43 characters; it is not kept and cannot be shown again */
    public String make(MakeCalendarKey command) {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        delete(command.userId());
        db.sql("INSERT INTO calendar_key (user_id, key_hash, made_at) VALUES (?, ?, ?)")
                .params(command.userId(), Sha256.of(key), Timestamps.of(clock.instant()))
                .update();
        audit.record(command, null, Map.of("user", command.userId()));
        return key;
    }

    /** Again changes nothing. */
    public void revoke(RevokeCalendarKey command) {
        delete(command.userId());
        audit.record(command, null, Map.of("user", command.userId()));
    }

    /** When the user's present key was made; empty without one. */
    @Transactional(readOnly = true)
    public Optional<Instant> madeAt(String userId) {
        return db.sql("SELECT made_at FROM calendar_key WHERE user_id = ?")
                .param(userId)
                .query((row, index) -> Timestamps.in(row, "made_at"))
                .optional();
    }

    /** Whose key this is; empty for any other text and for an account that is gone. */
    @Transactional(readOnly = true)
    public Optional<UserAccount> owner(String key) {
        return db.sql("SELECT user_id FROM calendar_key WHERE key_hash = ?")
                .param(Sha256.of(key))
                .query(String.class)
                .optional()
                .flatMap(users::find);
    }

    private void delete(String userId) {
        db.sql("DELETE FROM calendar_key WHERE user_id = ?").param(userId).update();
    }
}
