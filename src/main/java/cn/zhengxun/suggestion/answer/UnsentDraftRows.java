package cn.zhengxun.suggestion.answer;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.InvitationId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table unsent_draft, and whether a form became a submission. */
@Repository
class UnsentDraftRows {
    private final JdbcClient db;

    UnsentDraftRows(JdbcClient db) {
        this.db = db;
    }

    /** @param form as JSON */
    record Kept(String form, String version, Instant begunAt, Instant savedAt) {}

    Optional<Kept> find(InvitationId invitation) {
        return db.sql("SELECT form, version, begun_at, saved_at FROM unsent_draft WHERE invitation_id = ?")
                .param(invitation.value())
                .query((row, n) -> new Kept(
                        row.getString("form"),
                        row.getString("version"),
                        Timestamps.in(row, "begun_at"),
                        Timestamps.in(row, "saved_at")))
                .optional();
    }

    /** @return false where nothing was kept yet */
    boolean overwrite(InvitationId invitation, String form, String version, Instant savedAt) {
        return db.sql("UPDATE unsent_draft SET form = ?, version = ?, saved_at = ? WHERE invitation_id = ?")
                        .params(form, version, Timestamps.of(savedAt), invitation.value())
                        .update()
                == 1;
    }

    void insert(InvitationId invitation, String form, String version, Instant savedAt) {
        db.sql("INSERT INTO unsent_draft (invitation_id, form, version, begun_at, saved_at) VALUES (?, ?, ?, ?, ?)")
                .params(invitation.value(), form, version, Timestamps.of(savedAt), Timestamps.of(savedAt))
                .update();
    }

    /** @param key of a form; @return whether a submission has it */
    boolean handedIn(String key) {
        return db.sql("SELECT COUNT(*) FROM submission WHERE idempotency_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return false where nothing was kept */
    boolean delete(InvitationId invitation) {
        return db.sql("DELETE FROM unsent_draft WHERE invitation_id = ?")
                        .param(invitation.value())
                        .update()
                == 1;
    }
}
