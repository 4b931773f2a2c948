package cn.zhengxun.directory;

import cn.zhengxun.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom of the directory the rows of a file may mean. */
@Repository
class PersonKeyRows {
    private final JdbcClient db;

    PersonKeyRows(JdbcClient db) {
        this.db = db;
    }

    /** Everybody whose telephone, e-mail or name stands in the file; the table is read once, however large. */
    List<PersonKeys> keys(Collection<SheetRow<InformantColumn>> rows) {
        Set<String> phones = new HashSet<>();
        Set<String> emails = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (SheetRow<InformantColumn> row : rows) {
            PersonKeys keys = new PersonKeys(
                    0,
                    row.cell(InformantColumn.NAME),
                    row.cell(InformantColumn.PHONE),
                    row.cell(InformantColumn.EMAIL),
                    null);
            phones.add(keys.phone());
            emails.add(keys.email());
            names.add(keys.name());
        }
        List<PersonKeys> found = new ArrayList<>();
        db.sql("SELECT id, name, phone, email, station_id FROM informant WHERE merged_into IS NULL ORDER BY id")
                .query(row -> {
                    PersonKeys keys = new PersonKeys(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("phone"),
                            row.getString("email"),
                            row.getObject("station_id", Long.class));
                    if (names.contains(keys.name())
                            || keys.phone() != null && phones.contains(keys.phone())
                            || keys.email() != null && emails.contains(keys.email())) {
                        found.add(keys);
                    }
                });
        return found;
    }
}
