package cn.zhengxun.directory;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table expert. */
@Repository
class ExpertRows {
    private static final RowMapper<Expert> EXPERT = (row, n) -> new Expert(
            new ExpertId(row.getLong("id")),
            row.getString("name"),
            row.getString("user_id"),
            row.getString("organisation"),
            row.getString("fields"),
            ExpertKind.valueOf(row.getString("kind")),
            row.getString("contact"),
            row.getString("contact_phone"),
            row.getBoolean("active"));
    private final JdbcClient db;

    ExpertRows(JdbcClient db) {
        this.db = db;
    }

    List<Expert> all() {
        return db.sql("SELECT * FROM expert ORDER BY id").query(EXPERT).list();
    }

    Optional<Expert> ofUser(String userId) {
        return db.sql("SELECT * FROM expert WHERE user_id = ?")
                .param(userId)
                .query(EXPERT)
                .optional();
    }

    ExpertId insert(AddExpert expert) {
        var key = new GeneratedKeyHolder();
        db.sql("""
                        INSERT INTO expert (name, user_id, organisation, fields, kind, contact, contact_phone, active)
                        VALUES (:name, :userId, :organisation, :fields, :kind, :contact, :contactPhone, TRUE)
                        """)
                .param("name", expert.name().strip())
                .param("userId", expert.userId().strip())
                .param("organisation", expert.organisation())
                .param("fields", expert.fields())
                .param("kind", expert.kind().name())
                .param("contact", expert.contact())
                .param("contactPhone", expert.contactPhone())
                .update(key, "id");
        return new ExpertId(key.getKeyAs(Long.class));
    }

    /** @return rows changed, 0 for an unknown id */
    int update(ChangeExpert expert) {
        return db.sql("""
                        UPDATE expert
                        SET name = :name, user_id = :userId, organisation = :organisation, fields = :fields,
                            kind = :kind, contact = :contact, contact_phone = :contactPhone, active = :active
                        WHERE id = :id
                        """)
                .param("id", expert.id().value())
                .param("name", expert.name().strip())
                .param("userId", expert.userId().strip())
                .param("organisation", expert.organisation())
                .param("fields", expert.fields())
                .param("kind", expert.kind().name())
                .param("contact", expert.contact())
                .param("contactPhone", expert.contactPhone())
                .param("active", expert.active())
                .update();
    }
}
