package cn.zhengxun.report;

import cn.zhengxun.collation.Grade;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.SuggestionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables report and report_item. Every UPDATE that could change what was submitted spares frozen rows. */
@Repository
class ReportRows {
    private static final String COLUMNS = """
            SELECT consultation, version, introduction, composed_at, approved_by, approved_at, signed_by, signed_at,
                   frozen_at, docx_sha256, xlsx_sha256, receipt_no, receipt_from, received_on
            FROM report
            """;

    private final JdbcClient db;
    private final JdbcTemplate batch;

    ReportRows(JdbcClient db, JdbcTemplate batch) {
        this.db = db;
        this.batch = batch;
    }

    /** Newest version first. */
    List<Report> of(ConsultationNumber number) {
        return db.sql(COLUMNS + "WHERE consultation = ? ORDER BY version DESC")
                .param(number.value())
                .query(ReportRows::report)
                .list();
    }

    Optional<Report> find(ConsultationNumber number, int version) {
        return db.sql(COLUMNS + "WHERE consultation = ? AND version = ?")
                .params(number.value(), version)
                .query(ReportRows::report)
                .optional();
    }

    void insert(ConsultationNumber number, int version, String introduction, byte[] docx, byte[] xlsx, Instant at) {
        db.sql("""
                        INSERT INTO report (consultation, version, introduction, docx, xlsx, composed_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(number.value(), version, introduction, docx, xlsx, Timestamps.of(at))
                .update();
    }

    /** Takes back approval and signature. @return false where the version is frozen */
    boolean replace(ConsultationNumber number, int version, String introduction, byte[] docx, byte[] xlsx, Instant at) {
        return db.sql("""
                                UPDATE report
                                SET introduction = ?, docx = ?, xlsx = ?, composed_at = ?,
                                    approved_by = NULL, approved_at = NULL, signed_by = NULL, signed_at = NULL
                                WHERE consultation = ? AND version = ? AND frozen_at IS NULL
                                """)
                        .params(introduction, docx, xlsx, Timestamps.of(at), number.value(), version)
                        .update()
                == 1;
    }

    void replaceItems(ConsultationNumber number, int version, List<Entry> entries) {
        db.sql("DELETE FROM report_item WHERE consultation = ? AND version = ?")
                .params(number.value(), version)
                .update();
        batch.batchUpdate(
                "INSERT INTO report_item (consultation, version, suggestion_id, grade) VALUES (?, ?, ?, ?)",
                entries,
                500,
                (row, entry) -> {
                    row.setString(1, number.value());
                    row.setInt(2, version);
                    row.setLong(3, entry.suggestion().id().value());
                    row.setString(4, entry.grade().name());
                });
    }

    boolean approve(ConsultationNumber number, int version, String by, Instant at) {
        return db.sql("""
                                UPDATE report SET approved_by = ?, approved_at = ?
                                WHERE consultation = ? AND version = ? AND frozen_at IS NULL
                                """)
                        .params(by, Timestamps.of(at), number.value(), version)
                        .update()
                == 1;
    }

    /** @return false unless the version is approved and not frozen */
    boolean sign(ConsultationNumber number, int version, String by, Instant at) {
        return db.sql("""
                                UPDATE report SET signed_by = ?, signed_at = ?
                                WHERE consultation = ? AND version = ? AND approved_at IS NOT NULL AND frozen_at IS NULL
                                """)
                        .params(by, Timestamps.of(at), number.value(), version)
                        .update()
                == 1;
    }

    /** @return false unless the version is signed and not frozen */
    boolean freeze(ConsultationNumber number, int version, String docxSha256, String xlsxSha256, Instant at) {
        return db.sql("""
                                UPDATE report SET frozen_at = ?, docx_sha256 = ?, xlsx_sha256 = ?
                                WHERE consultation = ? AND version = ? AND signed_at IS NOT NULL AND frozen_at IS NULL
                                """)
                        .params(Timestamps.of(at), docxSha256, xlsxSha256, number.value(), version)
                        .update()
                == 1;
    }

    /** The receipt comes after freezing and is no part of what was submitted. */
    boolean receipt(ConsultationNumber number, int version, String receiptNumber, String from, LocalDate on) {
        return db.sql("""
                                UPDATE report SET receipt_no = ?, receipt_from = ?, received_on = ?
                                WHERE consultation = ? AND version = ? AND frozen_at IS NOT NULL
                                """)
                        .params(receiptNumber, from, on, number.value(), version)
                        .update()
                == 1;
    }

    /** Of the latest frozen version. */
    Map<SuggestionId, Grade> submitted(ConsultationNumber number) {
        Map<SuggestionId, Grade> grades = new LinkedHashMap<>();
        db.sql("""
                        SELECT item.suggestion_id, item.grade
                        FROM report_item item
                        JOIN suggestion ON suggestion.id = item.suggestion_id
                        WHERE item.consultation = :number
                          AND item.version = (SELECT MAX(version) FROM report
                                              WHERE consultation = :number AND frozen_at IS NOT NULL)
                        ORDER BY suggestion.number
                        """)
                .param("number", number.value())
                .query((row, line) -> grades.put(
                        new SuggestionId(row.getLong("suggestion_id")), Grade.valueOf(row.getString("grade"))))
                .list();
        return grades;
    }

    Set<SuggestionId> items(ConsultationNumber number, int version) {
        return db
                .sql("SELECT suggestion_id FROM report_item WHERE consultation = ? AND version = ?")
                .params(number.value(), version)
                .query(Long.class)
                .stream()
                .map(SuggestionId::new)
                .collect(Collectors.toSet());
    }

    /** For those of the suggestions that a frozen version holds: when the latest such version was frozen. */
    Map<SuggestionId, Instant> submittedAt(Collection<SuggestionId> suggestions) {
        Map<SuggestionId, Instant> at = new HashMap<>();
        List<Long> ids = suggestions.stream().map(SuggestionId::value).toList();
        for (int from = 0; from < ids.size(); from += 1000) {
            db.sql("""
                            SELECT item.suggestion_id, MAX(report.frozen_at) AS frozen_at
                            FROM report_item item
                            JOIN report ON report.consultation = item.consultation AND report.version = item.version
                            WHERE report.frozen_at IS NOT NULL AND item.suggestion_id IN (:ids)
                            GROUP BY item.suggestion_id
                            """)
                    .param("ids", ids.subList(from, Math.min(from + 1000, ids.size())))
                    .query((row, line) ->
                            at.put(new SuggestionId(row.getLong("suggestion_id")), Timestamps.in(row, "frozen_at")))
                    .list();
        }
        return at;
    }

    Optional<byte[]> docx(ConsultationNumber number, int version) {
        return db.sql("SELECT docx FROM report WHERE consultation = ? AND version = ?")
                .params(number.value(), version)
                .query((row, line) -> row.getBytes("docx"))
                .optional();
    }

    Optional<byte[]> xlsx(ConsultationNumber number, int version) {
        return db.sql("SELECT xlsx FROM report WHERE consultation = ? AND version = ?")
                .params(number.value(), version)
                .query((row, line) -> row.getBytes("xlsx"))
                .optional();
    }

    private static Report report(ResultSet row, int line) throws SQLException {
        return new Report(
                new ConsultationNumber(row.getString("consultation")),
                row.getInt("version"),
                row.getString("introduction"),
                Timestamps.in(row, "composed_at"),
                row.getString("approved_by"),
                Timestamps.in(row, "approved_at"),
                row.getString("signed_by"),
                Timestamps.in(row, "signed_at"),
                Timestamps.in(row, "frozen_at"),
                row.getString("docx_sha256"),
                row.getString("xlsx_sha256"),
                row.getString("receipt_no"),
                row.getString("receipt_from"),
                row.getObject("received_on", LocalDate.class));
    }
}
