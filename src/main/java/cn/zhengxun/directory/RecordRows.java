package cn.zhengxun.directory;

import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Timestamps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables informant_training and informant_consent. */
@Repository
class RecordRows {
    private final JdbcClient db;
    private final CurrentActor actor;
    private final Clock clock;

    RecordRows(JdbcClient db, CurrentActor actor, Clock clock) {
        this.db = db;
        this.actor = actor;
        this.clock = clock;
    }

    /** Latest first. */
    List<Training> trainings(InformantId informant) {
        return db.sql(
                        "SELECT id, trained_on, topic FROM informant_training WHERE informant_id = ? ORDER BY trained_on DESC, id DESC")
                .param(informant.value())
                .query((row, n) -> new Training(
                        row.getLong("id"), row.getObject("trained_on", LocalDate.class), row.getString("topic")))
                .list();
    }

    void insert(RecordTraining training) {
        db.sql("""
                        INSERT INTO informant_training (informant_id, trained_on, topic, recorded_by, recorded_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        training.informant().value(),
                        training.trainedOn(),
                        training.topic().strip(),
                        actor.id(),
                        Timestamps.of(clock.instant()))
                .update();
    }

    /** @return rows deleted, 0 for an unknown id or another's record */
    int delete(RemoveTraining training) {
        return db.sql("DELETE FROM informant_training WHERE id = ? AND informant_id = ?")
                .params(training.training(), training.informant().value())
                .update();
    }

    /** The latest decision first: for each kind the first one found holds. */
    List<Consent> consents(InformantId informant) {
        return db.sql(
                        "SELECT * FROM informant_consent WHERE informant_id = ? ORDER BY decided_on DESC, recorded_at DESC, id DESC")
                .param(informant.value())
                .query((row, n) -> new Consent(
                        ConsentKind.valueOf(row.getString("kind")),
                        row.getBoolean("given"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("wording"),
                        row.getString("recorded_by"),
                        Timestamps.in(row, "recorded_at")))
                .list();
    }

    void insert(RecordConsent consent) {
        db.sql("""
                        INSERT INTO informant_consent (informant_id, kind, given, decided_on, wording, recorded_by, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        consent.informant().value(),
                        consent.kind().name(),
                        consent.given(),
                        consent.decidedOn(),
                        consent.wording().strip(),
                        actor.id(),
                        Timestamps.of(clock.instant()))
                .update();
    }

    /** Whether the person refused by the latest decision of this kind; empty where none is known. */
    Optional<Boolean> refused(InformantId informant, ConsentKind kind) {
        return consents(informant).stream()
                .filter(consent -> consent.kind() == kind)
                .findFirst()
                .map(consent -> !consent.given());
    }

    /** Adds the one's trainings and decisions to the other's, with the days and recorders they had. */
    void copy(InformantId from, InformantId to) {
        db.sql("""
                        INSERT INTO informant_training (informant_id, trained_on, topic, recorded_by, recorded_at)
                        SELECT :to, trained_on, topic, recorded_by, recorded_at FROM informant_training t
                        WHERE informant_id = :from AND NOT EXISTS (
                            SELECT 1 FROM informant_training own
                            WHERE own.informant_id = :to AND own.trained_on = t.trained_on AND own.topic = t.topic)
                        """).param("to", to.value()).param("from", from.value()).update();
        db.sql("""
                        INSERT INTO informant_consent (informant_id, kind, given, decided_on, wording, recorded_by, recorded_at)
                        SELECT :to, kind, given, decided_on, wording, recorded_by, recorded_at
                        FROM informant_consent WHERE informant_id = :from ORDER BY id
                        """).param("to", to.value()).param("from", from.value()).update();
    }
}
