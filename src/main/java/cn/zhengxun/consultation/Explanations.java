package cn.zhengxun.consultation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 4: one plain-language sheet a consultation, or a recorded reason why there is none. */
@Service
@Transactional
public class Explanations {
    private final JdbcClient db;
    private final ConsultationRows consultations;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Explanations(JdbcClient db, ConsultationRows consultations, AuditTrail audit, CurrentActor actor, Clock clock) {
        this.db = db;
        this.consultations = consultations;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Explanation> find(ConsultationNumber number) {
        return db.sql("""
                        SELECT text, written_by, written_at, published_at, skip_reason
                        FROM explanation WHERE consultation = ?
                        """)
                .param(number.value())
                .query((row, index) -> new Explanation(
                        number,
                        row.getString("text"),
                        row.getString("written_by"),
                        Timestamps.in(row, "written_at"),
                        Timestamps.in(row, "published_at"),
                        row.getString("skip_reason")))
                .optional();
    }

    /** @throws RuleViolation once it was published: people have read it */
    public void write(WriteExplanation command) {
        Consultation consultation = open(command.consultation());
        save(consultation, command.text(), null);
        audit.record(
                command,
                consultation.number().value(),
                Map.of("characters", command.text().length()));
    }

    /** Again changes nothing. @throws RuleViolation while nothing is written */
    public void publish(PublishExplanation command) {
        Consultation consultation = consultations.lock(command.consultation());
        Explanation explanation = find(consultation.number())
                .filter(found -> !found.text().isBlank())
                .orElseThrow(() -> new RuleViolation("征询" + consultation.number() + "的明白纸还没有写，请先在“明白纸”页填写并保存。"));
        if (explanation.published()) {
            return;
        }
        db.sql("UPDATE explanation SET published_at = ?, skip_reason = NULL WHERE consultation = ?")
                .params(Timestamps.of(clock.instant()), consultation.number().value())
                .update();
        audit.record(command, consultation.number().value(), Map.of());
    }

    public void skip(SkipExplanation command) {
        Consultation consultation = open(command.consultation());
        save(consultation, find(consultation.number()).map(Explanation::text).orElse(""), command.reason());
        audit.record(command, consultation.number().value(), Map.of());
    }

    private Consultation open(ConsultationNumber number) {
        Consultation consultation = consultations.lock(number);
        consultation.requireOpen();
        if (find(number).filter(Explanation::published).isPresent()) {
            throw new RuleViolation("征询" + number + "的明白纸已经发布，不能再改。");
        }
        return consultation;
    }

    private void save(Consultation consultation, String text, String skipReason) {
        String number = consultation.number().value();
        db.sql("DELETE FROM explanation WHERE consultation = ?").param(number).update();
        db.sql("""
                        INSERT INTO explanation (consultation, text, written_by, written_at, skip_reason)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(number, text, actor.id(), Timestamps.of(clock.instant()), skipReason))
                .update();
    }
}
