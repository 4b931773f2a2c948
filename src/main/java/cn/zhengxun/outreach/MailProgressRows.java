package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.Reach;
import cn.zhengxun.outreach.mail.Recipient;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox counted by campaign. */
@Repository
class MailProgressRows {
    private static final String LATEST_FAILED = """
            o.consultation = :number AND o.recipient_kind = 'INFORMANT' AND o.status = 'FAILED'
              AND NOT EXISTS (
                SELECT 1 FROM outbox later
                WHERE later.campaign = o.campaign AND later.recipient_kind = o.recipient_kind
                  AND later.recipient = o.recipient AND later.revision > o.revision)
            """;

    /** Mails to informants only: those to users are about tasks. Slips are one occasion, though each station has its campaign. */
    private static final String MAILS = """
            (SELECT o.*, CASE WHEN o.template = 'station-slip' THEN 'station-slip:' || o.consultation
                              ELSE o.campaign END AS occasion
             FROM outbox o WHERE o.consultation = :number AND o.recipient_kind = 'INFORMANT') mails
            """;

    private final JdbcClient db;
    private final Reach reach;

    MailProgressRows(JdbcClient db, Reach reach) {
        this.db = db;
        this.reach = reach;
    }

    /** recent: sent since the moment asked for. */
    record Counts(
            String campaign,
            int revision,
            int total,
            int waiting,
            int sending,
            int sent,
            int delivered,
            int retrying,
            int failed,
            int cancelled,
            int recent,
            Instant startedAt,
            Instant lastSentAt,
            Instant nextTry) {}

    record Reason(String campaign, int revision, String status, String sentence, int mails, Instant nextTry) {}

    List<Counts> counts(ConsultationNumber number, Instant recently) {
        return db.sql("""
                        SELECT occasion, revision, COUNT(*) AS total,
                            SUM(CASE WHEN status = 'WAITING' AND last_error IS NULL THEN 1 ELSE 0 END) AS waiting,
                            SUM(CASE WHEN status = 'SENDING' AND last_error IS NULL THEN 1 ELSE 0 END) AS sending,
                            SUM(CASE WHEN status = 'SENT' THEN 1 ELSE 0 END) AS sent,
                            SUM(CASE WHEN status = 'SENT' AND delivered_at IS NOT NULL THEN 1 ELSE 0 END) AS delivered,
                            SUM(CASE WHEN status IN ('WAITING', 'SENDING') AND last_error IS NOT NULL
                                THEN 1 ELSE 0 END) AS retrying,
                            SUM(CASE WHEN status = 'FAILED' THEN 1 ELSE 0 END) AS failed,
                            SUM(CASE WHEN status = 'CANCELLED' THEN 1 ELSE 0 END) AS cancelled,
                            SUM(CASE WHEN sent_at > :recently THEN 1 ELSE 0 END) AS recent,
                            MIN(created_at) AS started_at, MAX(sent_at) AS last_sent_at,
                            MIN(CASE WHEN status = 'WAITING' THEN next_try_at END) AS next_try
                        FROM %s
                        GROUP BY occasion, revision
                        ORDER BY MIN(created_at) DESC, occasion, revision DESC
                        """.formatted(MAILS))
                .param("number", number.value())
                .param("recently", Timestamps.of(recently))
                .query((row, n) -> new Counts(
                        row.getString("occasion"),
                        row.getInt("revision"),
                        row.getInt("total"),
                        row.getInt("waiting"),
                        row.getInt("sending"),
                        row.getInt("sent"),
                        row.getInt("delivered"),
                        row.getInt("retrying"),
                        row.getInt("failed"),
                        row.getInt("cancelled"),
                        row.getInt("recent"),
                        Timestamps.in(row, "started_at"),
                        Timestamps.in(row, "last_sent_at"),
                        Timestamps.in(row, "next_try")))
                .list();
    }

    List<Reason> reasons(ConsultationNumber number) {
        return db.sql("""
                        SELECT occasion, revision, status, last_error, COUNT(*) AS mails,
                            MIN(CASE WHEN status IN ('WAITING', 'SENDING') THEN next_try_at END) AS next_try
                        FROM %s
                        WHERE last_error IS NOT NULL AND status <> 'SENT'
                        GROUP BY occasion, revision, status, last_error
                        ORDER BY COUNT(*) DESC, last_error
                        """.formatted(MAILS))
                .param("number", number.value())
                .query((row, n) -> new Reason(
                        row.getString("occasion"),
                        row.getInt("revision"),
                        row.getString("status"),
                        row.getString("last_error"),
                        row.getInt("mails"),
                        Timestamps.in(row, "next_try")))
                .list();
    }

    int failed(ConsultationNumber number) {
        return db.sql("SELECT COUNT(*) FROM outbox o WHERE " + LATEST_FAILED)
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    List<MailProgress.Failed> failed(ConsultationNumber number, int limit, int offset) {
        return db.sql("""
                        SELECT p.id, p.name, s.name AS station, o.campaign, o.last_error
                        FROM outbox o JOIN informant p
                            ON p.id = CASE WHEN o.recipient_kind = 'INFORMANT' THEN CAST(o.recipient AS BIGINT) END
                        LEFT JOIN station s ON s.id = p.station_id
                        WHERE %s ORDER BY o.id LIMIT :limit OFFSET :offset
                        """.formatted(LATEST_FAILED))
                .param("number", number.value())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> new MailProgress.Failed(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("station"),
                        row.getString("campaign"),
                        row.getString("last_error")))
                .list();
    }

    int countResendable(ConsultationNumber number) {
        return resendable("SELECT COUNT(*)", "", number).query(Integer.class).single();
    }

    /** Invited people whose latest invitation mail failed and who can be written to (again). */
    List<Recipient> resendable(ConsultationNumber number) {
        return resendable("SELECT i.informant_id", "ORDER BY i.informant_id", number)
                .query((row, n) -> Recipient.informant(new InformantId(row.getLong("informant_id"))))
                .list();
    }

    private JdbcClient.StatementSpec resendable(String select, String order, ConsultationNumber number) {
        return db.sql("""
                        %s
                        FROM outbox o
                        JOIN informant p
                            ON p.id = CASE WHEN o.recipient_kind = 'INFORMANT' THEN CAST(o.recipient AS BIGINT) END
                        JOIN invitation i ON i.informant_id = p.id AND i.consultation = :number
                        WHERE o.campaign = :invitations AND i.revoked_at IS NULL AND i.answered_at IS NULL
                          AND p.active AND %s
                          AND %s
                        %s
                        """.formatted(select, reach.condition("p"), LATEST_FAILED, order))
                .param("invitations", Campaigns.campaign(Campaigns.INVITATION, number))
                .param("number", number.value());
    }
}
