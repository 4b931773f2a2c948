package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.SuggestionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Tables suggestion_group and suggestion_group_member: links between suggestions, never their words. */
@Repository
class GroupRows {
    private final JdbcClient db;

    GroupRows(JdbcClient db) {
        this.db = db;
    }

    /** @param size collected members */
    record Group(long id, String title, int size) {}

    /** One suggestion's place in one group. size counts the collected members, itself included. */
    record Membership(SuggestionId suggestion, long group, String title, int size) {}

    /** Groups are found or made one after the other in a consultation, so that one title never becomes two groups. */
    void lock(ConsultationNumber number) {
        db.sql("SELECT number FROM consultation WHERE number = ? FOR UPDATE")
                .param(number.value())
                .query(String.class)
                .list();
    }

    Optional<Long> find(ConsultationNumber number, String title) {
        return db
                .sql("SELECT id FROM suggestion_group WHERE consultation = ? AND title = ? ORDER BY id")
                .params(number.value(), title)
                .query(Long.class)
                .list()
                .stream()
                .findFirst();
    }

    long insert(ConsultationNumber number, String title, String user, Instant at) {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("INSERT INTO suggestion_group (consultation, title, created_by, created_at) VALUES (?, ?, ?, ?)")
                .params(number.value(), title, user, Timestamps.of(at))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** Those that are members already stay so. */
    void add(long group, Collection<SuggestionId> suggestions) {
        Set<Long> members = new HashSet<>(db.sql("SELECT suggestion_id FROM suggestion_group_member WHERE group_id = ?")
                .param(group)
                .query(Long.class)
                .list());
        for (SuggestionId suggestion : suggestions) {
            if (members.add(suggestion.value())) {
                db.sql("INSERT INTO suggestion_group_member (group_id, suggestion_id) VALUES (?, ?)")
                        .params(group, suggestion.value())
                        .update();
            }
        }
    }

    /** @return whether it was a member of that group of that consultation */
    boolean remove(ConsultationNumber number, long group, SuggestionId suggestion) {
        int removed =
                db.sql("""
                        DELETE FROM suggestion_group_member
                        WHERE group_id = ? AND suggestion_id = ?
                          AND group_id IN (SELECT id FROM suggestion_group WHERE consultation = ?)
                        """).params(group, suggestion.value(), number.value()).update();
        db.sql("""
                        DELETE FROM suggestion_group
                        WHERE id = ? AND consultation = ?
                          AND NOT EXISTS (SELECT 1 FROM suggestion_group_member m WHERE m.group_id = suggestion_group.id)
                        """).params(group, number.value()).update();
        return removed == 1;
    }

    boolean isGrouped(SuggestionId suggestion) {
        return db.sql("SELECT COUNT(*) FROM suggestion_group_member WHERE suggestion_id = ?")
                        .param(suggestion.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** In the order they were made. */
    List<Group> of(ConsultationNumber number) {
        return db.sql("""
                        SELECT g.id, g.title, COUNT(s.id) AS size
                        FROM suggestion_group g
                        LEFT JOIN suggestion_group_member m ON m.group_id = g.id
                        LEFT JOIN suggestion s ON s.id = m.suggestion_id AND s.withdrawn_at IS NULL
                        WHERE g.consultation = ?
                        GROUP BY g.id, g.title
                        ORDER BY g.id
                        """)
                .param(number.value())
                .query((row, i) -> new Group(row.getLong("id"), row.getString("title"), row.getInt("size")))
                .list();
    }

    Map<SuggestionId, List<Membership>> memberships(ConsultationNumber number) {
        Map<Long, Group> groups = new HashMap<>();
        of(number).forEach(group -> groups.put(group.id(), group));
        Map<SuggestionId, List<Membership>> memberships = new HashMap<>();
        db.sql("""
                        SELECT m.suggestion_id, m.group_id
                        FROM suggestion_group g
                        JOIN suggestion_group_member m ON m.group_id = g.id
                        WHERE g.consultation = ?
                        ORDER BY m.group_id
                        """).param(number.value()).query(row -> {
            Group group = groups.get(row.getLong("group_id"));
            SuggestionId suggestion = new SuggestionId(row.getLong("suggestion_id"));
            memberships
                    .computeIfAbsent(suggestion, id -> new ArrayList<>())
                    .add(new Membership(suggestion, group.id(), group.title(), group.size()));
        });
        return memberships;
    }
}
