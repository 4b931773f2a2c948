package cn.zhengxun.suggestion;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.InvitationId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consents of table submission, and table submission_consent with their later changes. */
@Repository
class ConsentRows {
    private final JdbcClient db;
    private final JdbcOperations batches;
    private final CurrentActor actor;
    private final Clock clock;

    ConsentRows(JdbcClient db, JdbcOperations batches, CurrentActor actor, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.actor = actor;
        this.clock = clock;
    }

    Optional<SubmissionConsents.OfStranger> ofStranger(String receipt) {
        return db.sql("""
                        SELECT receipt, proposer_name, proposer_contact, consent_call_back, consent_publish_name,
                               consent_wording
                        FROM submission WHERE receipt = ? AND informant_id IS NULL AND erased_at IS NULL
                        """)
                .param(receipt)
                .query((row, n) -> new SubmissionConsents.OfStranger(
                        row.getString("receipt"),
                        row.getString("proposer_name"),
                        row.getString("proposer_contact"),
                        row.getBoolean("consent_call_back"),
                        row.getBoolean("consent_publish_name"),
                        row.getString("consent_wording")))
                .optional();
    }

    /** @return the submissions that had it */
    List<Long> withdraw(InformantId informant, SubmissionConsent consent) {
        return set(
                db.sql("SELECT id FROM submission WHERE informant_id = ? AND " + consent.column())
                        .param(informant.value())
                        .query(Long.class)
                        .list(),
                consent,
                false);
    }

    /** @return the submissions that had it */
    List<Long> withdraw(String receipt, SubmissionConsent consent) {
        return set(
                db.sql("SELECT id FROM submission WHERE receipt = ? AND " + consent.column())
                        .param(receipt)
                        .query(Long.class)
                        .list(),
                consent,
                false);
    }

    /** @return the submissions that did not have it */
    List<Long> give(String receipt, SubmissionConsent consent) {
        return set(
                db.sql("SELECT id FROM submission WHERE receipt = ? AND NOT " + consent.column())
                        .param(receipt)
                        .query(Long.class)
                        .list(),
                consent,
                true);
    }

    private List<Long> set(List<Long> submissions, SubmissionConsent consent, boolean given) {
        batches.batchUpdate(
                "UPDATE submission SET " + consent.column() + " = ? WHERE id = ?",
                submissions.stream().map(id -> new Object[] {given, id}).toList());
        return submissions;
    }

    /** Only ever added to. */
    void history(List<Long> submissions, SubmissionConsent consent, boolean given) {
        batches.batchUpdate(
                """
                INSERT INTO submission_consent (submission_id, kind, given, decided_at, recorded_by)
                VALUES (?, ?, ?, ?, ?)
                """,
                submissions.stream()
                        .map(id -> new Object[] {id, consent.name(), given, Timestamps.of(clock.instant()), actor.id()})
                        .toList());
    }

    void contact(String receipt, String contact) {
        db.sql("UPDATE submission SET proposer_contact = :contact WHERE receipt = :receipt")
                .param("contact", contact)
                .param("receipt", receipt)
                .update();
    }

    List<InvitationId> drafted(InformantId informant) {
        return db.sql("""
                        SELECT d.invitation_id FROM unsent_draft d JOIN invitation i ON i.id = d.invitation_id
                        WHERE i.informant_id = ? ORDER BY d.invitation_id
                        """).param(informant.value()).query(Long.class).list().stream()
                .map(InvitationId::new)
                .toList();
    }

    void discardDrafts(InformantId informant) {
        db.sql("DELETE FROM unsent_draft WHERE invitation_id IN (SELECT id FROM invitation WHERE informant_id = ?)")
                .param(informant.value())
                .update();
    }
}
