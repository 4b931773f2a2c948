package cn.zhengxun.kernel;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Told after many rows were written at once. PostgreSQL's planner goes by counts that autovacuum renews minutes later; until
 * then it plans the next query for a small table. H2 keeps no such counts.
 */
@Component
public class BulkWrites {
    private static final int MANY = 5_000;
    private final JdbcTemplate db;
    private final boolean counted;

    BulkWrites(DataSource dataSource, JdbcTemplate db) throws MetaDataAccessException {
        this.db = db;
        this.counted = "PostgreSQL"
                .equals(JdbcUtils.<String>extractDatabaseMetaData(
                        dataSource, metadata -> metadata.getDatabaseProductName()));
    }

    /** @param table a name from the code, never typed by anybody */
    public void written(String table, int rows) {
        if (counted && rows >= MANY) {
            db.execute("ANALYZE " + table);
        }
    }
}
