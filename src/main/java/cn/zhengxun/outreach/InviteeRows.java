package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.Reach;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations with the person, the latest invitation mail and the state that follows; nothing here reads everybody. */
@Repository
class InviteeRows {
    /** A letter counts where no mail went out, or where the mail before it failed. */
    private static final String INVITEES = """
            SELECT i.id, i.informant_id, i.printed_at, p.name, s.name AS station, %1$s AS reachable,
                   COALESCE(o.last_error, p.mail_failure) AS error, o.next_try_at,
                   CASE WHEN i.replaced_by IS NOT NULL THEN 'SWAPPED'
                        WHEN i.revoked_at IS NOT NULL THEN 'REVOKED'
                        WHEN i.no_opinion_at IS NOT NULL THEN 'NO_OPINION'
                        WHEN i.answered_at IS NOT NULL THEN 'ANSWERED'
                        WHEN i.drafted_at IS NOT NULL THEN 'DRAFTED'
                        WHEN i.opened_at IS NOT NULL THEN 'OPENED'
                        WHEN o.id IS NULL AND %1$s THEN 'WAITING'
                        WHEN o.id IS NULL THEN 'ON_PAPER'
                        WHEN o.status = 'FAILED' AND i.printed_at > o.created_at THEN 'ON_PAPER'
                        WHEN o.status = 'SENT' AND o.delivered_at IS NOT NULL THEN 'DELIVERED'
                        WHEN o.status IN ('FAILED', 'CANCELLED', 'SENT') THEN o.status
                        WHEN o.last_error IS NOT NULL THEN 'RETRYING'
                        ELSE 'WAITING' END AS state,
                   COALESCE(i.revoked_at, i.no_opinion_at, i.answered_at, i.drafted_at, i.opened_at,
                            CASE WHEN o.id IS NULL OR o.status = 'FAILED' THEN i.printed_at END,
                            o.bounced_at, o.delivered_at, o.sent_at, o.created_at, i.issued_at) AS since
            FROM invitation i
            JOIN informant p ON p.id = i.informant_id
            LEFT JOIN station s ON s.id = p.station_id
            LEFT JOIN (SELECT recipient, MAX(revision) AS revision FROM outbox
                       WHERE campaign = :campaign AND recipient_kind = 'INFORMANT' AND template = 'invitation'
                       GROUP BY recipient) latest ON latest.recipient = CAST(i.informant_id AS VARCHAR(64))
            LEFT JOIN outbox o ON o.campaign = :campaign AND o.recipient_kind = 'INFORMANT' AND o.template = 'invitation'
                       AND o.recipient = latest.recipient AND o.revision = latest.revision
            WHERE i.consultation = :consultation
            """;

    private static final RowMapper<Invitee> INVITEE = (row, n) -> {
        InviteeState state = InviteeState.valueOf(row.getString("state"));
        boolean failing = state == InviteeState.FAILED || state == InviteeState.RETRYING;
        return new Invitee(
                new InvitationId(row.getLong("id")),
                new InformantId(row.getLong("informant_id")),
                row.getString("name"),
                row.getString("station"),
                state,
                Timestamps.in(row, "since"),
                failing ? row.getString("error") : null,
                state == InviteeState.RETRYING ? Timestamps.in(row, "next_try_at") : null,
                row.getBoolean("reachable"));
    };

    /** Who might be asked instead. */
    record Candidate(InformantId id, String name, String station) {}

    private final JdbcClient db;
    private final String invitees;

    InviteeRows(JdbcClient db, Reach reach) {
        this.db = db;
        this.invitees = INVITEES.formatted(reach.condition("p"));
    }

    /** How many are in each state, in the order of the states; states of nobody are left out. */
    Map<InviteeState, Integer> counts(ConsultationNumber number) {
        Map<InviteeState, Integer> counts = new EnumMap<>(InviteeState.class);
        of("SELECT state, COUNT(*) AS people FROM (" + invitees + ") invitee GROUP BY state", number)
                .query((row, n) -> counts.put(InviteeState.valueOf(row.getString("state")), row.getInt("people")))
                .list();
        return counts;
    }

    int count(ConsultationNumber number, InviteeSearch search) {
        return found("SELECT COUNT(*)", number, search, "").query(Integer.class).single();
    }

    List<Invitee> page(ConsultationNumber number, InviteeSearch search, int page) {
        return found("SELECT *", number, search, "ORDER BY id OFFSET :skipped ROWS FETCH NEXT :most ROWS ONLY")
                .param("skipped", (page - 1) * InviteeSearch.PAGE_SIZE)
                .param("most", InviteeSearch.PAGE_SIZE)
                .query(INVITEE)
                .list();
    }

    /** The next ones after an invitation, 0 for the first. */
    List<Invitee> after(ConsultationNumber number, InviteeSearch search, long invitation, int most) {
        return found("SELECT *", number, search, "AND id > :last ORDER BY id FETCH NEXT :most ROWS ONLY")
                .param("last", invitation)
                .param("most", most)
                .query(INVITEE)
                .list();
    }

    Invitee find(ConsultationNumber number, InvitationId invitation) {
        return of("SELECT * FROM (" + invitees + " AND i.id = :id) invitee", number)
                .param("id", invitation.value())
                .query(INVITEE)
                .single();
    }

    /** Those whose mail failed for good and who may be written to again, since the address was corrected. */
    List<InvitationId> corrected(ConsultationNumber number, int most) {
        return of(
                        "SELECT id FROM (" + invitees + ") invitee WHERE state = 'FAILED' AND reachable ORDER BY id"
                                + " FETCH NEXT :most ROWS ONLY",
                        number)
                .param("most", most)
                .query((row, n) -> new InvitationId(row.getLong("id")))
                .list();
    }

    int countCorrected(ConsultationNumber number) {
        return of("SELECT COUNT(*) FROM (" + invitees + ") invitee WHERE state = 'FAILED' AND reachable", number)
                .query(Integer.class)
                .single();
    }

    /** Of the invitation mails to one person, 0 where there is none. */
    int latestRevision(ConsultationNumber number, InformantId informant) {
        return db.sql("""
                        SELECT COALESCE(MAX(revision), 0) FROM outbox
                        WHERE campaign = ? AND recipient_kind = 'INFORMANT' AND recipient = ? AND template = ?
                        """)
                .params(
                        Campaigns.campaign(Campaigns.INVITATION, number),
                        Long.toString(informant.value()),
                        Campaigns.INVITATION)
                .query(Integer.class)
                .single();
    }

    /** In office, not invited yet; those of the station first, null for none. */
    List<Candidate> candidates(
            ConsultationNumber number, InformantId instead, String words, LocalDate today, int most) {
        return db.sql("""
                        SELECT p.id, p.name, s.name AS station
                        FROM informant p LEFT JOIN station s ON s.id = p.station_id
                        WHERE p.active AND (p.term_ends_on IS NULL OR p.term_ends_on >= :today)
                          AND NOT EXISTS (SELECT 1 FROM invitation i
                                          WHERE i.consultation = :consultation AND i.informant_id = p.id)
                          AND (POSITION(:words IN p.name) > 0 OR POSITION(:words IN COALESCE(s.name, '')) > 0)
                        ORDER BY CASE WHEN p.station_id = (SELECT station_id FROM informant WHERE id = :instead)
                                      THEN 0 ELSE 1 END, p.id
                        FETCH NEXT :most ROWS ONLY
                        """)
                .param("today", today)
                .param("consultation", number.value())
                .param("words", words)
                .param("instead", instead.value())
                .param("most", most)
                .query((row, n) -> new Candidate(
                        new InformantId(row.getLong("id")), row.getString("name"), row.getString("station")))
                .list();
    }

    private JdbcClient.StatementSpec found(
            String select, ConsultationNumber number, InviteeSearch search, String rest) {
        JdbcClient.StatementSpec statement = of(
                select + " FROM (" + invitees + ") invitee WHERE 1 = 1"
                        + (search.state() == null ? "" : " AND state = :state")
                        + (search.everyone()
                                ? ""
                                : " AND (POSITION(:words IN name) > 0 OR POSITION(:words IN COALESCE(station, '')) > 0)")
                        + " " + rest,
                number);
        if (search.state() != null) {
            statement = statement.param("state", search.state().name());
        }
        return search.everyone() ? statement : statement.param("words", search.words());
    }

    private JdbcClient.StatementSpec of(String statement, ConsultationNumber number) {
        return db.sql(statement)
                .param("consultation", number.value())
                .param("campaign", Campaigns.campaign(Campaigns.INVITATION, number));
    }
}
