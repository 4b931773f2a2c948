package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rules, every version of them, and the book that is read from. */
@Service
@Transactional
class ArrivalRules {
    /** How long another node's change may go unnoticed here. */
    private static final Duration LOOKED_AT = Duration.ofSeconds(10);

    private final ArrivalRuleRows rows;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;
    private volatile Copy copy;

    private record Copy(RuleBook book, long stamp, Instant at) {}

    ArrivalRules(ArrivalRuleRows rows, AuditTrail audit, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** The rules in force; read from the database only where they may have changed. */
    @Transactional(readOnly = true)
    RuleBook book() {
        Copy now = copy;
        Instant at = clock.instant();
        if (now != null && Duration.between(now.at(), at).abs().compareTo(LOOKED_AT) < 0) {
            return now.book();
        }
        long stamp = rows.stamp();
        Copy fresh =
                new Copy(now != null && now.stamp() == stamp ? now.book() : new RuleBook(rows.current()), stamp, at);
        copy = fresh;
        return fresh.book();
    }

    @Transactional(readOnly = true)
    List<ArrivalRule> current() {
        return rows.current();
    }

    /** Latest first. @throws NotFound */
    @Transactional(readOnly = true)
    List<ArrivalRule> versions(long rule) {
        List<ArrivalRule> versions = rows.versions(rule);
        if (versions.isEmpty()) {
            throw new NotFound("没有这条核查规则，请从列表中选择。");
        }
        return versions;
    }

    /** @throws RuleViolation where somebody else changed it meanwhile */
    void save(SaveArrivalRule command) {
        long id = command.rule() == null ? rows.insertRule() : command.rule();
        int latest = command.rule() == null ? 0 : versions(id).get(0).version();
        if (latest != command.seen()) {
            throw meanwhile();
        }
        try {
            rows.insert(new ArrivalRule(
                    id,
                    latest + 1,
                    command.name(),
                    command.concern(),
                    command.detector(),
                    command.words(),
                    command.active(),
                    actor.id(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        } catch (DuplicateKeyException overtaken) {
            throw meanwhile();
        }
        audit.record(command, null, Map.of("rule", id, "version", latest + 1, "active", command.active()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                copy = null;
            }
        });
    }

    private static RuleViolation meanwhile() {
        return new RuleViolation("这条规则刚刚被别人改过，请刷新页面，看了新的内容再改。");
    }
}
