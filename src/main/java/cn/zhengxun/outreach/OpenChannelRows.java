package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table open_channel. */
@Repository
class OpenChannelRows {
    private static final RowMapper<OpenChannel> CHANNEL = (row, n) -> {
        Long station = row.getObject("station_id", Long.class);
        return new OpenChannel(
                row.getString("code"),
                new ConsultationNumber(row.getString("consultation")),
                station == null ? null : new StationId(station));
    };
    private static final RowMapper<ClosedChannel> CLOSED = (row, n) -> {
        OpenChannel channel = CHANNEL.mapRow(row, n);
        return new ClosedChannel(
                channel.code(),
                channel.consultation(),
                channel.station(),
                Timestamps.in(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("close_reason"));
    };
    private final JdbcClient db;

    OpenChannelRows(JdbcClient db) {
        this.db = db;
    }

    /** In use. */
    Optional<OpenChannel> find(String code) {
        return db.sql("SELECT * FROM open_channel WHERE code = ? AND closed_at IS NULL")
                .param(code)
                .query(CHANNEL)
                .optional();
    }

    Optional<ClosedChannel> findClosed(String code) {
        return db.sql("SELECT * FROM open_channel WHERE code = ? AND closed_at IS NOT NULL")
                .param(code)
                .query(CLOSED)
                .optional();
    }

    /** In use. */
    List<OpenChannel> of(ConsultationNumber number) {
        return db.sql(
                        "SELECT * FROM open_channel WHERE consultation = ? AND closed_at IS NULL ORDER BY opened_at, code")
                .param(number.value())
                .query(CHANNEL)
                .list();
    }

    /** The latest first. */
    List<ClosedChannel> closedOf(ConsultationNumber number) {
        return db.sql("""
                        SELECT * FROM open_channel WHERE consultation = ? AND closed_at IS NOT NULL
                        ORDER BY closed_at DESC, code
                        """).param(number.value()).query(CLOSED).list();
    }

    /** @return false where it was closed before */
    boolean close(String code, Instant at, String by, String reason) {
        return db.sql("""
                        UPDATE open_channel SET closed_at = ?, closed_by = ?, close_reason = ?
                        WHERE code = ? AND closed_at IS NULL
                        """).params(Timestamps.of(at), by, reason, code).update() == 1;
    }

    void insert(OpenChannel channel, Instant openedAt) {
        db.sql("INSERT INTO open_channel (code, consultation, station_id, opened_at) VALUES (?, ?, ?, ?)")
                .params(
                        channel.code(),
                        channel.consultation().value(),
                        channel.station() == null ? null : channel.station().value(),
                        Timestamps.of(openedAt))
                .update();
    }
}
