package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.sheet.WaitingFile;
import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table offline_imported: which row of which file became part of which submission. */
@Repository
class ImportedRows {
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcTemplate batches;

    ImportedRows(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /** @param rows of one submission */
    void insert(WaitingFile from, String receipt, Collection<JudgedOpinion> rows) {
        long submission = db.sql("SELECT id FROM submission WHERE receipt = ?")
                .param(receipt)
                .query(Long.class)
                .single();
        batches.batchUpdate("""
                INSERT INTO offline_imported (consultation, file_sha256, line, fingerprint, import_id, said_on, submission_id)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, rows, BATCH, (statement, row) -> {
            statement.setString(1, from.consultation());
            statement.setString(2, from.sha256());
            statement.setInt(3, row.row().line());
            statement.setString(4, row.fingerprint());
            statement.setString(5, from.id());
            statement.setObject(6, row.saidOn(), Types.DATE);
            statement.setLong(7, submission);
        });
    }

    /** All fingerprints of the consultation: a point's opinions fit into memory many times over. */
    Set<String> fingerprints(ConsultationNumber number) {
        Set<String> known = new HashSet<>();
        db.sql("SELECT fingerprint FROM offline_imported WHERE consultation = ? AND fingerprint IS NOT NULL")
                .param(number.value())
                .query(row -> {
                    known.add(row.getString(1));
                });
        return known;
    }

    /** Lines of this very file that were handed in before. */
    Set<Integer> lines(ConsultationNumber number, String fileSha256) {
        return Set.copyOf(db.sql("SELECT line FROM offline_imported WHERE consultation = ? AND file_sha256 = ?")
                .params(number.value(), fileSha256)
                .query(Integer.class)
                .list());
    }

    /** One for each submission that came of this import, in the order of the file. */
    List<HandedIn.Slip> slips(ConsultationNumber number, String importId) {
        return db.sql("""
                        SELECT m.receipt, COALESCE(m.proposer_name, p.name) AS name, m.proposer_contact, m.timing,
                               MIN(o.said_on) AS said_on, MIN(o.line) AS first_line, COUNT(*) AS suggestions
                        FROM offline_imported o
                        JOIN submission m ON m.id = o.submission_id
                        LEFT JOIN informant p ON p.id = m.informant_id
                        WHERE o.consultation = ? AND o.import_id = ?
                        GROUP BY m.receipt, m.proposer_name, p.name, m.proposer_contact, m.timing
                        ORDER BY first_line
                        """)
                .params(number.value(), importId)
                .query((row, n) -> new HandedIn.Slip(
                        row.getString("receipt"),
                        row.getString("name"),
                        row.getString("proposer_contact"),
                        row.getObject("said_on", java.time.LocalDate.class),
                        row.getInt("suggestions"),
                        row.getString("timing").equals("LATE")))
                .list();
    }

    /** What leads from a file's row back to the person; the file and line stay, so that the row is not added again. */
    int forgetInformant(long informant) {
        return db.sql("""
                        UPDATE offline_imported SET fingerprint = NULL
                        WHERE fingerprint IS NOT NULL
                          AND submission_id IN (SELECT id FROM submission WHERE informant_id = ?)
                        """).param(informant).update();
    }

    int forgetReceipt(String receipt) {
        return db.sql("""
                        UPDATE offline_imported SET fingerprint = NULL
                        WHERE fingerprint IS NOT NULL
                          AND submission_id IN (SELECT id FROM submission WHERE receipt = ?)
                        """).param(receipt).update();
    }
}
