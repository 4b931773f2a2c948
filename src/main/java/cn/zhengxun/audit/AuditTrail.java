package cn.zhengxun.audit;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Timestamps;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where every application service says which command it carried out, in the command's own transaction. */
@Component
public class AuditTrail {
    private final JdbcClient db;
    private final CurrentActor actor;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient db, CurrentActor actor, ObjectMapper json, Clock clock) {
        this.db = db;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Inserts the entry unsealed; {@link AuditSealer} chains it later, so that writers never queue behind one another.
     *
     * @param consultation the consultation's number, or null where the command concerns none
     * @param detail ids, counts, states and official reasons only: no names, contacts or opinion text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Command command, String consultation, Map<String, ?> detail) {
        db.sql("""
                        INSERT INTO audit_entry (recorded_at, actor, action, consultation, detail)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        Timestamps.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                        actor.id(),
                        command.getClass().getSimpleName(),
                        consultation,
                        write(detail))
                .update();
    }

    private String write(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("an audit detail holds only scalars: " + detail.keySet(), unwritable);
        }
    }
}
