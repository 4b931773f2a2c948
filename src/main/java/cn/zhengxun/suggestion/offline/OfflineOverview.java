package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was taken down for one consultation, and what is still being taken down. */
@Repository
@Transactional(readOnly = true)
class OfflineOverview {
    static final int PAGE = 50;

    /**
     * A record. heldOn, place and station may be null.
     *
     * @param people who attended; @param speakers who spoke; @param by account that saved or handed it in last
     * @param late whether it came after the deadline
     */
    record Line(
            long id,
            boolean meeting,
            Channel channel,
            LocalDate heldOn,
            String place,
            String station,
            int people,
            int speakers,
            int statements,
            Instant at,
            String by,
            boolean late) {
        public String time() {
            return Shanghai.minute(at);
        }

        public String day() {
            return heldOn == null ? "" : Shanghai.date(heldOn);
        }
    }

    /**
     * One person's submission that staff took down, on this page, in Tasklist or from a file. record is null unless it
     * was written here.
     */
    record Entry(
            String receipt,
            Channel channel,
            LocalDate heldOn,
            String station,
            String collector,
            String person,
            boolean confirmed,
            int suggestions,
            long suggestion,
            Long record,
            Instant at,
            boolean late) {
        public String time() {
            return Shanghai.minute(at);
        }

        public String day() {
            return heldOn == null ? "" : Shanghai.date(heldOn);
        }
    }

    /** How many of what; suggestions without late ones. */
    record Sums(int meetings, int people, int fromMeetings, int entries, int fromEntries) {}

    private final JdbcClient db;

    OfflineOverview(JdbcClient db) {
        this.db = db;
    }

    private static final String RECORDS = """
            SELECT r.id, r.meeting, r.channel, r.held_on, r.place, t.name AS station,
                   (SELECT COALESCE(SUM(a.people), 0) FROM offline_attendance a WHERE a.record_id = r.id) AS people,
                   (SELECT COUNT(*) FROM offline_speaker p WHERE p.record_id = r.id) AS speakers,
                   (SELECT COUNT(*) FROM offline_statement s WHERE s.record_id = r.id) AS statements,
                   COALESCE(r.handed_in_at, r.saved_at) AS at, COALESCE(r.handed_in_by, r.saved_by) AS by_whom,
                   (SELECT COUNT(*) FROM offline_speaker p JOIN submission m ON m.id = p.submission_id
                     WHERE p.record_id = r.id AND m.timing = 'LATE') AS late
            FROM offline_record r LEFT JOIN station t ON t.id = r.station_id
            WHERE r.consultation = ?
            """;

    /** The latest first. */
    List<Line> drafts(ConsultationNumber number) {
        return db.sql(RECORDS + " AND r.status = 'DRAFT' ORDER BY r.saved_at DESC, r.id DESC")
                .param(number.value())
                .query((row, n) -> line(row))
                .list();
    }

    /** By day, the latest first. */
    List<Line> meetings(ConsultationNumber number) {
        return db.sql(RECORDS + " AND r.status = 'HANDED_IN' AND r.meeting ORDER BY r.held_on DESC, r.id DESC")
                .param(number.value())
                .query((row, n) -> line(row))
                .list();
    }

    private static final String ENTRIES = """
            FROM submission m
            LEFT JOIN offline_speaker p ON p.submission_id = m.id
            LEFT JOIN offline_record r ON r.id = p.record_id
            LEFT JOIN station t ON t.id = m.station_id
            LEFT JOIN informant i ON i.id = m.informant_id
            WHERE m.consultation = ? AND m.channel NOT IN ('PERSONAL_LINK', 'QR_CODE') AND (r.id IS NULL OR NOT r.meeting)
            """;

    /** The latest first. @param page from 1 */
    List<Entry> entries(ConsultationNumber number, int page) {
        return db.sql("""
                        SELECT m.receipt, m.channel, r.held_on, t.name AS station, m.collector,
                               COALESCE(i.name, m.proposer_name) AS person, m.confirmed_by_person,
                               (SELECT COUNT(*) FROM suggestion s
                                 WHERE s.submission_id = m.id AND s.withdrawn_at IS NULL) AS suggestions,
                               (SELECT MIN(s.id) FROM suggestion s WHERE s.submission_id = m.id) AS suggestion,
                               r.id AS record_id, m.accepted_at, m.timing
                        """ + ENTRIES + " ORDER BY m.id DESC LIMIT ? OFFSET ?")
                .params(number.value(), PAGE, (long) (page - 1) * PAGE)
                .query((row, n) -> entry(row))
                .list();
    }

    Sums sums(ConsultationNumber number) {
        int entries = count("SELECT COUNT(*) " + ENTRIES, number);
        String meetings = " FROM offline_record r WHERE r.consultation = ? AND r.status = 'HANDED_IN' AND r.meeting";
        return new Sums(
                count("SELECT COUNT(*)" + meetings, number),
                count(
                        "SELECT COALESCE(SUM(a.people), 0) FROM offline_attendance a WHERE a.record_id IN (SELECT r.id"
                                + meetings + ")",
                        number),
                count("""
                        SELECT COUNT(*)
                        FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        JOIN offline_speaker p ON p.submission_id = m.id
                        JOIN offline_record r ON r.id = p.record_id
                        WHERE s.consultation = ? AND r.meeting AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        """, number),
                entries,
                count("""
                        SELECT COUNT(*)
                        FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        LEFT JOIN offline_speaker p ON p.submission_id = m.id
                        LEFT JOIN offline_record r ON r.id = p.record_id
                        WHERE s.consultation = ? AND m.channel NOT IN ('PERSONAL_LINK', 'QR_CODE')
                          AND (r.id IS NULL OR NOT r.meeting) AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        """, number));
    }

    private int count(String sql, ConsultationNumber number) {
        return db.sql(sql).param(number.value()).query(Integer.class).single();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getBoolean("meeting"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("held_on", LocalDate.class),
                row.getString("place"),
                row.getString("station"),
                row.getInt("people"),
                row.getInt("speakers"),
                row.getInt("statements"),
                Timestamps.in(row, "at"),
                row.getString("by_whom"),
                row.getInt("late") > 0);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("receipt"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("held_on", LocalDate.class),
                row.getString("station"),
                row.getString("collector"),
                row.getString("person"),
                row.getBoolean("confirmed_by_person"),
                row.getInt("suggestions"),
                row.getLong("suggestion"),
                row.getObject("record_id", Long.class),
                Timestamps.in(row, "accepted_at"),
                row.getString("timing").equals("LATE"));
    }
}
