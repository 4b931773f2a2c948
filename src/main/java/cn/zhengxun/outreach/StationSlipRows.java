package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables station_slip and station_slip_token, and what the directory says about their stations. */
@Repository
class StationSlipRows {
    private static final RowMapper<StationSlip> SLIP = (row, n) -> {
        Long claimedBy = row.getObject("claimed_by", Long.class);
        return new StationSlip(
                new StationSlipId(row.getLong("id")),
                new ConsultationNumber(row.getString("consultation")),
                new StationId(row.getLong("station_id")),
                Timestamps.in(row, "issued_at"),
                row.getString("issued_by"),
                Timestamps.in(row, "claimed_at"),
                claimedBy == null ? null : new InformantId(claimedBy),
                Timestamps.in(row, "closed_at"),
                Timestamps.in(row, "withdrawn_at"),
                row.getString("withdraw_reason"));
    };
    private final JdbcClient db;
    private final Reach reach;

    StationSlipRows(JdbcClient db, Reach reach) {
        this.db = db;
        this.reach = reach;
    }

    /** The coordinator a link of ours was made for, and the consultation. */
    record Holder(ConsultationNumber consultation, InformantId coordinator) {}

    /** One of a station's own people and how far this person got; invited is false where the station is to ask. */
    record Member(
            StationId station,
            InformantId informant,
            String name,
            String phone,
            boolean refused,
            boolean byMail,
            boolean invited,
            boolean answered) {}

    /** How many of a station's people are invited, and how many of those answered. */
    record Tally(StationId station, int invited, int answered) {}

    List<StationSlip> of(ConsultationNumber number) {
        return db.sql("SELECT * FROM station_slip WHERE consultation = ? ORDER BY station_id")
                .param(number.value())
                .query(SLIP)
                .list();
    }

    Optional<StationSlip> find(StationSlipId id) {
        return db.sql("SELECT * FROM station_slip WHERE id = ?")
                .param(id.value())
                .query(SLIP)
                .optional();
    }

    /** Keeps other writers of this slip waiting. */
    Optional<StationSlip> lock(StationSlipId id) {
        return db.sql("SELECT * FROM station_slip WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(SLIP)
                .optional();
    }

    /** The slips of the active stations that this active person coordinates. */
    List<StationSlip> ledBy(Holder holder) {
        return db.sql("""
                        SELECT s.* FROM station_slip s
                        JOIN station t ON t.id = s.station_id
                        JOIN informant n ON n.id = t.coordinator_id
                        WHERE s.consultation = ? AND t.coordinator_id = ? AND t.active AND n.active
                        ORDER BY s.station_id
                        """)
                .params(holder.consultation().value(), holder.coordinator().value())
                .query(SLIP)
                .list();
    }

    void insert(ConsultationNumber number, StationId station, String issuedBy, Instant at) {
        db.sql("INSERT INTO station_slip (consultation, station_id, issued_at, issued_by) VALUES (?, ?, ?, ?)")
                .params(number.value(), station.value(), Timestamps.of(at), issuedBy)
                .update();
    }

    /** A withdrawn one begins anew; its reports stay. */
    void issueAgain(StationSlipId id, String issuedBy, Instant at) {
        db.sql("""
                        UPDATE station_slip
                        SET issued_at = ?, issued_by = ?, claimed_at = NULL, claimed_by = NULL,
                            withdrawn_at = NULL, withdraw_reason = NULL
                        WHERE id = ?
                        """).params(Timestamps.of(at), issuedBy, id.value()).update();
    }

    void claim(StationSlipId id, InformantId by, Instant at) {
        db.sql("UPDATE station_slip SET claimed_at = ?, claimed_by = ? WHERE id = ? AND claimed_at IS NULL")
                .param(1, Timestamps.of(at))
                .param(2, by == null ? null : by.value(), java.sql.Types.BIGINT)
                .param(3, id.value())
                .update();
    }

    void withdraw(StationSlipId id, String reason, Instant at) {
        db.sql("UPDATE station_slip SET withdrawn_at = ?, withdraw_reason = ? WHERE id = ?")
                .params(Timestamps.of(at), reason, id.value())
                .update();
    }

    void close(StationSlipId id, String by, Instant at) {
        db.sql("UPDATE station_slip SET closed_at = ?, closed_by = ? WHERE id = ?")
                .params(Timestamps.of(at), by, id.value())
                .update();
    }

    void reopen(StationSlipId id) {
        db.sql("UPDATE station_slip SET closed_at = NULL, closed_by = NULL WHERE id = ?")
                .param(id.value())
                .update();
    }

    void insertToken(String hash, StationSlipId slip, InformantId coordinator, Instant at) {
        db.sql("INSERT INTO station_slip_token (hash, slip_id, informant_id, minted_at) VALUES (?, ?, ?, ?)")
                .params(hash, slip.value(), coordinator.value(), Timestamps.of(at))
                .update();
    }

    Optional<Holder> byTokenHash(String hash) {
        return db.sql("""
                        SELECT s.consultation, k.informant_id
                        FROM station_slip_token k JOIN station_slip s ON s.id = k.slip_id
                        WHERE k.hash = ?
                        """)
                .param(hash)
                .query((row, n) -> new Holder(
                        new ConsultationNumber(row.getString("consultation")),
                        new InformantId(row.getLong("informant_id"))))
                .optional();
    }

    List<Tally> tallies(ConsultationNumber number) {
        return db.sql("""
                        SELECT n.station_id, COUNT(*) AS invited, COUNT(i.answered_at) AS answered
                        FROM invitation i JOIN informant n ON n.id = i.informant_id
                        WHERE i.consultation = ? AND i.revoked_at IS NULL AND n.station_id IS NOT NULL
                        GROUP BY n.station_id
                        """)
                .param(number.value())
                .query((row, n) -> new Tally(
                        new StationId(row.getLong("station_id")), row.getInt("invited"), row.getInt("answered")))
                .list();
    }

    /** The station's active people who are invited, and those who are not because they refused to be chosen by profile. */
    List<Member> members(ConsultationNumber number, StationId station) {
        return db.sql("""
                        SELECT n.id, n.name, n.phone, n.station_id, n.profiling_refused, i.id AS invitation, i.answered_at,
                            %s AS by_mail
                        FROM informant n
                        LEFT JOIN invitation i
                            ON i.informant_id = n.id AND i.consultation = :number AND i.revoked_at IS NULL
                        WHERE n.station_id = :station AND n.active AND (i.id IS NOT NULL OR n.profiling_refused)
                        ORDER BY n.name, n.id
                        """.formatted(reach.condition("n")))
                .param("number", number.value())
                .param("station", station.value())
                .query((row, n) -> new Member(
                        new StationId(row.getLong("station_id")),
                        new InformantId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getBoolean("profiling_refused"),
                        row.getBoolean("by_mail"),
                        row.getObject("invitation", Long.class) != null,
                        Timestamps.in(row, "answered_at") != null))
                .list();
    }
}
