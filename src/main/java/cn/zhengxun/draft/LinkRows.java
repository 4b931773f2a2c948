package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.comparison.LinkKind;
import cn.zhengxun.kernel.Timestamps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The tables draft_mapping, clause_link and mapping_decision. */
@Repository
class LinkRows {
    private static final int AT_ONCE = 500;

    /** Two texts of a bill, the earlier reading first. */
    record Pair(DraftId before, DraftId after) {}

    private final JdbcClient db;
    private final JdbcTemplate batches;

    LinkRows(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /** Keeps other writers of the bill's mappings waiting until the transaction ends. */
    void lock(BillId bill) {
        db.sql("UPDATE bill SET created_at = created_at WHERE id = ?")
                .param(bill.value())
                .update();
    }

    boolean stored(Pair pair) {
        return db.sql("SELECT COUNT(*) FROM draft_mapping WHERE before_draft = ? AND after_draft = ?")
                        .params(pair.before().value(), pair.after().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insertMapping(Pair pair, Instant now) {
        db.sql("INSERT INTO draft_mapping (before_draft, after_draft, computed_at) VALUES (?, ?, ?)")
                .params(pair.before().value(), pair.after().value(), Timestamps.of(now))
                .update();
    }

    void setComputed(Pair pair, Instant now) {
        db.sql("UPDATE draft_mapping SET computed_at = ? WHERE before_draft = ? AND after_draft = ?")
                .params(Timestamps.of(now), pair.before().value(), pair.after().value())
                .update();
    }

    /** The links that hold. */
    List<ClauseLink> links(Pair pair) {
        return db.sql("""
                        SELECT id, before_clause, after_clause, kind, confidence, doubtful, by_hand, settled_at, settled_by
                          FROM clause_link
                         WHERE before_draft = ? AND after_draft = ? AND replaced_by IS NULL
                         ORDER BY id
                        """)
                .params(pair.before().value(), pair.after().value())
                .query((row, n) -> link(row))
                .list();
    }

    /** How many doubtful links nobody has looked at yet. */
    int open(Pair pair) {
        return db.sql("""
                        SELECT COUNT(*)
                          FROM clause_link
                         WHERE before_draft = ? AND after_draft = ? AND replaced_by IS NULL
                           AND doubtful AND settled_at IS NULL
                        """)
                .params(pair.before().value(), pair.after().value())
                .query(Integer.class)
                .single();
    }

    /** @param decision what made them, null where they were computed */
    void insert(Pair pair, List<ClauseLink> links, Long decision) {
        batches.batchUpdate("""
                INSERT INTO clause_link (before_draft, after_draft, before_clause, after_clause, kind, confidence,
                                         doubtful, by_hand, settled_at, settled_by, decision_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, links, AT_ONCE, (row, link) -> {
            row.setLong(1, pair.before().value());
            row.setLong(2, pair.after().value());
            row.setObject(3, link.before() == null ? null : link.before().value());
            row.setObject(4, link.after() == null ? null : link.after().value());
            row.setString(5, link.kind().name());
            row.setBigDecimal(6, BigDecimal.valueOf(link.confidence()).setScale(3, RoundingMode.HALF_UP));
            row.setBoolean(7, link.doubtful());
            row.setBoolean(8, link.byHand());
            row.setObject(9, link.settledAt() == null ? null : Timestamps.of(link.settledAt()));
            row.setString(10, link.settledBy());
            row.setObject(11, decision);
        });
    }

    void replace(List<ClauseLink> links, long decision) {
        batches.batchUpdate(
                "UPDATE clause_link SET replaced_by = ? WHERE id = ?",
                links.stream().map(link -> new Object[] {decision, link.id()}).toList());
    }

    void setKind(ClauseLink link, LinkKind kind) {
        db.sql("UPDATE clause_link SET kind = ? WHERE id = ?")
                .params(kind.name(), link.id())
                .update();
    }

    /** Forgets everything but these links, which can no longer be undone. */
    void keepOnly(Pair pair, List<ClauseLink> kept) {
        batches.batchUpdate(
                "UPDATE clause_link SET decision_id = NULL WHERE id = ?",
                kept.stream().map(link -> new Object[] {link.id()}).toList());
        db.sql("""
                        DELETE FROM clause_link
                         WHERE before_draft = ? AND after_draft = ?
                           AND (replaced_by IS NOT NULL OR (settled_at IS NULL AND NOT by_hand))
                        """).params(pair.before().value(), pair.after().value()).update();
        db.sql("DELETE FROM mapping_decision WHERE before_draft = ? AND after_draft = ?")
                .params(pair.before().value(), pair.after().value())
                .update();
    }

    long insertDecision(Pair pair, Instant now, String by) {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("INSERT INTO mapping_decision (before_draft, after_draft, decided_at, decided_by) VALUES (?, ?, ?, ?)")
                .params(pair.before().value(), pair.after().value(), Timestamps.of(now), by)
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    Optional<Long> lastDecision(Pair pair) {
        return db
                .sql("SELECT id FROM mapping_decision WHERE before_draft = ? AND after_draft = ? ORDER BY id DESC")
                .params(pair.before().value(), pair.after().value())
                .query(Long.class)
                .list()
                .stream()
                .findFirst();
    }

    /** Takes the decision's links away and brings back those it took away. */
    void undo(long decision) {
        Stream.of(
                        "DELETE FROM clause_link WHERE decision_id = ?",
                        "UPDATE clause_link SET replaced_by = NULL WHERE replaced_by = ?",
                        "DELETE FROM mapping_decision WHERE id = ?")
                .forEach(sql -> db.sql(sql).param(decision).update());
    }

    private static ClauseLink link(ResultSet row) throws SQLException {
        Long before = row.getObject("before_clause", Long.class);
        Long after = row.getObject("after_clause", Long.class);
        return new ClauseLink(
                row.getLong("id"),
                before == null ? null : new ClauseId(before),
                after == null ? null : new ClauseId(after),
                LinkKind.valueOf(row.getString("kind")),
                row.getDouble("confidence"),
                row.getBoolean("doubtful"),
                row.getBoolean("by_hand"),
                Timestamps.in(row, "settled_at"),
                row.getString("settled_by"));
    }
}
