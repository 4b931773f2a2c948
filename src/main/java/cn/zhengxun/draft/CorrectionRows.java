package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.correction.Correction;
import cn.zhengxun.draft.correction.History;
import cn.zhengxun.draft.correction.Join;
import cn.zhengxun.draft.correction.Renumber;
import cn.zhengxun.draft.correction.Retitle;
import cn.zhengxun.draft.correction.Retype;
import cn.zhengxun.draft.correction.Split;
import cn.zhengxun.draft.correction.StructureText;
import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables structure_baseline and correction. */
@Repository
class CorrectionRows {
    private final JdbcClient db;

    CorrectionRows(JdbcClient db) {
        this.db = db;
    }

    /** A row of the journal. */
    record Entry(int step, State state, History.Step made, Instant at, String by) {}

    enum State {
        MADE,
        UNDONE,
        OVERTAKEN
    }

    int version(DraftId draft) {
        return db.sql("SELECT structure_version FROM draft WHERE id = ?")
                .param(draft.value())
                .query(Integer.class)
                .single();
    }

    /** Writers of one draft wait here for each other. @return whether it still is at that version and not confirmed */
    boolean nextVersion(DraftId draft, int version) {
        return db.sql("""
                        UPDATE draft SET structure_version = structure_version + 1
                         WHERE id = ? AND structure_version = ? AND confirmed_at IS NULL
                        """).params(draft.value(), version).update() == 1;
    }

    /** @return whether it was confirmed before */
    boolean reopen(DraftId draft) {
        return db.sql("""
                        UPDATE draft SET confirmed_at = NULL, confirmed_by = NULL, structure_version = structure_version + 1
                         WHERE id = ? AND confirmed_at IS NOT NULL
                        """).param(draft.value()).update() == 1;
    }

    void insertBaseline(DraftId draft, ClauseTree tree) {
        String ids =
                tree.clauses().stream().map(c -> String.valueOf(c.id().value())).collect(Collectors.joining(","));
        db.sql("INSERT INTO structure_baseline (draft_id, structure, clause_ids) VALUES (?, ?, ?)")
                .params(draft.value(), StructureText.of("-", tree), ids)
                .update();
    }

    /** @return empty where nothing was ever put right */
    Optional<ClauseTree> baseline(DraftId draft) {
        return db.sql("SELECT structure, clause_ids FROM structure_baseline WHERE draft_id = ?")
                .param(draft.value())
                .query((row, n) -> withIds(
                        StructureText.read(row.getString("structure")).tree(), ids(row.getString("clause_ids"))))
                .optional();
    }

    private static ClauseTree withIds(ClauseTree counted, List<ClauseId> ids) {
        return new ClauseTree(counted.clauses().stream()
                .map(clause -> new Clause(
                        ids.get(clause.position()),
                        clause.parent() == null
                                ? null
                                : ids.get((int) clause.parent().value() - 1),
                        clause.position(),
                        clause.kind(),
                        clause.number(),
                        clause.label(),
                        clause.text()))
                .toList());
    }

    /** In the order of making, with what was undone and overtaken. */
    List<Entry> journal(DraftId draft) {
        return db.sql("""
                        SELECT step, operation, clause_id, split_at, kind, typed, with_followers, fresh_ids, made_at, made_by, state
                          FROM correction
                         WHERE draft_id = ?
                         ORDER BY step
                        """).param(draft.value()).query((row, n) -> entry(row)).list();
    }

    void insert(DraftId draft, int step, History.Step made, Instant at, String by) {
        Correction correction = made.correction();
        Integer splitAt = correction instanceof Split split ? split.at() : null;
        db.sql("""
                        INSERT INTO correction (draft_id, step, operation, clause_id, split_at, kind, typed, with_followers,
                            fresh_ids, made_at, made_by, state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'MADE')
                        """)
                .params(Arrays.asList(
                        draft.value(),
                        step,
                        operation(correction),
                        correction.clause().value(),
                        splitAt,
                        kind(correction),
                        typed(correction),
                        correction instanceof Renumber renumber && renumber.following(),
                        made.fresh().stream()
                                .map(id -> String.valueOf(id.value()))
                                .collect(Collectors.joining(",")),
                        Timestamps.of(at),
                        by))
                .update();
    }

    void setState(DraftId draft, int step, State state, Instant at, String by) {
        db.sql("UPDATE correction SET state = ?, changed_at = ?, changed_by = ? WHERE draft_id = ? AND step = ?")
                .params(state.name(), Timestamps.of(at), by, draft.value(), step)
                .update();
    }

    /** What was undone before something else was put right cannot be redone. */
    void overtake(DraftId draft) {
        db.sql("UPDATE correction SET state = 'OVERTAKEN' WHERE draft_id = ? AND state = 'UNDONE'")
                .param(draft.value())
                .update();
    }

    static String operation(Correction correction) {
        return correction.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static String kind(Correction correction) {
        ClauseKind kind = correction instanceof Split split
                ? split.as()
                : correction instanceof Retype retype ? retype.kind() : null;
        return kind == null ? null : kind.name();
    }

    private static String typed(Correction correction) {
        return correction instanceof Renumber renumber
                ? renumber.typed()
                : correction instanceof Retitle retitle ? retitle.title() : null;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getInt("step"),
                State.valueOf(row.getString("state")),
                new History.Step(correction(row), ids(row.getString("fresh_ids"))),
                Timestamps.in(row, "made_at"),
                row.getString("made_by"));
    }

    private static Correction correction(ResultSet row) throws SQLException {
        ClauseId clause = new ClauseId(row.getLong("clause_id"));
        String kindName = row.getString("kind");
        ClauseKind kind = kindName == null ? null : ClauseKind.valueOf(kindName);
        String operation = row.getString("operation");
        return switch (operation) {
            case "SPLIT" -> new Split(clause, row.getInt("split_at"), kind);
            case "JOIN" -> new Join(clause);
            case "RENUMBER" -> new Renumber(clause, row.getString("typed"), row.getBoolean("with_followers"));
            case "RETYPE" -> new Retype(clause, kind);
            case "RETITLE" -> new Retitle(clause, row.getString("typed"));
            default -> throw new IllegalStateException("no correction is called " + operation);
        };
    }

    private static List<ClauseId> ids(String listed) {
        List<ClauseId> ids = new ArrayList<>();
        for (String id : listed.split(",")) {
            if (!id.isEmpty()) {
                ids.add(new ClauseId(Long.parseLong(id)));
            }
        }
        return ids;
    }
}
