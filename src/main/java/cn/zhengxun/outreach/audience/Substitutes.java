package cn.zhengxun.outreach.audience;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.RuleViolation;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only change that a confirmed list takes. */
@Service
@Transactional
public class Substitutes {
    private final JdbcClient db;
    private final Audiences audiences;
    private final AuditTrail audit;

    Substitutes(JdbcClient db, Audiences audiences, AuditTrail audit) {
        this.db = db;
        this.audiences = audiences;
        this.audit = audit;
    }

    /** A person who was left out before is on the list from now on, for this reason. @throws RuleViolation while the list is not confirmed */
    public void add(AddSubstitute command) {
        String number = command.consultation().value();
        long informant = command.informant().value();
        if (!audiences.frozen(command.consultation())) {
            throw new RuleViolation("推送名单还没有确认，请在“推送”页直接调整名单。");
        }
        int known = db.sql("""
                        UPDATE audience_member SET included = TRUE, reason = ? WHERE consultation = ? AND informant_id = ?
                        """).params(command.reason(), number, informant).update();
        if (known == 0) {
            db.sql("INSERT INTO audience_member (consultation, informant_id, included, reason) VALUES (?, ?, TRUE, ?)")
                    .params(number, informant, command.reason())
                    .update();
        }
        audit.record(command, number, Map.of("informant", informant));
    }
}
