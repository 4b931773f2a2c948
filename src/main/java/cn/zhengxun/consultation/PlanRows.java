package cn.zhengxun.consultation;

import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables plan, plan_focus and plan_expert. */
@Repository
class PlanRows {
    private static final String SEPARATOR = "、";

    private final JdbcClient db;

    PlanRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Plan> find(ConsultationNumber number) {
        return db.sql("""
                        SELECT purpose, audience, channels, meetings, identity_categories, quorum, written_by, written_at, approved_by, approved_at
                        FROM plan WHERE consultation = ?
                        """)
                .param(number.value())
                .query((row, index) -> read(number, row))
                .optional();
    }

    /** Replaces the plan with all that belongs to it; a changed plan is no longer approved. */
    void save(SavePlan plan, Instant at, String by) {
        String number = plan.consultation().value();
        for (String table : List.of("plan_focus", "plan_expert", "plan")) {
            db.sql("DELETE FROM " + table + " WHERE consultation = ?")
                    .param(number)
                    .update();
        }
        db.sql("""
                        INSERT INTO plan (consultation, purpose, audience, channels, meetings, identity_categories, quorum,
                            written_by, written_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number,
                        plan.purpose().strip(),
                        plan.audience().strip(),
                        String.join(SEPARATOR, plan.channels()),
                        plan.meetings().strip(),
                        String.join("\n", plan.identityCategories()),
                        plan.quorum(),
                        by,
                        Timestamps.of(at))
                .update();
        int position = 0;
        for (Plan.Focus focus : plan.focus()) {
            db.sql("INSERT INTO plan_focus (consultation, position, clause_id, question) VALUES (?, ?, ?, ?)")
                    .params(
                            number,
                            position++,
                            focus.clause().value(),
                            focus.question().strip())
                    .update();
        }
        for (ExpertId expert : plan.experts()) {
            db.sql("INSERT INTO plan_expert (consultation, expert_id) VALUES (?, ?)")
                    .params(number, expert.value())
                    .update();
        }
    }

    void setApproved(ConsultationNumber number, Instant at, String by) {
        db.sql("UPDATE plan SET approved_by = ?, approved_at = ? WHERE consultation = ?")
                .params(by, Timestamps.of(at), number.value())
                .update();
    }

    private Plan read(ConsultationNumber number, ResultSet row) throws SQLException {
        String channels = row.getString("channels");
        return new Plan(
                number,
                row.getString("purpose"),
                focus(number),
                row.getString("audience"),
                channels.isBlank() ? List.of() : Arrays.asList(channels.split(SEPARATOR)),
                row.getString("meetings"),
                row.getString("identity_categories").lines().toList(),
                experts(number),
                row.getInt("quorum"),
                row.getString("written_by"),
                Timestamps.in(row, "written_at"),
                row.getString("approved_by"),
                Timestamps.in(row, "approved_at"));
    }

    List<String> identityCategories(ConsultationNumber number) {
        return db
                .sql("SELECT identity_categories FROM plan WHERE consultation = ?")
                .param(number.value())
                .query(String.class)
                .list()
                .stream()
                .flatMap(String::lines)
                .toList();
    }

    private List<Plan.Focus> focus(ConsultationNumber number) {
        return db.sql("SELECT clause_id, question FROM plan_focus WHERE consultation = ? ORDER BY position")
                .param(number.value())
                .query((row, index) ->
                        new Plan.Focus(new ClauseId(row.getLong("clause_id")), row.getString("question")))
                .list();
    }

    private List<ExpertId> experts(ConsultationNumber number) {
        return db
                .sql("SELECT expert_id FROM plan_expert WHERE consultation = ? ORDER BY expert_id")
                .param(number.value())
                .query(Long.class)
                .list()
                .stream()
                .map(ExpertId::new)
                .toList();
    }

    Set<ConsultationNumber> callingOn(ExpertId expert) {
        return db.sql("""
                        SELECT p.consultation
                          FROM plan p
                         WHERE EXISTS (SELECT 1 FROM plan_expert e
                                        WHERE e.consultation = p.consultation AND e.expert_id = ?)
                            OR NOT EXISTS (SELECT 1 FROM plan_expert e WHERE e.consultation = p.consultation)
                        """).param(expert.value()).query(String.class).list().stream()
                .map(ConsultationNumber::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
