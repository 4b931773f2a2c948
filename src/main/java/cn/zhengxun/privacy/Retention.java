package cn.zhengxun.privacy;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is kept how long, what is over, and its removal batch by batch. */
@Service
class Retention {
    private final ObjectProvider<Expiring> classes;
    private final RetentionSettings settings;
    private final RetentionRows rows;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Retention(
            ObjectProvider<Expiring> classes,
            RetentionSettings settings,
            RetentionRows rows,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.classes = classes;
        this.settings = settings;
        this.rows = rows;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param before what was over by then is due; @param last null where it was never carried out */
    record Standing(String code, Period period, Instant before, int due, RetentionRows.Run last) {}

    /** Every class with what a run would do now, by code. Changes nothing. */
    @Transactional(readOnly = true)
    List<Standing> standings() {
        Map<String, RetentionRows.Run> last = rows.last();
        return classes.stream()
                .sorted(Comparator.comparing(Expiring::code))
                .map(one ->
                        new Standing(one.code(), period(one), before(one), one.due(before(one)), last.get(one.code())))
                .toList();
    }

    List<String> codes() {
        return classes.stream().map(Expiring::code).sorted().toList();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    long begin(String code) {
        return rows.begin(code, actor.id(), clock.instant());
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void end(long run) {
        rows.end(run, clock.instant());
    }

    /**
     * In a transaction of its own, so that what was done stays done when the next batch is cut off; the next run goes on
     * from there, since it looks for what is left.
     *
     * @return how many rows; 0 where nothing is left
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    int remove(RemoveExpired command) {
        Expiring one = classes.stream()
                .filter(each -> each.code().equals(command.code()))
                .findFirst()
                .orElseThrow();
        int removed = one.remove(before(one), settings.batch());
        if (removed > 0) {
            rows.add(command.run(), removed);
            audit.record(command, null, Map.of("class", command.code(), "rows", removed));
        }
        return removed;
    }

    private Period period(Expiring one) {
        return settings.periods().getOrDefault(one.code(), one.usually());
    }

    private Instant before(Expiring one) {
        return clock.instant().atZone(Shanghai.ZONE).minus(period(one)).toInstant();
    }
}
