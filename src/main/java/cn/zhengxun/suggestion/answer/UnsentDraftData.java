package cn.zhengxun.suggestion.answer;

import cn.zhengxun.directory.SamePerson;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Way;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts that were never sent: they are their writer's alone, and go with this person. */
@Component
@Order(Way.AROUND_SUGGESTION)
class UnsentDraftData implements PersonalData {
    private final JdbcClient db;
    private final SamePerson same;
    private final DraftCopy copy;

    UnsentDraftData(JdbcClient db, SamePerson same, DraftCopy copy) {
        this.db = db;
        this.same = same;
        this.copy = copy;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        Set<Long> entries = same.entries(subject);
        if (entries.isEmpty()) {
            return List.of();
        }
        return db.sql("""
                        SELECT i.id FROM unsent_draft d JOIN invitation i ON i.id = d.invitation_id
                        WHERE i.informant_id IN (:ids) ORDER BY i.id
                        """).param("ids", entries).query((row, n) -> new InvitationId(row.getLong("id"))).list().stream()
                .flatMap(id -> copy.of(id).stream())
                .toList();
    }

    @Override
    public int erase(Subject subject) {
        Set<Long> entries = same.entries(subject);
        return entries.isEmpty() ? 0 : db.sql("""
                                DELETE FROM unsent_draft
                                WHERE invitation_id IN (SELECT id FROM invitation WHERE informant_id IN (:ids))
                                """).param("ids", entries).update();
    }
}
