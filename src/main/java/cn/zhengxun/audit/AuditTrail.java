package cn.zhengxun.audit;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Timestamps;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where every application service says which command it carried out, in the command's own transaction. */
@Component
public class AuditTrail {
    private final JdbcTemplate db;
    private final CurrentActor actor;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(JdbcTemplate db, CurrentActor actor, ObjectMapper json, Clock clock) {
        this.db = db;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    /** What {@link #record(Command, String, Map)} takes. */
    public record Entry(Command command, String consultation, Map<String, ?> detail) {}

    /**
     * Inserts the entry unsealed; {@link AuditSealer} chains it later, so that writers never queue behind one another.
     *
     * @param consultation the consultation's number, or null where the command concerns none
     * @param detail ids, counts, states and official reasons only: no names, contacts or opinion text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Command command, String consultation, Map<String, ?> detail) {
        record(List.of(new Entry(command, consultation, detail)));
    }

    /** As {@link #record(Command, String, Map)}, for commands that were carried out together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Entry> entries) {
        OffsetDateTime at = Timestamps.of(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        String by = actor.id();
        db.batchUpdate(
                """
                INSERT INTO audit_entry (recorded_at, actor, action, consultation, detail)
                VALUES (?, ?, ?, ?, ?)
                """,
                entries.stream()
                        .map(entry -> new Object[] {
                            at,
                            by,
                            entry.command().getClass().getSimpleName(),
                            new SqlParameterValue(Types.VARCHAR, entry.consultation()),
                            write(entry.detail())
                        })
                        .toList());
    }

    private String write(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("an audit detail holds only scalars: " + detail.keySet(), unwritable);
        }
    }
}
