package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.draft.ClauseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the approved plan and the published plain-language sheet for those who are asked. */
@Repository
class Briefings {
    private final JdbcClient db;

    Briefings(JdbcClient db) {
        this.db = db;
    }

    Briefing of(ConsultationNumber consultation) {
        String purpose = db.sql("SELECT purpose FROM plan WHERE consultation = ?")
                .param(consultation.value())
                .query(String.class)
                .optional()
                .orElse(null);
        String explanation = db.sql("SELECT text FROM explanation WHERE consultation = ? AND published_at IS NOT NULL")
                .param(consultation.value())
                .query(String.class)
                .optional()
                .orElse(null);
        return new Briefing(
                purpose,
                explanation,
                db.sql("""
                                SELECT f.clause_id, c.label, f.question
                                FROM plan_focus f JOIN clause c ON c.id = f.clause_id
                                WHERE f.consultation = ?
                                ORDER BY f.position
                                """)
                        .param(consultation.value())
                        .query((row, n) -> new Briefing.Focus(
                                new ClauseId(row.getLong("clause_id")),
                                row.getString("label"),
                                row.getString("question")))
                        .list());
    }
}
