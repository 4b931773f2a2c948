package cn.zhengxun.sheet;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Traces;
import cn.zhengxun.privacy.TracesInTexts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Tables waiting_file, waiting_row and waiting_turn: what people upload, until somebody confirms or drops it. */
@Repository
public class WaitingFiles {
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final TracesInTexts texts;
    private final Clock clock;

    WaitingFiles(JdbcClient db, JdbcTemplate batches, ObjectMapper json, TracesInTexts texts, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
    }

    /** What nobody confirmed is personal data without a purpose. */
    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    public void forgetExpired() {
        db.sql("DELETE FROM waiting_file WHERE expires_at <= ?")
                .param(Timestamps.of(clock.instant()))
                .update();
    }

    public <C extends Enum<C> & Column> void insert(Table<C> table, WaitingFile file, List<WaitingRow<C>> rows) {
        db.sql("""
                        INSERT INTO waiting_file (id, purpose, consultation, file_name, file_sha256, uploaded_by, uploaded_at, expires_at, remarks)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        file.id(),
                        table.purpose(),
                        file.consultation(),
                        file.fileName(),
                        file.sha256(),
                        file.uploadedBy(),
                        Timestamps.of(file.uploadedAt()),
                        Timestamps.of(file.expiresAt()),
                        String.join("\n", file.remarks()))
                .update();
        batches.batchUpdate("""
                INSERT INTO waiting_row (file_id, line, cells, verdict, informant_id, piece, label, note, findings)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, BATCH, (statement, row) -> {
            statement.setString(1, file.id());
            statement.setInt(2, row.line());
            statement.setString(3, write(row.row().cells()));
            statement.setString(4, row.verdict().name());
            statement.setObject(5, row.informant(), Types.BIGINT);
            statement.setObject(6, row.piece(), Types.INTEGER);
            statement.setString(7, row.label());
            statement.setString(8, row.note());
            statement.setString(9, write(row.findings()));
        });
    }

    /** Empty where it has expired or was dealt with. */
    public Optional<WaitingFile> find(Table<?> table, String id) {
        return db.sql("SELECT * FROM waiting_file WHERE id = ? AND purpose = ? AND expires_at > ?")
                .params(id, table.purpose(), Timestamps.of(clock.instant()))
                .query((row, n) -> file(row))
                .optional();
    }

    /** The latest first. */
    public List<WaitingFile> of(Table<?> table, String consultation) {
        return db.sql("""
                        SELECT * FROM waiting_file WHERE consultation = ? AND purpose = ? AND expires_at > ?
                        ORDER BY uploaded_at DESC, id
                        """)
                .params(consultation, table.purpose(), Timestamps.of(clock.instant()))
                .query((row, n) -> file(row))
                .list();
    }

    /** Rows of this verdict in the order of the file, from the given one on; only those with a note where notedOnly. */
    public <C extends Enum<C> & Column> List<WaitingRow<C>> rows(
            Table<C> table, String id, Verdict verdict, boolean notedOnly, int skip, int most) {
        return db.sql("""
                        SELECT * FROM waiting_row
                        WHERE file_id = :id AND verdict = :verdict AND (note IS NOT NULL OR :all)
                        ORDER BY line LIMIT :most OFFSET :skip
                        """)
                .param("id", id)
                .param("verdict", verdict.name())
                .param("all", !notedOnly)
                .param("most", most)
                .param("skip", skip)
                .query((row, n) -> row(table, row))
                .list();
    }

    /** The rows of the next so many pieces. */
    public <C extends Enum<C> & Column> List<WaitingRow<C>> next(Table<C> table, String id, int pieces) {
        return db.sql("""
                        SELECT * FROM waiting_row
                        WHERE file_id = :id AND piece IS NOT NULL
                          AND piece < (SELECT MIN(piece) FROM waiting_row WHERE file_id = :id) + :pieces
                        ORDER BY piece, line
                        """)
                .param("id", id)
                .param("pieces", pieces)
                .query((row, n) -> row(table, row))
                .list();
    }

    /** How many rows are still to be written. */
    public int left(String id) {
        return db.sql("SELECT COUNT(*) FROM waiting_row WHERE file_id = ? AND piece IS NOT NULL")
                .param(id)
                .query(Integer.class)
                .single();
    }

    public <C extends Enum<C> & Column> void done(String id, List<WaitingRow<C>> rows) {
        batches.batchUpdate("DELETE FROM waiting_row WHERE file_id = ? AND line = ?", rows, BATCH, (statement, row) -> {
            statement.setString(1, id);
            statement.setInt(2, row.line());
        });
    }

    /** Until the transaction ends nobody else confirms a file of this purpose. */
    public void takeTurn(Table<?> table) {
        db.sql("SELECT purpose FROM waiting_turn WHERE purpose = ? FOR UPDATE")
                .param(table.purpose())
                .query(String.class)
                .single();
    }

    public void delete(String id) {
        db.sql("DELETE FROM waiting_file WHERE id = ?").param(id).update();
    }

    /** What waits of this person, in the order of upload. */
    public <C extends Enum<C> & Column> List<WaitingRow<C>> ofInformant(Table<C> table, long informant) {
        return db.sql("""
                        SELECT r.* FROM waiting_row r JOIN waiting_file f ON f.id = r.file_id
                        WHERE r.informant_id = ? AND f.purpose = ? ORDER BY f.uploaded_at, r.file_id, r.line
                        """)
                .params(informant, table.purpose())
                .query((row, n) -> row(table, row))
                .list();
    }

    /** @return how many rows of these people, in files of any purpose, were taken out */
    public int forget(Collection<Long> informants) {
        return informants.isEmpty()
                ? 0
                : db.sql("DELETE FROM waiting_row WHERE informant_id IN (:ids)")
                        .param("ids", informants)
                        .update();
    }

    /** @param cell what stands in a cell, all of it. @return how many rows with it were taken out */
    public int forgetHolding(Table<?> table, String cell) {
        return db.sql("""
                        DELETE FROM waiting_row WHERE POSITION(? IN cells) > 0
                          AND file_id IN (SELECT id FROM waiting_file WHERE purpose = ?)
                        """).params(write(cell), table.purpose()).update();
    }

    /** @param columns of the table waiting_row. @return how many texts were changed */
    public int blacken(Table<?> table, Traces traces, List<String> columns) {
        return texts.blacken(
                traces,
                "waiting_row",
                "file_id IN (SELECT id FROM waiting_file WHERE purpose = :purpose)",
                Map.of("purpose", table.purpose()),
                columns);
    }

    private WaitingFile file(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        int[] sums = new int[3];
        db.sql("""
                        SELECT verdict, COUNT(*) AS n, COUNT(DISTINCT piece) AS pieces, COUNT(note) AS noted, COUNT(informant_id) AS linked
                        FROM waiting_row WHERE file_id = ? GROUP BY verdict
                        """).param(id).query(of -> {
            Verdict verdict = Verdict.valueOf(of.getString("verdict"));
            counts.put(verdict, of.getInt("n"));
            if (verdict == Verdict.NEW) {
                sums[0] = of.getInt("pieces");
                sums[1] = of.getInt("noted");
                sums[2] = of.getInt("linked");
            }
        });
        return new WaitingFile(
                id,
                row.getString("consultation"),
                row.getString("file_name"),
                row.getString("file_sha256"),
                row.getString("uploaded_by"),
                Timestamps.in(row, "uploaded_at"),
                Timestamps.in(row, "expires_at"),
                row.getString("remarks").lines().toList(),
                counts,
                sums[0],
                sums[1],
                sums[2]);
    }

    private <C extends Enum<C> & Column> WaitingRow<C> row(Table<C> table, ResultSet row) throws SQLException {
        Map<C, String> cells = read(
                row.getString("cells"),
                json.getTypeFactory().constructMapType(EnumMap.class, table.columns(), String.class));
        return new WaitingRow<>(
                new SheetRow<>(row.getInt("line"), cells, List.of()),
                Verdict.valueOf(row.getString("verdict")),
                row.getObject("informant_id", Long.class),
                row.getObject("piece", Integer.class),
                row.getString("label"),
                row.getString("note"),
                read(
                        row.getString("findings"),
                        json.getTypeFactory().constructCollectionType(List.class, Finding.class)));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("cells and findings hold only texts", unwritable);
        }
    }

    private <T> T read(String text, JavaType type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a row of waiting_row holds no JSON", unreadable);
        }
    }
}
