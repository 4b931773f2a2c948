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
