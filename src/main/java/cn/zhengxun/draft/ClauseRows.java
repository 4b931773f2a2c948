package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table clause while its tree is put right: only the rows that change are written. */
@Repository
class ClauseRows {
    private static final int AT_ONCE = 500;
    /** No draft has so many clauses: positions from here down belong to clauses that are about to go. */
    private static final int LEAVING = -1_000_000;

    private final JdbcClient db;
    private final JdbcTemplate batches;

    ClauseRows(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /**
     * Positions are unique within a draft at every moment, so clauses that move pass through negative ones.
     *
     * @return the ids of the added clauses whose id was provisional, that is negative
     */
    Map<ClauseId, ClauseId> write(DraftId draft, TreeChange change) {
        List<ClauseId> leaving = new ArrayList<>(change.goneInto().keySet());
        batches.batchUpdate(
                "UPDATE clause SET position = ? - position WHERE id = ?", leaving, AT_ONCE, (row, clause) -> {
                    row.setInt(1, LEAVING);
                    row.setLong(2, clause.value());
                });
        shift(draft, change.shifts());
        Map<ClauseId, ClauseId> ids = new HashMap<>();
        change.added().forEach(clause -> insert(draft, clause, ids));
        batches.batchUpdate(
                "UPDATE clause SET parent_id = ?, kind = ?, number = ?, label = ?, text = ? WHERE id = ?",
                change.changed(),
                AT_ONCE,
                (row, clause) -> {
                    row.setObject(1, parent(clause, ids));
                    row.setString(2, clause.kind().name());
                    row.setString(3, clause.number());
                    row.setString(4, clause.label());
                    row.setString(5, clause.text());
                    row.setLong(6, clause.id().value());
                });
        Collections.reverse(leaving);
        batches.batchUpdate("DELETE FROM clause WHERE id = ?", leaving, AT_ONCE, (row, clause) -> {
            row.setLong(1, clause.value());
        });
        return ids;
    }

    private void shift(DraftId draft, List<TreeChange.Shift> shifts) {
        for (TreeChange.Shift shift : shifts) {
            db.sql("UPDATE clause SET position = -1 - (position + ?) WHERE draft_id = ? AND position BETWEEN ? AND ?")
                    .params(shift.by(), draft.value(), shift.first(), shift.last())
                    .update();
        }
        if (!shifts.isEmpty()) {
            db.sql("UPDATE clause SET position = -1 - position WHERE draft_id = ? AND position < 0 AND position > ?")
                    .params(draft.value(), LEAVING)
                    .update();
        }
    }

    private void insert(DraftId draft, Clause clause, Map<ClauseId, ClauseId> ids) {
        boolean provisional = clause.id().value() < 0;
        KeyHolder key = new GeneratedKeyHolder();
        db.sql(provisional ? """
                                INSERT INTO clause (draft_id, parent_id, position, kind, number, label, text)
                                VALUES (?, ?, ?, ?, ?, ?, ?)
                                """ : """
                                INSERT INTO clause (draft_id, parent_id, position, kind, number, label, text, id)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                .params(values(draft, clause, ids, provisional))
                .update(key, "id");
        if (provisional) {
            ids.put(clause.id(), new ClauseId(key.getKeyAs(Long.class)));
        }
    }

    private static List<Object> values(DraftId draft, Clause clause, Map<ClauseId, ClauseId> ids, boolean provisional) {
        List<Object> values = new ArrayList<>();
        values.add(draft.value());
        values.add(parent(clause, ids));
        values.add(clause.position());
        values.add(clause.kind().name());
        values.add(clause.number());
        values.add(clause.label());
        values.add(clause.text());
        if (!provisional) {
            values.add(clause.id().value());
        }
        return values;
    }

    private static Long parent(Clause clause, Map<ClauseId, ClauseId> ids) {
        return clause.parent() == null
                ? null
                : ids.getOrDefault(clause.parent(), clause.parent()).value();
    }
}
