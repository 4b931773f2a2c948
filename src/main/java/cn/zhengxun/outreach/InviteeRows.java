package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.Reach;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations with the person, the latest invitation mail and the state that follows; nothing here reads everybody. */
@Repository
class InviteeRows {
    private static final String LEFT = "i.informant_id IN (SELECT gone.id FROM informant gone WHERE NOT gone.active)";

    private static final String OWN_STATE = """
            CASE WHEN i.replaced_by IS NOT NULL THEN 'SWAPPED'
                 WHEN i.revoked_at IS NOT NULL THEN 'REVOKED'
                 WHEN i.no_opinion_at IS NOT NULL THEN 'NO_OPINION'
                 WHEN i.answered_at IS NOT NULL THEN 'ANSWERED'
                 WHEN %s THEN 'LEFT'
                 WHEN i.drafted_at IS NOT NULL THEN 'DRAFTED'
                 WHEN i.opened_at IS NOT NULL THEN 'OPENED'
            """.formatted(LEFT);

    /** %s: whether mail reaches the person. A letter counts where no mail went out, or where the mail before it failed. */
    private static final String STATE = OWN_STATE + """
                 WHEN o.id IS NULL AND %s THEN 'WAITING'
                 WHEN o.id IS NULL THEN 'ON_PAPER'
                 WHEN o.status = 'FAILED' AND i.printed_at > o.created_at THEN 'ON_PAPER'
                 WHEN o.status = 'SENT' AND o.delivered_at IS NOT NULL THEN 'DELIVERED'
                 WHEN o.status IN ('FAILED', 'CANCELLED', 'SENT') THEN o.status
                 WHEN o.last_error IS NOT NULL THEN 'RETRYING'
                 ELSE 'WAITING' END
            """;

    /**
     * The latest invitation mail. That a later one is at least the second follows already; said outright, it spares the
     * database from comparing a hundred thousand first ones with each other.
     */
    private static final String LATEST_MAIL = """
            LEFT JOIN outbox o ON o.campaign = :campaign AND o.recipient_kind = 'INFORMANT' AND o.template = 'invitation'
                 AND o.recipient = CAST(i.informant_id AS VARCHAR(64))
                 AND NOT EXISTS (SELECT 1 FROM outbox later
                                 WHERE later.campaign = :campaign AND later.recipient_kind = 'INFORMANT'
                                   AND later.template = 'invitation' AND later.recipient = o.recipient
                                   AND later.revision > 1 AND later.revision > o.revision)
            """;

    /** %s: whether mail reaches the person, the state, the invitations as a table or a query, the latest mail. */
    private static final String INVITEES = """
            SELECT i.id, i.informant_id, i.printed_at, p.name, s.name AS station, o.next_try_at, %s AS reachable,
                   COALESCE(o.last_error, p.mail_failure) AS error, %s AS state,
                   COALESCE(i.revoked_at, i.no_opinion_at, i.answered_at, i.drafted_at, i.opened_at,
                            CASE WHEN o.id IS NULL OR o.status = 'FAILED' THEN i.printed_at END,
                            o.bounced_at, o.delivered_at, o.sent_at, o.created_at, i.issued_at) AS since
            FROM %s i
            JOIN informant p ON p.id = i.informant_id
            LEFT JOIN station s ON s.id = p.station_id
            %s
            WHERE i.consultation = :consultation
            """;

    private static final String NAMES =
            " JOIN informant p ON p.id = i.informant_id LEFT JOIN station s ON s.id = p.station_id ";

    private static final String NAMED =
            " AND (POSITION(:words IN p.name) > 0 OR POSITION(:words IN COALESCE(s.name, '')) > 0)";

    private static final String COUNTS = """
            SELECT state, COUNT(*) AS people
            FROM (SELECT %s AS state FROM invitation i %s WHERE i.consultation = :consultation) invitee
            GROUP BY state
            """;

    private static final String IN_ORDER =
            "(SELECT i.*%s ORDER BY i.id OFFSET :skipped ROWS FETCH NEXT :most ROWS ONLY)";

    /** By place: a limit tempts PostgreSQL to look up one mail after the other until enough are in a rare state. */
    private static final String PLACED = """
            (SELECT chosen.* FROM invitation chosen
             JOIN (SELECT i.id, ROW_NUMBER() OVER (ORDER BY i.id) AS place%s) placed ON placed.id = chosen.id
             WHERE placed.place > :skipped AND placed.place <= :until)
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

    private static final int FETCHED = 1_000;
    private final JdbcClient db;
    private final JdbcClient streams;

    private final String reachable;
    private final String state;
    private final String stateAlone;
    private final String corrected;

    InviteeRows(JdbcClient db, DataSource dataSource, Reach reach) {
        this.db = db;
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCHED);
        this.streams = JdbcClient.create(streaming);
        this.reachable = reach.condition("p");
        this.state = STATE.formatted(reachable);
        this.stateAlone =
                STATE.formatted("EXISTS (SELECT 1 FROM informant p WHERE p.id = i.informant_id AND " + reachable + ")");
        this.corrected = " FROM (" + invitees("invitation") + " AND o.status = 'FAILED' AND " + reachable
                + ") invitee WHERE state = 'FAILED'";
    }

    /** @param invitations a table or a query in parentheses */
    private String invitees(String invitations) {
        return INVITEES.formatted(reachable, state, invitations, LATEST_MAIL);
    }

    /** How many are in each state, in the order of the states; states of nobody are left out. */
    Map<InviteeState, Integer> counts(ConsultationNumber number) {
        Map<InviteeState, Integer> counts = new EnumMap<>(InviteeState.class);
        of(db, COUNTS.formatted(stateAlone, LATEST_MAIL), number)
                .query((row, n) -> counts.put(InviteeState.valueOf(row.getString("state")), row.getInt("people")))
                .list();
        return counts;
    }

    int count(ConsultationNumber number, InviteeSearch search) {
        return filled(db, "SELECT COUNT(*)" + among(search), number, search)
                .query(Integer.class)
                .single();
    }

    /** Chooses the page's invitations first and looks everything else up for these alone. */
    List<Invitee> page(ConsultationNumber number, InviteeSearch search, int page) {
        int skipped = (page - 1) * InviteeSearch.PAGE_SIZE;
        return filled(
                        db,
                        invitees((dependsOnMail(search) ? PLACED : IN_ORDER).formatted(among(search))),
                        number,
                        search)
                .param("skipped", skipped)
                .param("until", skipped + InviteeSearch.PAGE_SIZE)
                .param("most", InviteeSearch.PAGE_SIZE)
                .query(INVITEE)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(invitee -> invitee.id().value()))
                .toList();
    }

    /** Everyone found, in the pages' order, read as they come; needs a transaction around it. */
    void each(ConsultationNumber number, InviteeSearch search, Consumer<Invitee> reader) {
        String found = invitees("invitation") + (search.everyone() ? "" : NAMED) + inState(search.state(), state);
        filled(streams, found + " ORDER BY i.id", number, search).query((ResultSet row) -> {
            reader.accept(INVITEE.mapRow(row, 0));
        });
    }

    Invitee find(ConsultationNumber number, InvitationId invitation) {
        return of(db, invitees("invitation") + " AND i.id = :id", number)
                .param("id", invitation.value())
                .query(INVITEE)
                .single();
    }

    /** Those whose mail failed for good and who may be written to again, since the address was corrected. */
    List<InvitationId> corrected(ConsultationNumber number, int most) {
        return of(db, "SELECT id" + corrected + " ORDER BY id FETCH NEXT :most ROWS ONLY", number)
                .param("most", most)
                .query((row, n) -> new InvitationId(row.getLong("id")))
                .list();
    }

    int countCorrected(ConsultationNumber number) {
        return of(db, "SELECT COUNT(*)" + corrected, number)
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

    /** Names are looked up only for those who search by them, mails only for states that depend on them. */
    private String among(InviteeSearch search) {
        return " FROM invitation i " + (search.everyone() ? "" : NAMES)
                + (dependsOnMail(search) ? LATEST_MAIL : "")
                + " WHERE i.consultation = :consultation"
                + (search.everyone() ? "" : NAMED)
                + inState(search.state(), stateAlone);
    }

    private static boolean dependsOnMail(InviteeSearch search) {
        return search.state() != null && !search.state().own();
    }

    private static String inState(InviteeState state, String mailed) {
        if (state == null) {
            return "";
        }
        String worked = state.own() ? OWN_STATE + " END" : mailed;
        return necessary(state) + " AND " + worked + " = :state";
    }

    /** What a state takes for granted, so that the database need not work out everybody's. */
    private static String necessary(InviteeState state) {
        return switch (state) {
            case SWAPPED -> " AND i.replaced_by IS NOT NULL";
            case REVOKED -> " AND i.revoked_at IS NOT NULL";
            case LEFT -> " AND " + LEFT;
            case NO_OPINION -> " AND i.no_opinion_at IS NOT NULL";
            case ANSWERED -> " AND i.answered_at IS NOT NULL";
            case DRAFTED -> " AND i.drafted_at IS NOT NULL";
            case OPENED -> " AND i.opened_at IS NOT NULL";
            case FAILED, CANCELLED, SENT -> " AND o.status = '" + state.name() + "'";
            case DELIVERED -> " AND o.delivered_at IS NOT NULL";
            case RETRYING -> " AND o.last_error IS NOT NULL";
            case WAITING -> " AND (o.id IS NULL OR o.status IN ('WAITING', 'SENDING'))";
            case ON_PAPER -> " AND (o.id IS NULL OR o.status = 'FAILED')";
        };
    }

    private static JdbcClient.StatementSpec filled(
            JdbcClient client, String statement, ConsultationNumber number, InviteeSearch search) {
        JdbcClient.StatementSpec filled = of(client, statement, number);
        if (search.state() != null) {
            filled = filled.param("state", search.state().name());
        }
        return search.everyone() ? filled : filled.param("words", search.words());
    }

    private static JdbcClient.StatementSpec of(JdbcClient client, String statement, ConsultationNumber number) {
        return client.sql(statement)
                .param("consultation", number.value())
                .param("campaign", Campaigns.campaign(Campaigns.INVITATION, number));
    }
}
