package cn.zhengxun.directory;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.SheetRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables informant_import, informant_import_row and informant_import_turn. */
@Repository
class ImportRows {
    private static final int BATCH = 1000;
    private static final TypeReference<Map<InformantColumn, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    ImportRows(JdbcClient db, JdbcTemplate batches, ObjectMapper json) {
        this.db = db;
        this.batches = batches;
        this.json = json;
    }

    /** Everybody whose telephone, e-mail or name stands in the file; the table is read once, however large. */
    List<PersonKeys> keys(Collection<SheetRow<InformantColumn>> rows) {
        Set<String> phones = new HashSet<>();
        Set<String> emails = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (SheetRow<InformantColumn> row : rows) {
            PersonKeys keys = new PersonKeys(
                    0,
                    row.cell(InformantColumn.NAME),
                    row.cell(InformantColumn.PHONE),
                    row.cell(InformantColumn.EMAIL),
                    null);
            phones.add(keys.phone());
            emails.add(keys.email());
            names.add(keys.name());
        }
        List<PersonKeys> found = new ArrayList<>();
        db.sql("SELECT id, name, phone, email, station_id FROM informant WHERE merged_into IS NULL ORDER BY id")
                .query(row -> {
                    PersonKeys keys = new PersonKeys(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("phone"),
                            row.getString("email"),
                            row.getObject("station_id", Long.class));
                    if (names.contains(keys.name())
                            || keys.phone() != null && phones.contains(keys.phone())
                            || keys.email() != null && emails.contains(keys.email())) {
                        found.add(keys);
                    }
                });
        return found;
    }

    void insert(ImportPreview preview, Instant now, List<JudgedRow> rows) {
        db.sql("""
                        INSERT INTO informant_import (id, file_name, uploaded_by, uploaded_at, expires_at, new_tags)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        preview.id(),
                        preview.fileName(),
                        preview.uploadedBy(),
                        Timestamps.of(now),
                        Timestamps.of(preview.expiresAt()),
                        String.join("\n", preview.newTags()))
                .update();
        batches.batchUpdate("""
                INSERT INTO informant_import_row (import_id, line, cells, verdict, informant_id, twin, findings)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, rows, BATCH, (statement, row) -> {
            statement.setString(1, preview.id());
            statement.setInt(2, row.row().line());
            statement.setString(3, write(row.row().cells()));
            statement.setString(4, row.verdict().name());
            statement.setObject(
                    5, row.informant() == null ? null : row.informant().value(), java.sql.Types.BIGINT);
            statement.setString(6, row.twin());
            statement.setString(7, write(row.findings()));
        });
    }

    Optional<ImportPreview> find(String id, Instant now) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        int[] twins = {0};
        db.sql(
                        "SELECT verdict, COUNT(*) AS n, COUNT(twin) AS twins FROM informant_import_row WHERE import_id = ? GROUP BY verdict")
                .param(id)
                .query(row -> {
                    counts.put(Verdict.valueOf(row.getString("verdict")), row.getInt("n"));
                    twins[0] += row.getInt("twins");
                });
        return db.sql("SELECT * FROM informant_import WHERE id = ? AND expires_at > ?")
                .params(id, Timestamps.of(now))
                .query((row, n) -> new ImportPreview(
                        id,
                        row.getString("file_name"),
                        row.getString("uploaded_by"),
                        Timestamps.in(row, "expires_at"),
                        counts,
                        twins[0],
                        row.getString("new_tags").lines().toList()))
                .optional();
    }

    /** Rows of this verdict in the order of the file, from the given one on; only those with a twin where twinsOnly. */
    List<ImportPreview.Line> lines(String id, Verdict verdict, boolean twinsOnly, int skip, int most) {
        return db.sql("""
                        SELECT line, cells, verdict, twin, findings FROM informant_import_row
                        WHERE import_id = :id AND verdict = :verdict AND (twin IS NOT NULL OR :all)
                        ORDER BY line LIMIT :most OFFSET :skip
                        """)
                .param("id", id)
                .param("verdict", verdict.name())
                .param("all", !twinsOnly)
                .param("most", most)
                .param("skip", skip)
                .query((row, n) -> new ImportPreview.Line(
                        row.getInt("line"),
                        read(row.getString("cells"), CELLS).get(InformantColumn.NAME),
                        verdict,
                        row.getString("twin"),
                        read(row.getString("findings"), FINDINGS)))
                .list();
    }

    /** What a row came to when it was shown, by its line. */
    record Shown(SheetRow<InformantColumn> row, Verdict verdict, Long informant, List<Finding> findings) {}

    /** Those that write something. */
    List<Shown> toWrite(String id) {
        return db.sql("""
                        SELECT line, cells, verdict, informant_id, findings FROM informant_import_row
                        WHERE import_id = ? AND verdict IN ('NEW', 'CHANGED') ORDER BY line
                        """)
                .param(id)
                .query((row, n) -> new Shown(
                        new SheetRow<>(row.getInt("line"), read(row.getString("cells"), CELLS), List.of()),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getObject("informant_id", Long.class),
                        read(row.getString("findings"), FINDINGS)))
                .list();
    }

    /** Until the transaction ends nobody else confirms an import. */
    void takeTurn() {
        db.sql("SELECT id FROM informant_import_turn WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    /** @return whether it was there */
    boolean delete(String id) {
        db.sql("DELETE FROM informant_import_row WHERE import_id = ?").param(id).update();
        return db.sql("DELETE FROM informant_import WHERE id = ?").param(id).update() > 0;
    }

    void deleteExpired(Instant now) {
        db.sql("""
                        DELETE FROM informant_import_row
                        WHERE import_id IN (SELECT id FROM informant_import WHERE expires_at <= ?)
                        """).param(Timestamps.of(now)).update();
        db.sql("DELETE FROM informant_import WHERE expires_at <= ?")
                .param(Timestamps.of(now))
                .update();
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
            throw new IllegalStateException("a row of informant_import_row holds no JSON", unreadable);
        }
    }
}
