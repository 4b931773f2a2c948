package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Reach;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has not answered and may be reminded, from invitations, outbox and directory together. */
@Repository
class ReminderRows {
    /** People whom the latest invitation mail reached and who have neither answered nor been struck off. */
    private static final String SILENT = """
            FROM invitation i
            JOIN informant p ON p.id = i.informant_id
            JOIN outbox o ON o.campaign = :invitations AND o.recipient_kind = 'INFORMANT'
                AND o.recipient = CAST(i.informant_id AS VARCHAR(64)) AND o.status = 'SENT'
            WHERE i.consultation = :number AND i.answered_at IS NULL AND i.revoked_at IS NULL
              AND p.active AND %s
              AND NOT EXISTS (
                SELECT 1 FROM outbox later
                WHERE later.campaign = o.campaign AND later.recipient_kind = o.recipient_kind
                  AND later.recipient = o.recipient AND later.revision > o.revision)
            """;

    /** Not reminded too lately about this consultation, and not too often this week about any. */
    private static final String RESTED = """
              AND COALESCE(o.sent_at, i.issued_at) < :rested
              AND NOT EXISTS (
                SELECT 1 FROM outbox near
                WHERE near.campaign IN (:reminders, :chases) AND near.recipient_kind = 'INFORMANT'
                  AND near.recipient = o.recipient
                  AND (near.status IN ('WAITING', 'SENDING')
                    OR near.status = 'SENT' AND COALESCE(near.sent_at, near.created_at) >= :rested))
            """;

    private static final String BELOW_THE_WEEKLY_LIMIT = """
              AND (SELECT COUNT(*) FROM outbox lately
                   WHERE lately.recipient = o.recipient AND lately.recipient_kind = 'INFORMANT'
                     AND lately.template IN ('reminder', 'reminder-draft', 'chase')
                     AND (lately.status IN ('WAITING', 'SENDING')
                       OR lately.status = 'SENT' AND COALESCE(lately.sent_at, lately.created_at) >= :week)) < :mostPerWeek
            """;

    /** The latest reminder was the last one allowed, and it was left unanswered for the usual spacing. */
    private static final String WORN_OUT = """
              AND EXISTS (
                SELECT 1 FROM outbox last
                WHERE last.campaign = :reminders AND last.recipient_kind = 'INFORMANT' AND last.recipient = o.recipient
                  AND last.revision >= :most AND last.status = 'SENT'
                  AND COALESCE(last.sent_at, last.created_at) < :rested)
            """;

    private final JdbcClient db;
    private final Reach reach;
    private final String silent;

    ReminderRows(JdbcClient db, Reach reach) {
        this.db = db;
        this.reach = reach;
        this.silent = SILENT.formatted(reach.condition("p"));
    }

    /** @param drafted has a saved draft that was not sent; @param reminded how often so far about this consultation */
    record Silent(InformantId informant, boolean drafted, int reminded) {}

    /** Until when something must have been sent to count as rested, and since when it counts for the week. */
    record Limits(Instant rested, Instant week, int mostPerConsultation, int mostPerWeek) {}

    /** One station's people who were reminded as often as is allowed and stay silent. */
    record SilentAtStation(String station, String name) {}

    /** Held until the transaction ends. */
    void takeTurn() {
        db.sql("SELECT id FROM reminding_turn WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    List<Silent> due(ConsultationNumber number, Limits limits) {
        return db.sql("""
                        SELECT i.informant_id, i.drafted_at IS NOT NULL AS drafted,
                            (SELECT COALESCE(MAX(r.revision), 0) FROM outbox r
                             WHERE r.campaign = :reminders AND r.recipient_kind = 'INFORMANT'
                               AND r.recipient = o.recipient) AS reminded
                        """ + silent + RESTED + BELOW_THE_WEEKLY_LIMIT + """
                          AND (SELECT COALESCE(MAX(r.revision), 0) FROM outbox r
                               WHERE r.campaign = :reminders AND r.recipient_kind = 'INFORMANT'
                                 AND r.recipient = o.recipient) < :most
                        ORDER BY i.informant_id
                        """)
                .params(Campaigns.names(number))
                .param("number", number.value())
                .param("rested", Timestamps.of(limits.rested()))
                .param("week", Timestamps.of(limits.week()))
                .param("most", limits.mostPerConsultation())
                .param("mostPerWeek", limits.mostPerWeek())
                .query((row, n) -> new Silent(
                        new InformantId(row.getLong("informant_id")),
                        row.getBoolean("drafted"),
                        row.getInt("reminded")))
                .list();
    }

    /** As due, but whenever the invitation came and however often they were reminded about this consultation. */
    List<InformantId> silent(ConsultationNumber number, Limits limits) {
        return db.sql("SELECT i.informant_id " + silent + BELOW_THE_WEEKLY_LIMIT + " ORDER BY i.informant_id")
                .param("invitations", Campaigns.campaign(Campaigns.INVITATION, number))
                .param("number", number.value())
                .param("week", Timestamps.of(limits.week()))
                .param("mostPerWeek", limits.mostPerWeek())
                .query((row, n) -> new InformantId(row.getLong("informant_id")))
                .list();
    }

    boolean chased(ConsultationNumber number) {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE campaign = ?")
                        .param(Campaigns.campaign(Campaigns.CHASE, number))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Coordinators who can be written to, of working stations some of whose people were reminded to no effect. */
    List<InformantId> coordinatorsOfTheWornOut(ConsultationNumber number, Limits limits) {
        return db.sql("""
                        SELECT c.id FROM informant c
                        WHERE c.active AND %s
                          AND c.id IN (
                            SELECT s.coordinator_id FROM station s
                            WHERE s.active AND s.id IN (SELECT p.station_id %s %s))
                        ORDER BY c.id
                        """.formatted(reach.condition("c"), silent, WORN_OUT))
                .param("invitations", Campaigns.campaign(Campaigns.INVITATION, number))
                .param("reminders", Campaigns.campaign(Campaigns.REMINDER, number))
                .param("number", number.value())
                .param("rested", Timestamps.of(limits.rested()))
                .param("most", limits.mostPerConsultation())
                .query((row, n) -> new InformantId(row.getLong("id")))
                .list();
    }

    /** The people whom this coordinator is told of, by station and name. */
    List<SilentAtStation> wornOutOf(ConsultationNumber number, InformantId coordinator, Limits limits) {
        return db.sql("""
                        SELECT s.name AS station, who.name FROM station s JOIN (SELECT p.station_id, p.name %s %s) who
                            ON who.station_id = s.id
                        WHERE s.active AND s.coordinator_id = :coordinator
                        ORDER BY s.name, who.name
                        """.formatted(silent, WORN_OUT))
                .param("invitations", Campaigns.campaign(Campaigns.INVITATION, number))
                .param("reminders", Campaigns.campaign(Campaigns.REMINDER, number))
                .param("number", number.value())
                .param("coordinator", coordinator.value())
                .param("rested", Timestamps.of(limits.rested()))
                .param("most", limits.mostPerConsultation())
                .query((row, n) -> new SilentAtStation(row.getString("station"), row.getString("name")))
                .list();
    }

    /** Reminders and chases that reached this mail's recipient since then, over all consultations. */
    int sentSince(QueuedMail mail, Instant since) {
        return db.sql("""
                        SELECT COUNT(*) FROM outbox
                        WHERE recipient = ? AND recipient_kind = ? AND template IN ('reminder', 'reminder-draft', 'chase')
                          AND status = 'SENT' AND sent_at >= ? AND id <> ?
                        """)
                .params(mail.recipient().id(), mail.recipient().kind().name(), Timestamps.of(since), mail.id())
                .query(Integer.class)
                .single();
    }
}
