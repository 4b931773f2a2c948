package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The tables bill, draft and clause. */
@Repository
class DraftRows {
    private static final int CLAUSES_AT_ONCE = 500;

    private final JdbcClient db;
    private final JdbcTemplate batches;

    DraftRows(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    Optional<BillId> billTitled(String title) {
        return db.sql("SELECT id FROM bill WHERE title = ?")
                .param(title)
                .query(Long.class)
                .optional()
                .map(BillId::new);
    }

    BillId insertBill(String title, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("INSERT INTO bill (title, created_at) VALUES (?, ?)")
                .params(title, Timestamps.of(now))
                .update(key, "id");
        return new BillId(key.getKeyAs(Long.class));
    }

    DraftId insertDraft(
            BillId bill, ImportDraft command, String mediaType, String sha256, Instant now, String importedBy) {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("""
                        INSERT INTO draft (bill_id, reading, title, visibility, file_name, media_type, file, sha256,
                                           imported_at, imported_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        bill.value(),
                        command.reading(),
                        command.title(),
                        command.visibility().name(),
                        command.fileName(),
                        mediaType,
                        command.content(),
                        sha256,
                        Timestamps.of(now),
                        importedBy)
                .update(key, "id");
        return new DraftId(key.getKeyAs(Long.class));
    }

    /** @param tree its ids count from 1 in reading order, so that a parent's position is its id less 1 */
    void insertClauses(DraftId draft, ClauseTree tree) {
        batches.batchUpdate("""
                INSERT INTO clause (draft_id, parent_id, position, kind, number, label, text)
                VALUES (?, (SELECT id FROM clause WHERE draft_id = ? AND position = ?), ?, ?, ?, ?, ?)
                """, tree.clauses(), CLAUSES_AT_ONCE, (row, clause) -> {
            row.setLong(1, draft.value());
            row.setLong(2, draft.value());
            row.setLong(3, clause.parent() == null ? -1 : clause.parent().value() - 1);
            row.setInt(4, clause.position());
            row.setString(5, clause.kind().name());
            row.setString(6, clause.number());
            row.setString(7, clause.label());
            row.setString(8, clause.text());
        });
    }

    /** @return whether the draft was not confirmed before */
    boolean confirm(DraftId draft, Instant now, String confirmedBy) {
        return db.sql("UPDATE draft SET confirmed_at = ?, confirmed_by = ? WHERE id = ? AND confirmed_at IS NULL")
                        .params(Timestamps.of(now), confirmedBy, draft.value())
                        .update()
                == 1;
    }

    Optional<Draft> find(DraftId draft) {
        return db.sql("""
                        SELECT id, bill_id, reading, title, visibility, file_name, media_type, sha256,
                               imported_at, imported_by, confirmed_at, confirmed_by
                          FROM draft
                         WHERE id = ?
                        """).param(draft.value()).query((row, n) -> draft(row)).optional();
    }

    /** A draft that was not replaced, of this very file. */
    Optional<DraftId> sameFile(BillId bill, String reading, String sha256) {
        return db.sql("""
                        SELECT MIN(id) AS id FROM draft
                         WHERE bill_id = ? AND reading = ? AND sha256 = ? AND replaced_by IS NULL
                        HAVING COUNT(*) > 0
                        """)
                .params(bill.value(), reading, sha256)
                .query(Long.class)
                .optional()
                .map(DraftId::new);
    }

    Optional<String> billTitle(BillId bill) {
        return db.sql("SELECT title FROM bill WHERE id = ?")
                .param(bill.value())
                .query(String.class)
                .optional();
    }

    List<Draft> ofBill(BillId bill) {
        return db.sql("""
                        SELECT id, bill_id, reading, title, visibility, file_name, media_type, sha256,
                               imported_at, imported_by, confirmed_at, confirmed_by
                          FROM draft
                         WHERE bill_id = ?
                         ORDER BY id
                        """).param(bill.value()).query((row, n) -> draft(row)).list();
    }

    /** The drafts of a bill whose file was exchanged for a better one. */
    Set<DraftId> replacedOf(BillId bill) {
        return db
                .sql("SELECT id FROM draft WHERE bill_id = ? AND replaced_by IS NOT NULL")
                .param(bill.value())
                .query(Long.class)
                .stream()
                .map(DraftId::new)
                .collect(Collectors.toSet());
    }

    void setReplaced(DraftId draft, DraftId by) {
        db.sql("UPDATE draft SET replaced_by = ? WHERE id = ?")
                .params(by.value(), draft.value())
                .update();
    }

    /** Every draft there is, by bill and in the order received. */
    List<Draft> all() {
        return db.sql("""
                        SELECT id, bill_id, reading, title, visibility, file_name, media_type, sha256,
                               imported_at, imported_by, confirmed_at, confirmed_by
                          FROM draft
                         ORDER BY bill_id, id
                        """).query((row, n) -> draft(row)).list();
    }

    Map<BillId, String> billTitles() {
        Map<BillId, String> titles = new HashMap<>();
        db.sql("SELECT id, title FROM bill")
                .query((row, n) -> titles.put(new BillId(row.getLong("id")), row.getString("title")))
                .list();
        return titles;
    }

    /** All drafts whose file was exchanged for a better one. */
    Set<DraftId> replaced() {
        return db.sql("SELECT id FROM draft WHERE replaced_by IS NOT NULL").query(Long.class).stream()
                .map(DraftId::new)
                .collect(Collectors.toSet());
    }

    /** @return for each draft's id what changes whenever its clauses do */
    Map<Long, String> stamps() {
        Map<Long, String> stamps = new HashMap<>();
        db.sql("SELECT id, imported_at, structure_version FROM draft")
                .query((row, n) -> stamps.put(
                        row.getLong("id"),
                        Timestamps.in(row, "imported_at").toEpochMilli() + "/" + row.getInt("structure_version")))
                .list();
        return stamps;
    }

    void setVisibility(DraftId draft, Visibility visibility) {
        db.sql("UPDATE draft SET visibility = ? WHERE id = ?")
                .params(visibility.name(), draft.value())
                .update();
    }

    Optional<byte[]> file(DraftId draft) {
        return db.sql("SELECT file FROM draft WHERE id = ?")
                .param(draft.value())
                .query((row, n) -> row.getBytes("file"))
                .optional();
    }

    List<Clause> clauses(DraftId draft) {
        return db.sql("""
                        SELECT id, parent_id, position, kind, number, label, text
                          FROM clause
                         WHERE draft_id = ?
                         ORDER BY position
                        """).param(draft.value()).query((row, n) -> clause(row)).list();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                new DraftId(row.getLong("id")),
                new BillId(row.getLong("bill_id")),
                row.getString("reading"),
                row.getString("title"),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("sha256"),
                Timestamps.in(row, "imported_at"),
                row.getString("imported_by"),
                Timestamps.in(row, "confirmed_at"),
                row.getString("confirmed_by"));
    }

    private static Clause clause(ResultSet row) throws SQLException {
        Long parent = row.getObject("parent_id", Long.class);
        return new Clause(
                new ClauseId(row.getLong("id")),
                parent == null ? null : new ClauseId(parent),
                row.getInt("position"),
                ClauseKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("label"),
                row.getString("text"));
    }
}
