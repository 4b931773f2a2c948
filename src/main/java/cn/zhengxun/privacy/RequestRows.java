package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table privacy_request. */
@Repository
class RequestRows {
    private static final String ABOUT = " (informant_id = :informant OR receipt = :receipt) ";

    private static final List<String> KEPT = List.of(Requests.ERASED, Requests.ENDED_BY_ERASURE);

    private static final String FORGET = """
            UPDATE privacy_request SET informant_id = NULL, receipt = NULL, asker = NULL, identity_check = NULL,
                wish = NULL, told_how = NULL, reply = CASE WHEN reply IN (:kept) THEN reply END
            WHERE
            """;

    private final JdbcClient db;

    RequestRows(JdbcClient db) {
        this.db = db;
    }

    boolean taken(String number) {
        return db.sql("SELECT COUNT(*) FROM privacy_request WHERE number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(Request request, Instant at) {
        Subject subject = request.subject();
        db.sql("""
                        INSERT INTO privacy_request (number, kind, informant_id, receipt, way, asker, identity_check, wish,
                            received_on, recorded_at, recorded_by, due_on, undo_until, state, decided_at, decided_by, reply)
                        VALUES (:number, :kind, :informant, :receipt, :way, :asker, :check, :wish,
                            :received, :at, :by, :due, :undo, :state, :decidedAt, :decidedBy, :reply)
                        """)
                .param("number", request.number())
                .param("kind", request.kind().name())
                .param("informant", subject == null ? null : subject.informant(), Types.BIGINT)
                .param("receipt", subject == null ? null : subject.receipt())
                .param("way", request.way().name())
                .param("asker", request.asker())
                .param("check", request.identityCheck())
                .param("wish", request.wish())
                .param("received", request.receivedOn())
                .param("at", Timestamps.of(at))
                .param("by", request.recordedBy())
                .param("due", request.dueOn())
                .param("undo", Timestamps.of(request.undoUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("state", request.state().name())
                .param("decidedAt", Timestamps.of(request.decidedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("decidedBy", request.decidedBy())
                .param("reply", request.reply())
                .update();
    }

    Optional<Request> find(String number) {
        return db.sql("SELECT * FROM privacy_request WHERE number = ?")
                .param(number)
                .query(REQUEST)
                .optional();
    }

    /** The newest first. */
    List<Request> of(Subject subject) {
        return about("SELECT * FROM privacy_request WHERE" + ABOUT + "ORDER BY id DESC", subject)
                .query(REQUEST)
                .list();
    }

    RequestSearch.Page search(RequestSearch search) {
        String where = " FROM privacy_request WHERE (:all OR state = 'OPEN') AND (:kind = '' OR kind = :kind)";
        int total = bind("SELECT COUNT(*)" + where, search).query(Integer.class).single();
        List<Request> found = bind(
                        "SELECT *" + where
                                + " ORDER BY CASE WHEN state = 'OPEN' THEN 0 ELSE 1 END,"
                                + " CASE WHEN state = 'OPEN' THEN due_on END, id DESC LIMIT :size OFFSET :skip",
                        search)
                .param("size", RequestSearch.SIZE)
                .param("skip", (long) (search.page() - 1) * RequestSearch.SIZE)
                .query(REQUEST)
                .list();
        return new RequestSearch.Page(found, search.page(), total);
    }

    private JdbcClient.StatementSpec bind(String sql, RequestSearch search) {
        return db.sql(sql)
                .param("all", !search.openOnly())
                .param("kind", search.kind() == null ? "" : search.kind().name());
    }

    /** @param before null for all */
    int open(LocalDate before) {
        return db.sql("SELECT COUNT(*) FROM privacy_request WHERE state = 'OPEN' AND (:all OR due_on < :before)")
                .param("all", before == null)
                .param("before", before == null ? LocalDate.EPOCH : before)
                .query(Integer.class)
                .single();
    }

    /** @return false where it is not open any more */
    boolean decide(String number, RequestState state, Instant at, String by, String reply) {
        return db.sql("""
                        UPDATE privacy_request SET state = ?, decided_at = ?, decided_by = ?, reply = ?
                        WHERE number = ? AND state = 'OPEN'
                        """)
                        .params(state.name(), Timestamps.of(at), by, reply, number)
                        .update()
                == 1;
    }

    void told(String number, LocalDate on, String how) {
        db.sql("UPDATE privacy_request SET told_on = ?, told_how = ? WHERE number = ?")
                .params(on, how, number)
                .update();
    }

    /** What is left says that something was asked for and done, and not by whom. Open ones end. @return rows changed */
    int forget(Subject subject, Instant at, String by) {
        about("""
                        UPDATE privacy_request SET state = 'DONE', decided_at = :at, decided_by = :by, reply = :ended
                        WHERE state = 'OPEN' AND
                        """ + ABOUT, subject)
                .param("at", Timestamps.of(at))
                .param("by", by)
                .param("ended", Requests.ENDED_BY_ERASURE)
                .update();
        return about(FORGET + ABOUT, subject).param("kept", KEPT).update();
    }

    private static final String OVER = """
             FROM privacy_request WHERE state <> 'OPEN' AND decided_at < :before
              AND (informant_id IS NOT NULL OR receipt IS NOT NULL OR asker IS NOT NULL OR identity_check IS NOT NULL
                OR wish IS NOT NULL OR told_how IS NOT NULL OR reply NOT IN (:kept))
            """;

    /** Decided ones that still say whom or what they were about. */
    int over(Instant before) {
        return over("SELECT COUNT(*)" + OVER, before).query(Integer.class).single();
    }

    /** Leaves of the oldest of them what an erasure leaves. @return how many */
    int forgetOver(Instant before, int most) {
        List<Long> ids = over("SELECT id" + OVER + " ORDER BY id FETCH FIRST :most ROWS ONLY", before)
                .param("most", most)
                .query(Long.class)
                .list();
        return ids.isEmpty()
                ? 0
                : db.sql(FORGET + " id IN (:ids)")
                        .param("kept", KEPT)
                        .param("ids", ids)
                        .update();
    }

    private JdbcClient.StatementSpec over(String sql, Instant before) {
        return db.sql(sql).param("before", Timestamps.of(before)).param("kept", KEPT);
    }

    private JdbcClient.StatementSpec about(String sql, Subject subject) {
        return db.sql(sql)
                .param("informant", subject.informant(), Types.BIGINT)
                .param("receipt", subject.receipt(), Types.VARCHAR);
    }

    private static final RowMapper<Request> REQUEST = (row, n) -> new Request(
            row.getString("number"),
            RequestKind.valueOf(row.getString("kind")),
            subject(row),
            RequestWay.valueOf(row.getString("way")),
            row.getString("asker"),
            row.getString("identity_check"),
            row.getString("wish"),
            row.getObject("received_on", LocalDate.class),
            row.getString("recorded_by"),
            row.getObject("due_on", LocalDate.class),
            Timestamps.in(row, "undo_until"),
            RequestState.valueOf(row.getString("state")),
            Timestamps.in(row, "decided_at"),
            row.getString("decided_by"),
            row.getString("reply"),
            row.getObject("told_on", LocalDate.class),
            row.getString("told_how"));

    private static Subject subject(ResultSet row) throws SQLException {
        Long informant = row.getObject("informant_id", Long.class);
        String receipt = row.getString("receipt");
        return informant == null && receipt == null ? null : new Subject(informant, receipt);
    }
}
