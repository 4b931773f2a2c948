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
    private final JdbcClient db;

    OpenChannelRows(JdbcClient db) {
        this.db = db;
    }

    Optional<OpenChannel> find(String code) {
        return db.sql("SELECT * FROM open_channel WHERE code = ?")
                .param(code)
                .query(CHANNEL)
                .optional();
    }

    List<OpenChannel> of(ConsultationNumber number) {
        return db.sql("SELECT * FROM open_channel WHERE consultation = ? ORDER BY opened_at, code")
                .param(number.value())
                .query(CHANNEL)
                .list();
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
