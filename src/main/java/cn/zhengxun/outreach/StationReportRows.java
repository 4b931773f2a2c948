package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables station_report, to which rows are only added, and station_paper_request. */
@Repository
class StationReportRows {
    private static final RowMapper<StationReport> REPORT = (row, n) -> new StationReport(
            row.getLong("id"),
            new StationSlipId(row.getLong("slip_id")),
            new StationNumbers(row.getInt("reached"), row.getInt("meetings"), row.getInt("handed_over")),
            row.getString("note"),
            row.getObject("takes_back", Long.class),
            row.getString("entered_by"),
            Timestamps.in(row, "reported_at"),
            row.getObject("taken_back_by", Long.class) != null);
    private static final RowMapper<PaperRequest> REQUEST = (row, n) -> new PaperRequest(
            row.getLong("id"),
            new StationSlipId(row.getLong("slip_id")),
            row.getInt("copies"),
            Timestamps.in(row, "asked_at"),
            row.getString("entered_by"),
            Timestamps.in(row, "handed_out_at"),
            row.getString("handed_out_by"));
    private final JdbcClient db;

    StationReportRows(JdbcClient db) {
        this.db = db;
    }

    /** The latest first. */
    List<StationReport> reports(StationSlipId slip) {
        return db.sql("""
                        SELECT r.*, b.id AS taken_back_by
                        FROM station_report r LEFT JOIN station_report b ON b.takes_back = r.id
                        WHERE r.slip_id = ? ORDER BY r.id DESC
                        """).param(slip.value()).query(REPORT).list();
    }

    /** Sums by slip; those without a report that stands are missing. */
    Map<StationSlipId, StationNumbers> sums(ConsultationNumber number) {
        record Sum(StationSlipId slip, StationNumbers numbers) {}
        return db
                .sql("""
                        SELECT r.slip_id, SUM(r.reached) AS reached, SUM(r.meetings) AS meetings,
                            SUM(r.handed_over) AS handed_over
                        FROM station_report r JOIN station_slip s ON s.id = r.slip_id
                        WHERE s.consultation = ? AND r.takes_back IS NULL AND NOT EXISTS (
                            SELECT 1 FROM station_report b WHERE b.takes_back = r.id)
                        GROUP BY r.slip_id
                        """)
                .param(number.value())
                .query((row, n) -> new Sum(
                        new StationSlipId(row.getLong("slip_id")),
                        new StationNumbers(row.getInt("reached"), row.getInt("meetings"), row.getInt("handed_over"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Sum::slip, Sum::numbers));
    }

    boolean knows(StationSlipId slip, String formKey) {
        return db.sql("SELECT COUNT(*) FROM station_report WHERE slip_id = ? AND form_key = ?")
                        .params(slip.value(), formKey)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param coordinator null where the station has none; @param takesBack null for an ordinary report */
    void insert(
            StationSlipId slip,
            StationNumbers numbers,
            String note,
            Long takesBack,
            InformantId coordinator,
            String enteredBy,
            String formKey,
            Instant at) {
        db.sql("""
                        INSERT INTO station_report (slip_id, reached, meetings, handed_over, note, takes_back,
                            coordinator_id, entered_by, form_key, reported_at)
                        VALUES (:slip, :reached, :meetings, :handedOver, :note, :takesBack,
                            :coordinator, :enteredBy, :formKey, :at)
                        """)
                .param("slip", slip.value())
                .param("reached", numbers.reached())
                .param("meetings", numbers.meetings())
                .param("handedOver", numbers.handedOver())
                .param("note", note)
                .param("takesBack", takesBack, Types.BIGINT)
                .param("coordinator", coordinator == null ? null : coordinator.value(), Types.BIGINT)
                .param("enteredBy", enteredBy)
                .param("formKey", formKey)
                .param("at", Timestamps.of(at))
                .update();
    }

    /** The latest first. */
    List<PaperRequest> requests(StationSlipId slip) {
        return db.sql("SELECT * FROM station_paper_request WHERE slip_id = ? ORDER BY id DESC")
                .param(slip.value())
                .query(REQUEST)
                .list();
    }

    /** Those that wait, of slips that were not withdrawn. */
    List<PaperRequest> waiting(ConsultationNumber number) {
        return db.sql("""
                        SELECT p.* FROM station_paper_request p JOIN station_slip s ON s.id = p.slip_id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL AND p.handed_out_at IS NULL AND p.copies > 0
                        ORDER BY p.id
                        """).param(number.value()).query(REQUEST).list();
    }

    Optional<PaperRequest> waiting(StationSlipId slip) {
        return requests(slip).stream().filter(PaperRequest::waiting).findFirst();
    }

    void ask(StationSlipId slip, int copies, String enteredBy, Instant at) {
        db.sql("INSERT INTO station_paper_request (slip_id, copies, asked_at, entered_by) VALUES (?, ?, ?, ?)")
                .params(slip.value(), copies, Timestamps.of(at), enteredBy)
                .update();
    }

    void change(PaperRequest request, int copies, String enteredBy, Instant at) {
        db.sql("UPDATE station_paper_request SET copies = ?, asked_at = ?, entered_by = ? WHERE id = ?")
                .params(copies, Timestamps.of(at), enteredBy, request.id())
                .update();
    }

    void handOut(PaperRequest request, String by, Instant at) {
        db.sql("UPDATE station_paper_request SET handed_out_at = ?, handed_out_by = ? WHERE id = ?")
                .params(Timestamps.of(at), by, request.id())
                .update();
    }
}
