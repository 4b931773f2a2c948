package cn.zhengxun.consultation;

import cn.zhengxun.draft.ClauseUses;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.clause.ClauseId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans ask about clauses: until a plan is approved its questions follow the words, from then on the clauses stay. */
@Repository
class PlansOnClauses implements ClauseUses {
    private static final int AT_ONCE = 100;

    private final ConsultationRows consultations;
    private final DecisionRows decisions;
    private final JdbcClient db;
    private final JdbcTemplate batches;

    PlansOnClauses(ConsultationRows consultations, DecisionRows decisions, JdbcClient db, JdbcTemplate batches) {
        this.consultations = consultations;
        this.decisions = decisions;
        this.db = db;
        this.batches = batches;
    }

    /** Locks the consultations, so that no plan is approved meanwhile. */
    @Override
    public void requireReopenable(DraftId draft) {
        List<String> numbers = db.sql("SELECT number FROM consultation WHERE draft_id = ? ORDER BY number")
                .param(draft.value())
                .query(String.class)
                .list();
        for (String number : numbers) {
            Consultation consultation = consultations.lock(new ConsultationNumber(number));
            if (consultation.status() != Status.DECLINED) {
                consultation.requireStatus("收回条款结构的确认", Status.INTAKE, Status.PLANNING);
                decisions.requirePlanNotPassed(consultation.number());
            }
        }
    }

    @Override
    public void movedInto(Map<ClauseId, ClauseId> into) {
        batches.batchUpdate(
                "UPDATE plan_focus SET clause_id = ? WHERE clause_id = ?", into.entrySet(), AT_ONCE, (row, moved) -> {
                    row.setLong(1, moved.getValue().value());
                    row.setLong(2, moved.getKey().value());
                });
    }
}
