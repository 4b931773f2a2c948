package cn.zhengxun.directory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables informant and informant_tag, for thousands of rows at once. */
@Repository
class InformantBatch {
    private static final int SIZE = 1000;
    private final JdbcTemplate batches;
    private final JdbcClient db;

    InformantBatch(JdbcTemplate batches, JdbcClient db) {
        this.batches = batches;
        this.db = db;
    }

    /** @return their new ids, in the same order */
    List<InformantId> insert(List<JudgedRow> rows) {
        List<InformantId> ids = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += SIZE) {
            ids.addAll(insertChunk(rows.subList(from, Math.min(rows.size(), from + SIZE))));
        }
        return ids;
    }

    private List<InformantId> insertChunk(List<JudgedRow> rows) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        batches.batchUpdate(
                connection -> connection.prepareStatement("""
                        INSERT INTO informant (name, phone, email, station_id, age_band, occupation, profiling_refused,
                                               active, joined_on, term_ends_on, channel)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement statement, int i) throws SQLException {
                        bind(statement, rows.get(i));
                    }

                    @Override
                    public int getBatchSize() {
                        return rows.size();
                    }
                },
                keys);
        return keys.getKeyList().stream()
                .map(Map::values)
                .map(values -> new InformantId(((Number) values.iterator().next()).longValue()))
                .toList();
    }

    void update(List<JudgedRow> rows) {
        batches.batchUpdate("""
                UPDATE informant
                SET name = ?, phone = ?, email = ?, station_id = ?, age_band = ?, occupation = ?, profiling_refused = ?,
                    active = ?, joined_on = ?, term_ends_on = ?, channel = ?,
                    mail_failure = CASE WHEN COALESCE(email, '') = ? THEN mail_failure END,
                    mail_failed_at = CASE WHEN COALESCE(email, '') = ? THEN mail_failed_at END
                WHERE id = ?
                """, rows, SIZE, (statement, row) -> {
            bind(statement, row);
            String email = row.details().email() == null ? "" : row.details().email();
            statement.setString(12, email);
            statement.setString(13, email);
            statement.setLong(14, row.informant().value());
        });
    }

    private static void bind(PreparedStatement statement, JudgedRow row) throws SQLException {
        InformantDetails details = row.details();
        statement.setString(1, details.name());
        statement.setString(2, details.phone());
        statement.setString(3, details.email());
        statement.setObject(
                4, details.station() == null ? null : details.station().value(), Types.BIGINT);
        statement.setString(5, details.ageBand());
        statement.setString(6, details.occupation());
        statement.setBoolean(7, details.profilingRefused());
        statement.setBoolean(8, row.active());
        statement.setObject(9, details.joinedOn(), Types.DATE);
        statement.setObject(10, details.termEndsOn(), Types.DATE);
        statement.setString(11, details.channel().name());
    }

    /** @param borne pairs of informant and tag, all that these informants bear from now on */
    void replaceTags(List<InformantId> informants, List<long[]> borne) {
        for (int from = 0; from < informants.size(); from += SIZE) {
            db.sql("DELETE FROM informant_tag WHERE informant_id IN (:ids)")
                    .param(
                            "ids",
                            informants.subList(from, Math.min(informants.size(), from + SIZE)).stream()
                                    .map(InformantId::value)
                                    .toList())
                    .update();
        }
        batches.batchUpdate(
                "INSERT INTO informant_tag (informant_id, tag_id) VALUES (?, ?)", borne, SIZE, (statement, pair) -> {
                    statement.setLong(1, pair[0]);
                    statement.setLong(2, pair[1]);
                });
    }
}
