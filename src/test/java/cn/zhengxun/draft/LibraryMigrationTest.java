package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an office that upgrades finds: every draft as open as the consultations that it came with. */
class LibraryMigrationTest {
    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient db = JdbcClient.create(database);

    @Test
    void drafts_take_the_range_of_their_consultations_and_are_internal_where_it_is_unknown() {
        migrateTo("010");
        bill(1);
        draft(11, 1);
        draft(12, 1);
        consultation("a", 1, 12, "PUBLIC");
        bill(2);
        draft(21, 2);
        draft(22, 2);
        draft(23, 2);
        consultation("b", 2, 22, "INTERNAL");
        consultation("c", 2, 23, "PUBLIC");
        bill(3);
        draft(31, 3);
        bill(4);
        draft(41, 4);
        consultation("d", 4, 41, "PUBLIC");
        consultation("e", 4, 41, "INTERNAL");

        migrateTo("013");

        assertThat(of("PUBLIC"))
                .as("used in public, or replaced in a public bill")
                .containsExactly(11L, 12L, 23L);
        assertThat(of("INTERNAL"))
                .as("used internally, replaced where one is internal, or used by nobody")
                .containsExactly(21L, 22L, 31L, 41L);
    }

    private List<Long> of(String visibility) {
        return db.sql("SELECT id FROM draft WHERE visibility = ? ORDER BY id")
                .param(visibility)
                .query(Long.class)
                .list();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .placeholders(Map.of("bytes", "BLOB"))
                .target(version)
                .load()
                .migrate();
    }

    private void bill(long id) {
        db.sql("INSERT INTO bill (id, title, created_at) VALUES (?, ?, CURRENT_TIMESTAMP)")
                .params(id, "法案" + id)
                .update();
    }

    private void draft(long id, long bill) {
        db.sql("""
                        INSERT INTO draft (id, bill_id, reading, title, file_name, media_type, file, sha256, imported_at, imported_by)
                        VALUES (?, ?, '一审稿', '草案', 'a.txt', 'text/plain', X'00', '0', CURRENT_TIMESTAMP, 'staff')
                        """).params(id, bill).update();
    }

    private void consultation(String number, long bill, long draft, String visibility) {
        db.sql("""
                        INSERT INTO consultation (number, title, bill_id, draft_id, level, reading, requesting_body, deadline,
                            visibility, sensitive, template, status, step, registered_at, registered_by, report_version)
                        VALUES (?, '征询', ?, ?, 'MUNICIPAL', '一审稿', '法工委', CURRENT_DATE, ?, FALSE, 'NORMAL', 'COLLECTING', 5,
                            CURRENT_TIMESTAMP, 'staff', 1)
                        """).params(number, bill, draft, visibility).update();
    }
}
