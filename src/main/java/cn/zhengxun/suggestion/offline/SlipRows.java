package cn.zhengxun.suggestion.offline;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of records that were handed in: their submissions, and what each speaker takes home. */
@Repository
class SlipRows {
    private final JdbcClient db;

    SlipRows(JdbcClient db) {
        this.db = db;
    }

    /** Ids, in the order of the speakers; none for a draft. */
    List<Long> submissionsOf(OfflineRecordId id) {
        return db.sql("""
                        SELECT submission_id FROM offline_speaker
                        WHERE record_id = ? AND submission_id IS NOT NULL
                        ORDER BY position
                        """).param(id.value()).query(Long.class).list();
    }

    /** One for each speaker, in the order they spoke; none for a draft. */
    List<Slip> of(OfflineRecordId id) {
        return db.sql("""
                        SELECT m.receipt, COALESCE(i.name, m.proposer_name) AS speaker, m.timing,
                               (SELECT COUNT(*) FROM offline_statement t
                                 WHERE t.record_id = p.record_id AND t.said_by = p.position) AS suggestions
                        FROM offline_speaker p
                        JOIN submission m ON m.id = p.submission_id
                        LEFT JOIN informant i ON i.id = m.informant_id
                        WHERE p.record_id = ?
                        ORDER BY p.position
                        """)
                .param(id.value())
                .query((row, n) -> new Slip(
                        row.getString("receipt"),
                        row.getString("speaker"),
                        row.getInt("suggestions"),
                        row.getString("timing").equals("LATE")))
                .list();
    }
}
