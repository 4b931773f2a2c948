package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.InvitationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables not_mine and not_mine_token, and what a report changes on its submission. */
@Repository
class NotMineRows {
    private final JdbcClient db;

    NotMineRows(JdbcClient db) {
        this.db = db;
    }

    /** A person's own, to choose from. */
    record Own(
            long submission,
            String consultation,
            String receipt,
            String title,
            Instant at,
            int suggestions,
            boolean reported) {
        public String time() {
            return Shanghai.minute(at);
        }
    }

    void insert(String consultation, NotMineKind kind, Long invitation, Long submission, Instant at) {
        db.sql("""
                        INSERT INTO not_mine (consultation, kind, invitation_id, submission_id, reported_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(consultation, kind.name(), invitation, submission, Timestamps.of(at))
                .update();
    }

    /** Newest first. */
    List<Own> own(InformantId informant) {
        return db.sql("""
                        SELECT m.id, m.consultation, m.receipt, c.title, m.accepted_at,
                               (SELECT COUNT(*) FROM suggestion s
                                WHERE s.submission_id = m.id AND s.withdrawn_at IS NULL) AS suggestions,
                               (SELECT COUNT(*) FROM not_mine n
                                WHERE n.submission_id = m.id AND n.settled_at IS NULL) AS reports
                        FROM submission m JOIN consultation c ON c.number = m.consultation
                        WHERE m.informant_id = ?
                        ORDER BY m.accepted_at DESC, m.id DESC
                        """)
                .param(informant.value())
                .query((row, n) -> new Own(
                        row.getLong("id"),
                        row.getString("consultation"),
                        row.getString("receipt"),
                        row.getString("title"),
                        Timestamps.in(row, "accepted_at"),
                        row.getInt("suggestions"),
                        row.getInt("reports") > 0))
                .list();
    }

    List<Report> of(Collection<Long> reports) {
        return reports.isEmpty()
                ? List.of()
                : db.sql("""
                                SELECT n.*, p.name AS person, m.receipt,
                                       (SELECT MIN(s.id) FROM suggestion s
                                        WHERE s.submission_id = n.submission_id) AS suggestion_id
                                FROM not_mine n
                                LEFT JOIN submission m ON m.id = n.submission_id
                                LEFT JOIN invitation i ON i.id = n.invitation_id
                                LEFT JOIN informant p ON p.id = i.informant_id
                                WHERE n.id IN (:ids)
                                """)
                        .param("ids", reports)
                        .query((row, n) -> report(row))
                        .list();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getString("consultation"),
                NotMineKind.valueOf(row.getString("kind")),
                row.getObject("invitation_id", Long.class),
                row.getString("person"),
                row.getObject("submission_id", Long.class),
                row.getString("receipt"),
                row.getObject("suggestion_id", Long.class),
                Timestamps.in(row, "reported_at"),
                Optional.ofNullable(row.getString("settled_as"))
                        .map(Settlement::valueOf)
                        .orElse(null),
                row.getString("settled_by"),
                Timestamps.in(row, "settled_at"),
                row.getString("remark"));
    }

    /** @return false where it was settled before */
    boolean settle(long report, Settlement settlement, String remark, String by, Instant at) {
        return db.sql("""
                        UPDATE not_mine SET settled_as = ?, remark = ?, settled_by = ?, settled_at = ?
                        WHERE id = ? AND settled_at IS NULL
                        """)
                        .params(settlement.name(), remark, by, Timestamps.of(at), report)
                        .update()
                == 1;
    }

    /** The invitation that the submission's person answered by it, where it is that person's only one in its consultation. */
    Optional<InvitationId> answeredByNothingElse(long submission) {
        return db.sql("""
                        SELECT i.id
                        FROM submission m
                        JOIN invitation i ON i.consultation = m.consultation AND i.informant_id = m.informant_id
                        WHERE m.id = ? AND NOT EXISTS (
                            SELECT 1 FROM submission other
                            WHERE other.consultation = m.consultation AND other.informant_id = m.informant_id
                              AND other.id <> m.id)
                        """)
                .param(submission)
                .query((row, n) -> new InvitationId(row.getLong("id")))
                .optional();
    }

    /** From now on nobody in the directory is its author. */
    void detachPerson(long submission) {
        db.sql("UPDATE submission SET informant_id = NULL, invitation_id = NULL WHERE id = ?")
                .param(submission)
                .update();
    }

    /** Nothing is sent to the address any more. */
    void detachContact(long submission) {
        db.sql("UPDATE submission SET proposer_contact = NULL, consent_call_back = FALSE WHERE id = ?")
                .param(submission)
                .update();
    }

    void insertToken(String hash, long submission, Instant at) {
        db.sql("INSERT INTO not_mine_token (hash, submission_id, minted_at) VALUES (?, ?, ?)")
                .params(hash, submission, Timestamps.of(at))
                .update();
    }

    /** A mailed receipt's submission and its consultation. */
    record Copied(long submission, String consultation) {}

    Optional<Copied> byToken(String hash) {
        return db.sql("""
                        SELECT m.id, m.consultation FROM not_mine_token t JOIN submission m ON m.id = t.submission_id
                        WHERE t.hash = ?
                        """)
                .param(hash)
                .query((row, n) -> new Copied(row.getLong("id"), row.getString("consultation")))
                .optional();
    }

    void deleteTokens(long submission) {
        db.sql("DELETE FROM not_mine_token WHERE submission_id = ?")
                .param(submission)
                .update();
    }
}
