package cn.zhengxun.directory;

import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Traces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All entries of the directory that are one person, however they were merged, and what that person is recognised by. */
@Component
@Transactional(readOnly = true)
public class SamePerson {
    private final JdbcClient db;

    SamePerson(JdbcClient db) {
        this.db = db;
    }

    /** @return the ids; empty for somebody outside the directory and for an unknown id */
    public Set<Long> entries(Subject subject) {
        Set<Long> all = new HashSet<>();
        Set<Long> fresh = subject.informant() == null ? Set.of() : Set.of(subject.informant());
        while (!fresh.isEmpty()) {
            fresh = new HashSet<>(
                    db.sql("""
                            SELECT id FROM informant WHERE id IN (:fresh) OR merged_into IN (:fresh)
                            UNION
                            SELECT merged_into FROM informant WHERE id IN (:fresh) AND merged_into IS NOT NULL
                            """).param("fresh", fresh).query(Long.class).list());
            fresh.removeAll(all);
            all.addAll(fresh);
        }
        return all;
    }

    /** Whether nothing is left to be told: somebody outside the directory, or erased. */
    public boolean unknown(Subject subject) {
        return known(subject).names().isEmpty();
    }

    /** What the directory still knows of the person's names and contacts; nothing after an erasure. */
    public Known known(Subject subject) {
        List<String> names = new ArrayList<>();
        List<String> contacts = new ArrayList<>();
        Set<Long> entries = entries(subject);
        if (!entries.isEmpty()) {
            db.sql("SELECT name, phone, email FROM informant WHERE erased_at IS NULL AND id IN (:ids)")
                    .param("ids", entries)
                    .query(row -> {
                        names.add(row.getString("name"));
                        contacts.add(row.getString("phone"));
                        contacts.add(row.getString("email"));
                    });
        }
        return new Known(names, contacts);
    }

    /** May hold nulls. */
    public record Known(List<String> names, List<String> contacts) {
        public Traces traces() {
            return Traces.of(names, contacts);
        }
    }
}
