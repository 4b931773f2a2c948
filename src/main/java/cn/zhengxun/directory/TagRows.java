package cn.zhengxun.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table tag. */
@Repository
class TagRows {
    private final JdbcClient db;

    TagRows(JdbcClient db) {
        this.db = db;
    }

    /** Names by family, both in the order of the text. */
    Map<String, List<String>> byFamily() {
        Map<String, List<String>> families = new LinkedHashMap<>();
        db.sql("SELECT family, name FROM tag ORDER BY family, name").query(row -> {
            families.computeIfAbsent(row.getString(1), family -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return families;
    }

    /** The ids of these tags; one whose name is new is kept under the family it came with. */
    List<Long> idsOf(Collection<Tag> tags) {
        return tags.stream()
                .map(tag -> find(tag.name()).orElseGet(() -> insert(tag)))
                .distinct()
                .toList();
    }

    List<TagUse> uses() {
        return db.sql("""
                        SELECT t.id, t.family, t.name, (SELECT COUNT(*) FROM informant_tag it WHERE it.tag_id = t.id) AS bearers
                        FROM tag t ORDER BY t.family, t.name
                        """)
                .query((row, n) -> new TagUse(
                        row.getLong("id"), row.getString("family"), row.getString("name"), row.getLong("bearers")))
                .list();
    }

    Optional<TagUse> named(String name) {
        return db.sql("SELECT id, family, name FROM tag WHERE name = ?")
                .param(name)
                .query((row, n) -> new TagUse(row.getLong("id"), row.getString("family"), row.getString("name"), 0))
                .optional();
    }

    void update(long id, Tag tag) {
        db.sql("UPDATE tag SET family = ?, name = ? WHERE id = ?")
                .params(tag.family(), tag.name(), id)
                .update();
    }

    /** @return how many people bear the kept tag anew */
    int merge(long from, long into) {
        int moved = db.sql("""
                        INSERT INTO informant_tag (informant_id, tag_id)
                        SELECT informant_id, :into FROM informant_tag it
                        WHERE tag_id = :from AND NOT EXISTS (
                            SELECT 1 FROM informant_tag own
                            WHERE own.informant_id = it.informant_id AND own.tag_id = :into)
                        """).param("into", into).param("from", from).update();
        db.sql("DELETE FROM informant_tag WHERE tag_id = ?").param(from).update();
        delete(from);
        return moved;
    }

    void delete(long id) {
        db.sql("DELETE FROM tag WHERE id = ?").param(id).update();
    }

    private Optional<Long> find(String name) {
        return db.sql("SELECT id FROM tag WHERE name = ?")
                .param(name)
                .query(Long.class)
                .optional();
    }

    private Long insert(Tag tag) {
        var key = new GeneratedKeyHolder();
        db.sql("INSERT INTO tag (family, name) VALUES (?, ?)")
                .params(tag.family(), tag.name())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }
}
