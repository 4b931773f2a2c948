package cn.zhengxun.suggestion.answer;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.InvitationId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
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
        return Optional.ofNullable(find(Set.of(invitation)).get(invitation));
    }

    /** @return those that there are */
    Map<InvitationId, Kept> find(Set<InvitationId> invitations) {
        Map<InvitationId, Kept> found = new HashMap<>();
        if (invitations.isEmpty()) {
            return found;
        }
        db.sql("""
                        SELECT invitation_id, form, version, begun_at, saved_at FROM unsent_draft
                        WHERE invitation_id IN (:ids)
                        """).param("ids", values(invitations)).query((RowCallbackHandler) row -> found.put(
                new InvitationId(row.getLong("invitation_id")),
                new Kept(
                        row.getString("form"),
                        row.getString("version"),
                        Timestamps.in(row, "begun_at"),
                        Timestamps.in(row, "saved_at"))));
        return found;
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

    /** @return how many were kept */
    int delete(Collection<InvitationId> invitations) {
        return invitations.isEmpty()
                ? 0
                : db.sql("DELETE FROM unsent_draft WHERE invitation_id IN (:ids)")
                        .param("ids", values(invitations))
                        .update();
    }

    private static List<Long> values(Collection<InvitationId> invitations) {
        return invitations.stream().map(InvitationId::value).toList();
    }
}
