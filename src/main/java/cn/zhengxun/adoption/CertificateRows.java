package cn.zhengxun.adoption;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table certificate, and what is counted for it. */
@Repository
class CertificateRows {
    private static final RowMapper<Certificate> CERTIFICATE = (row, n) -> new Certificate(
            row.getLong("id"),
            Optional.ofNullable(row.getObject("informant_id", Long.class))
                    .map(InformantId::new)
                    .orElse(null),
            row.getInt("certified_year"),
            row.getInt("revision"),
            row.getString("code"),
            new Participation(
                    row.getInt("consultations"),
                    row.getInt("suggestions"),
                    row.getInt("submitted"),
                    row.getInt("adopted")),
            Timestamps.in(row, "issued_at"));

    private final JdbcClient db;

    CertificateRows(JdbcClient db) {
        this.db = db;
    }

    /** By the same view as the statistics; an outcome that is not published yet counts for nothing. */
    Participation participation(InformantId informant, int year) {
        return db.sql("""
                        SELECT COUNT(DISTINCT v.consultation) + (
                                   SELECT COUNT(*) FROM invitation i
                                   WHERE i.informant_id = :informant AND i.no_opinion_at >= :first
                                     AND i.no_opinion_at < :next) AS consultations,
                               COUNT(v.id) AS suggestions,
                               COALESCE(SUM(v.submitted), 0) AS submitted,
                               COALESCE(SUM(CASE WHEN v.submitted = 1 AND o.outcome IN ('ADOPTED', 'PARTLY')
                                                 THEN 1 ELSE 0 END), 0) AS adopted
                        FROM counted_suggestion v
                        LEFT JOIN outcome o ON o.suggestion_id = v.id AND o.published_at IS NOT NULL
                        WHERE v.informant_id = :informant AND v.accepted_at >= :first AND v.accepted_at < :next
                        """)
                .param("informant", informant.value())
                .param("first", Timestamps.of(newYear(year)))
                .param("next", Timestamps.of(newYear(year + 1)))
                .query((row, n) -> new Participation(
                        row.getInt("consultations"),
                        row.getInt("suggestions"),
                        row.getInt("submitted"),
                        row.getInt("adopted")))
                .single();
    }

    private static Instant newYear(int year) {
        return Shanghai.at(LocalDate.of(year, 1, 1), LocalTime.MIDNIGHT);
    }

    Optional<Certificate> latest(InformantId informant, int year) {
        return of(informant).stream()
                .filter(certificate -> certificate.year() == year)
                .reduce((one, next) -> next);
    }

    /** By year, the latest of each last. */
    List<Certificate> of(InformantId informant) {
        return db.sql("SELECT * FROM certificate WHERE informant_id = ? ORDER BY certified_year, revision")
                .param(informant.value())
                .query(CERTIFICATE)
                .list();
    }

    Optional<Certificate> byCode(String code) {
        return db.sql("SELECT * FROM certificate WHERE code = ?")
                .param(code)
                .query(CERTIFICATE)
                .optional();
    }

    /** @return its id */
    long insert(Certificate certificate) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        Participation counted = certificate.participation();
        db.sql("""
                        INSERT INTO certificate (informant_id, certified_year, revision, code, consultations, suggestions,
                            submitted, adopted, issued_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        certificate.informant().value(),
                        certificate.year(),
                        certificate.revision(),
                        certificate.code(),
                        counted.consultations(),
                        counted.suggestions(),
                        counted.submitted(),
                        counted.adopted(),
                        Timestamps.of(certificate.issuedAt()))
                .update(key, "id");
        return key.getKey().longValue();
    }

    /** @return how many */
    int takePersonAway(InformantId informant) {
        return db.sql("UPDATE certificate SET informant_id = NULL WHERE informant_id = ?")
                .param(informant.value())
                .update();
    }
}
