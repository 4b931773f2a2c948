package cn.zhengxun.directory;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table station. */
@Repository
class StationRows {
    private static final RowMapper<Station> STATION = (row, n) -> {
        Long coordinator = row.getObject("coordinator_id", Long.class);
        return new Station(
                new StationId(row.getLong("id")),
                row.getString("name"),
                row.getString("kind"),
                row.getString("address"),
                coordinator == null ? null : new InformantId(coordinator),
                row.getBoolean("active"));
    };
    private final JdbcClient db;

    StationRows(JdbcClient db) {
        this.db = db;
    }

    List<Station> all() {
        return db.sql("SELECT * FROM station ORDER BY id").query(STATION).list();
    }

    Optional<Station> find(StationId id) {
        return db.sql("SELECT * FROM station WHERE id = ?")
                .param(id.value())
                .query(STATION)
                .optional();
    }

    Optional<Station> named(String name) {
        return db.sql("SELECT * FROM station WHERE name = ?")
                .param(name)
                .query(STATION)
                .optional();
    }

    StationId insert(AddStation station) {
        var key = new GeneratedKeyHolder();
        db.sql("""
                        INSERT INTO station (name, kind, address, coordinator_id, active)
                        VALUES (:name, :kind, :address, :coordinator, TRUE)
                        """)
                .param("name", station.name().strip())
                .param("kind", station.kind())
                .param("address", station.address())
                .param("coordinator", key(station.coordinator()))
                .update(key, "id");
        return new StationId(key.getKeyAs(Long.class));
    }

    void update(ChangeStation station) {
        db.sql("""
                        UPDATE station
                        SET name = :name, kind = :kind, address = :address, coordinator_id = :coordinator, active = :active
                        WHERE id = :id
                        """)
                .param("id", station.id().value())
                .param("name", station.name().strip())
                .param("kind", station.kind())
                .param("address", station.address())
                .param("coordinator", key(station.coordinator()))
                .param("active", station.active())
                .update();
    }

    private static Long key(InformantId id) {
        return id == null ? null : id.value();
    }
}
