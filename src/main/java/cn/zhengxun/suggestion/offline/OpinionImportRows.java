package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.suggestion.offline.JudgedOpinion.Verdict;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables offline_import, offline_import_row and offline_import_turn: files that wait. */
@Repository
class OpinionImportRows {
    private static final int BATCH = 1000;
    private static final TypeReference<Map<OpinionColumn, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    OpinionImportRows(JdbcClient db, JdbcTemplate batches, ObjectMapper json) {
        this.db = db;
        this.batches = batches;
        this.json = json;
    }

    /** A judged row and whose it is: rows of one number get one receipt; null where nothing is handed in. */
    record Placed(JudgedOpinion opinion, Integer handing) {}

    /** A row that is to be handed in, and what it came to when it was shown. */
    record Waiting(SheetRow<OpinionColumn> row, int handing, InformantId informant, String clauseLabel) {}

    void insert(OpinionImport preview, List<Placed> rows) {
        db.sql("""
                        INSERT INTO offline_import (id, consultation, file_name, file_sha256, uploaded_by, uploaded_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        preview.id(),
                        preview.consultation().value(),
                        preview.fileName(),
                        preview.fileSha256(),
                        preview.uploadedBy(),
                        Timestamps.of(preview.uploadedAt()),
                        Timestamps.of(preview.expiresAt()))
                .update();
        batches.batchUpdate("""
                INSERT INTO offline_import_row (import_id, line, cells, verdict, handing, informant_id, clause_label, note, findings)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, BATCH, (statement, row) -> {
            JudgedOpinion opinion = row.opinion();
            statement.setString(1, preview.id());
            statement.setInt(2, opinion.row().line());
            statement.setString(3, write(opinion.row().cells()));
            statement.setString(4, opinion.verdict().name());
            statement.setObject(5, row.handing(), Types.INTEGER);
            statement.setObject(
                    6, opinion.informant() == null ? null : opinion.informant().value(), Types.BIGINT);
            statement.setString(7, opinion.clauseLabel());
            statement.setString(8, opinion.note());
            statement.setString(9, write(opinion.findings()));
        });
    }

    Optional<OpinionImport> find(String id, Instant now) {
        return db.sql("SELECT * FROM offline_import WHERE id = ? AND expires_at > ?")
                .params(id, Timestamps.of(now))
                .query((row, n) -> preview(row))
                .optional();
    }

    /** The latest first. */
    List<OpinionImport> waiting(ConsultationNumber number, Instant now) {
        return db.sql(
                        "SELECT * FROM offline_import WHERE consultation = ? AND expires_at > ? ORDER BY uploaded_at DESC, id")
                .params(number.value(), Timestamps.of(now))
                .query((row, n) -> preview(row))
                .list();
    }

    private OpinionImport preview(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        int[] sums = new int[2];
        db.sql("""
                        SELECT verdict, COUNT(*) AS n, COUNT(DISTINCT handing) AS people, COUNT(informant_id) AS linked
                        FROM offline_import_row WHERE import_id = ? GROUP BY verdict
                        """).param(id).query(of -> {
            Verdict verdict = Verdict.valueOf(of.getString("verdict"));
            counts.put(verdict, of.getInt("n"));
            if (verdict == Verdict.NEW) {
                sums[0] = of.getInt("people");
                sums[1] = of.getInt("linked");
            }
        });
        return new OpinionImport(
                id,
                new ConsultationNumber(row.getString("consultation")),
                row.getString("file_name"),
                row.getString("file_sha256"),
                row.getString("uploaded_by"),
                Timestamps.in(row, "uploaded_at"),
                Timestamps.in(row, "expires_at"),
                counts,
                sums[0],
                sums[1]);
    }

    /** Rows of this verdict in the order of the file, from the given one on; only those with a note where notedOnly. */
    List<OpinionImport.Line> lines(String id, Verdict verdict, boolean notedOnly, int skip, int most) {
        return db.sql("""
                        SELECT line, cells, clause_label, note, findings FROM offline_import_row
                        WHERE import_id = :id AND verdict = :verdict AND (note IS NOT NULL OR :all)
                        ORDER BY line LIMIT :most OFFSET :skip
                        """)
                .param("id", id)
                .param("verdict", verdict.name())
                .param("all", !notedOnly)
                .param("most", most)
                .param("skip", skip)
                .query((row, n) -> new OpinionImport.Line(
                        row(row),
                        row.getString("clause_label"),
                        row.getString("note"),
                        read(row.getString("findings"), FINDINGS)))
                .list();
    }

    /** The rows of the next so many receipts. */
    List<Waiting> next(String id, int receipts) {
        Integer first = db.sql("SELECT MIN(handing) FROM offline_import_row WHERE import_id = ?")
                .param(id)
                .query((row, n) -> row.getObject(1, Integer.class))
                .optional()
                .orElse(null);
        return first == null
                ? List.of()
                : db.sql("""
                                SELECT line, cells, handing, informant_id, clause_label FROM offline_import_row
                                WHERE import_id = ? AND handing >= ? AND handing < ? ORDER BY handing, line
                                """)
                        .params(id, first, first + receipts)
                        .query((row, n) -> {
                            Long informant = row.getObject("informant_id", Long.class);
                            return new Waiting(
                                    row(row),
                                    row.getInt("handing"),
                                    informant == null ? null : new InformantId(informant),
                                    row.getString("clause_label"));
                        })
                        .list();
    }

    int left(String id) {
        return db.sql("SELECT COUNT(*) FROM offline_import_row WHERE import_id = ? AND handing IS NOT NULL")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void done(String id, List<Waiting> rows) {
        batches.batchUpdate(
                "DELETE FROM offline_import_row WHERE import_id = ? AND line = ?", rows, BATCH, (statement, row) -> {
                    statement.setString(1, id);
                    statement.setInt(2, row.row().line());
                });
    }

    /** Until the transaction ends nobody else hands in rows of a file. */
    void takeTurn() {
        db.sql("SELECT id FROM offline_import_turn WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    /** @return whether it was there */
    boolean delete(String id) {
        db.sql("DELETE FROM offline_import_row WHERE import_id = ?").param(id).update();
        return db.sql("DELETE FROM offline_import WHERE id = ?").param(id).update() > 0;
    }

    void deleteExpired(Instant now) {
        db.sql("""
                        DELETE FROM offline_import_row
                        WHERE import_id IN (SELECT id FROM offline_import WHERE expires_at <= ?)
                        """).param(Timestamps.of(now)).update();
        db.sql("DELETE FROM offline_import WHERE expires_at <= ?")
                .param(Timestamps.of(now))
                .update();
    }

    /** The words of this person that wait, in the order of upload. */
    List<String> wordsOf(long informant) {
        List<String> words = new ArrayList<>();
        db.sql("SELECT line, cells FROM offline_import_row WHERE informant_id = ? ORDER BY import_id, line")
                .param(informant)
                .query(row -> {
                    words.add(row(row).cell(OpinionColumn.ORIGINAL));
                });
        return words;
    }

    /** @return how many rows were taken out */
    int forget(long informant) {
        return db.sql("DELETE FROM offline_import_row WHERE informant_id = ?")
                .param(informant)
                .update();
    }

    private SheetRow<OpinionColumn> row(ResultSet row) throws SQLException {
        return new SheetRow<>(row.getInt("line"), read(row.getString("cells"), CELLS), List.of());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("cells and findings hold only texts", unwritable);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a row of offline_import_row holds no JSON", unreadable);
        }
    }
}
