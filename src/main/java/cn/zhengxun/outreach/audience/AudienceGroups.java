package cn.zhengxun.outreach.audience;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Expressions kept under a name for other consultations; table audience_group. */
@Service
@Transactional
public class AudienceGroups {
    private final JdbcClient db;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    AudienceGroups(JdbcClient db, AuditTrail audit, CurrentActor actor, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<AudienceGroup> all() {
        return db.sql("SELECT * FROM audience_group ORDER BY name, id")
                .query((row, n) -> new AudienceGroup(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("expression"),
                        row.getString("saved_by"),
                        Timestamps.in(row, "saved_at")))
                .list();
    }

    /** @throws RuleViolation for an unreadable expression */
    public void save(SaveAudienceGroup command) {
        AudienceParser.parse(command.expression());
        String name = command.groupName().strip();
        db.sql("DELETE FROM audience_group WHERE name = ?").param(name).update();
        db.sql("INSERT INTO audience_group (name, expression, saved_by, saved_at) VALUES (?, ?, ?, ?)")
                .params(name, command.expression().strip(), actor.id(), Timestamps.of(clock.instant()))
                .update();
        audit.record(command, null, Map.of("name", name, "expression", command.expression()));
    }

    /** @throws NotFound @throws RuleViolation where another group has the name */
    public void rename(RenameAudienceGroup command) {
        String name = command.groupName().strip();
        Optional<Long> holder = db.sql("SELECT id FROM audience_group WHERE name = ?")
                .param(name)
                .query(Long.class)
                .optional();
        if (holder.isPresent() && holder.get() != command.id()) {
            throw new RuleViolation("已有叫“" + name + "”的人群，请换一个名称。");
        }
        int renamed = db.sql("UPDATE audience_group SET name = ? WHERE id = ?")
                .params(name, command.id())
                .update();
        requireOne(renamed);
        audit.record(command, null, Map.of("group", command.id(), "name", name));
    }

    /** @throws NotFound */
    public void delete(DeleteAudienceGroup command) {
        requireOne(db.sql("DELETE FROM audience_group WHERE id = ?")
                .param(command.id())
                .update());
        audit.record(command, null, Map.of("group", command.id()));
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw new NotFound("没有这个保存的人群，请从列表中选择。");
        }
    }
}
