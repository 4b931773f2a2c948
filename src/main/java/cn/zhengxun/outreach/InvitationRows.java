package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.BulkWrites;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.Reach;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables invitation and invitation_token. */
@Repository
class InvitationRows {
    private static final RowMapper<Invitation> INVITATION = (row, n) -> new Invitation(
            new InvitationId(row.getLong("id")),
            new ConsultationNumber(row.getString("consultation")),
            new InformantId(row.getLong("informant_id")),
            Timestamps.in(row, "issued_at"),
            Timestamps.in(row, "opened_at"),
            Timestamps.in(row, "drafted_at"),
            Timestamps.in(row, "answered_at"),
            Timestamps.in(row, "no_opinion_at"));
    private static final String ON_PAPER = """
             FROM invitation i JOIN informant p ON p.id = i.informant_id
            WHERE i.consultation = :consultation AND i.revoked_at IS NULL AND i.answered_at IS NULL
              AND p.active AND NOT %s
              AND (i.printed_at IS NOT NULL) = :printed
            """;
    private final JdbcClient db;
    private static final int BATCH = 500;
    private final JdbcTemplate batches;
    private final BulkWrites bulk;
    private final String onPaper;

    InvitationRows(JdbcClient db, JdbcTemplate batches, BulkWrites bulk, Reach reach) {
        this.onPaper = ON_PAPER.formatted(reach.condition("p"));
        this.batches = batches;
        this.db = db;
        this.bulk = bulk;
    }

    /** For those included in the audience who have none yet. @return how many */
    int issue(ConsultationNumber number, Instant issuedAt) {
        int issued = db.sql("""
                        INSERT INTO invitation (consultation, informant_id, issued_at)
                        SELECT m.consultation, m.informant_id, CAST(? AS TIMESTAMP WITH TIME ZONE)
                        FROM audience_member m
                        WHERE m.consultation = ? AND m.included AND NOT EXISTS (
                            SELECT 1 FROM invitation i
                            WHERE i.consultation = m.consultation AND i.informant_id = m.informant_id)
                        ORDER BY m.informant_id
                        """).params(Timestamps.of(issuedAt), number.value()).update();
        bulk.written("invitation", issued);
        return issued;
    }

    int count(ConsultationNumber number) {
        return db.sql("SELECT COUNT(*) FROM invitation WHERE consultation = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    Optional<Invitation> find(InvitationId id) {
        return db.sql("SELECT * FROM invitation WHERE id = ?")
                .param(id.value())
                .query(INVITATION)
                .optional();
    }

    Optional<Invitation> find(ConsultationNumber number, InformantId informant) {
        return db.sql("SELECT * FROM invitation WHERE consultation = ? AND informant_id = ?")
                .params(number.value(), informant.value())
                .query(INVITATION)
                .optional();
    }

    /** All that one person was asked and may still answer or read, the latest first. */
    List<Invitation> of(InformantId informant) {
        return db.sql("""
                        SELECT * FROM invitation WHERE informant_id = ? AND revoked_at IS NULL
                        ORDER BY issued_at DESC, id DESC
                        """).param(informant.value()).query(INVITATION).list();
    }

    List<Invitation> of(ConsultationNumber number) {
        return db.sql("SELECT * FROM invitation WHERE consultation = ? ORDER BY id")
                .param(number.value())
                .query(INVITATION)
                .list();
    }

    /** The invitation behind a token that is not revoked. */
    Optional<Invitation> byTokenHash(String hash) {
        return db.sql("""
                        SELECT i.* FROM invitation_token t JOIN invitation i ON i.id = t.invitation_id
                        WHERE t.hash = ? AND t.revoked_at IS NULL AND i.revoked_at IS NULL AND i.erased_at IS NULL
                        """).param(hash).query(INVITATION).optional();
    }

    void insertToken(String hash, InvitationId invitation, Instant mintedAt) {
        db.sql("INSERT INTO invitation_token (hash, invitation_id, minted_at) VALUES (?, ?, ?)")
                .params(hash, invitation.value(), Timestamps.of(mintedAt))
                .update();
    }

    boolean revoked(InvitationId id) {
        return db.sql(
                                "SELECT COUNT(*) FROM invitation WHERE id = ? AND (revoked_at IS NOT NULL OR erased_at IS NOT NULL)")
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void revoke(InvitationId id, Instant at) {
        db.sql("UPDATE invitation SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                .params(Timestamps.of(at), id.value())
                .update();
        db.sql("UPDATE invitation_token SET revoked_at = ? WHERE invitation_id = ? AND revoked_at IS NULL")
                .params(Timestamps.of(at), id.value())
                .update();
    }

    /** New links may be made again; those that were revoked stay so. @return false where somebody else is asked instead, or the person was erased */
    boolean reinstate(InvitationId id) {
        return db.sql(
                                "UPDATE invitation SET revoked_at = NULL WHERE id = ? AND replaced_by IS NULL AND erased_at IS NULL")
                        .param(id.value())
                        .update()
                == 1;
    }

    /** As find; nobody else changes it until the transaction ends. */
    Optional<Invitation> lock(InvitationId id) {
        db.sql("UPDATE invitation SET issued_at = issued_at WHERE id = ?")
                .param(id.value())
                .update();
        return find(id);
    }

    /** The old one's links end. */
    void swap(InvitationId old, InvitationId replacedBy, Instant at) {
        revoke(old, at);
        db.sql("UPDATE invitation SET replaced_by = ? WHERE id = ?")
                .params(replacedBy.value(), old.value())
                .update();
    }

    /** Who gets no mail, has not answered and has no letter yet, or, with printed, has one. */
    List<Invitation> onPaper(ConsultationNumber number, boolean printed, int most) {
        return db.sql("SELECT i.*" + onPaper + " ORDER BY i.id FETCH NEXT :most ROWS ONLY")
                .param("consultation", number.value())
                .param("printed", printed)
                .param("most", most)
                .query(INVITATION)
                .list();
    }

    int countOnPaper(ConsultationNumber number, boolean printed) {
        return db.sql("SELECT COUNT(*)" + onPaper)
                .param("consultation", number.value())
                .param("printed", printed)
                .query(Integer.class)
                .single();
    }

    /**
     * Nobody else changes them until the transaction ends. In one order, so that two who hold the same people wait for each
     * other once only.
     *
     * @return those that are there, and whose person was not erased
     */
    List<Invitation> held(Collection<InvitationId> ids) {
        return db.sql("SELECT * FROM invitation WHERE id IN (:ids) AND erased_at IS NULL ORDER BY id FOR UPDATE")
                .param("ids", ids.stream().map(InvitationId::value).toList())
                .query(INVITATION)
                .list();
    }

    void opened(InvitationId id, Instant at) {
        db.sql("UPDATE invitation SET opened_at = ? WHERE id = ? AND opened_at IS NULL")
                .params(Timestamps.of(at), id.value())
                .update();
    }

    /**
     * With a suggestion: it was opened, and whatever was said before about having none is void. In one order, so that two who
     * write about the same people wait for each other once only.
     */
    void answered(Collection<InvitationId> ids, Instant at) {
        batches.batchUpdate(
                """
                UPDATE invitation SET answered_at = COALESCE(answered_at, ?), opened_at = COALESCE(opened_at, ?),
                    no_opinion_at = NULL
                WHERE id = ? AND (answered_at IS NULL OR no_opinion_at IS NOT NULL)
                """,
                ids.stream()
                        .map(InvitationId::value)
                        .distinct()
                        .sorted()
                        .map(id -> new Object[] {Timestamps.of(at), Timestamps.of(at), id})
                        .toList());
    }

    /** Unless the answer is to have no opinion. @return false where nothing changed */
    boolean notAnswered(InvitationId id) {
        return db.sql("""
                        UPDATE invitation SET answered_at = NULL
                        WHERE id = ? AND answered_at IS NOT NULL AND no_opinion_at IS NULL
                        """).param(id.value()).update() == 1;
    }

    /** @return false where the person has answered already */
    boolean withoutOpinion(InvitationId id, Instant at) {
        return db.sql("UPDATE invitation SET answered_at = ?, no_opinion_at = ? WHERE id = ? AND answered_at IS NULL")
                        .params(Timestamps.of(at), Timestamps.of(at), id.value())
                        .update()
                == 1;
    }

    /** @return false where the person had not said to have no opinion */
    boolean reconsidered(InvitationId id) {
        return db.sql("""
                        UPDATE invitation SET answered_at = NULL, no_opinion_at = NULL
                        WHERE id = ? AND no_opinion_at IS NOT NULL
                        """).param(id.value()).update() == 1;
    }

    /** @param at null where there is no draft any more */
    void drafted(Collection<InvitationId> ids, Instant at) {
        var since = new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, at == null ? null : Timestamps.of(at));
        batches.batchUpdate(
                "UPDATE invitation SET drafted_at = ? WHERE id = ?",
                ids.stream()
                        .map(InvitationId::value)
                        .sorted()
                        .map(id -> new Object[] {since, id})
                        .toList());
    }

    void printed(Collection<InvitationId> ids, Instant at) {
        batches.batchUpdate("UPDATE invitation SET printed_at = ? WHERE id = ?", ids, BATCH, (statement, id) -> {
            statement.setObject(1, Timestamps.of(at));
            statement.setLong(2, id.value());
        });
    }
}
