package cn.zhengxun.consultation;

import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.DraftUses;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the library which consultations ask about a draft, and whom they name. */
@Repository
class ConsultationsOnDrafts implements DraftUses {
    private final JdbcClient db;

    ConsultationsOnDrafts(JdbcClient db) {
        this.db = db;
    }

    private record Row(DraftId draft, Use use) {}

    @Override
    public Map<DraftId, List<Use>> of(Collection<DraftId> drafts) {
        if (drafts.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                        SELECT draft_id, number, title, status
                          FROM consultation
                         WHERE draft_id IN (:drafts)
                         ORDER BY registered_at DESC, number DESC
                        """)
                .param("drafts", drafts.stream().map(DraftId::value).toList())
                .query((row, n) -> new Row(
                        new DraftId(row.getLong("draft_id")),
                        new Use(
                                row.getString("number"),
                                row.getString("title"),
                                Status.valueOf(row.getString("status")).chinese())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::draft, LinkedHashMap::new, Collectors.mapping(Row::use, Collectors.toList())));
    }

    /** A plan that names no expert seats them all for the review, but names nobody as a reader of an internal draft. */
    @Override
    public Set<DraftId> callingOn(String userId) {
        return db.sql("""
                        SELECT c.draft_id
                          FROM consultation c
                          JOIN plan_expert p ON p.consultation = c.number
                          JOIN expert e ON e.id = p.expert_id
                         WHERE e.user_id = ? AND e.active = TRUE
                        """).param(userId).query(Long.class).list().stream()
                .map(DraftId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
