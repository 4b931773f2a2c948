package cn.zhengxun.outreach.wording;

import cn.zhengxun.kernel.Timestamps;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table message_template; rows are only added. */
@Repository
class WordingRows {
    private static final RowMapper<WordingVersion> VERSION = (row, n) -> new WordingVersion(
            row.getInt("version"),
            row.getBoolean("shipped"),
            new Wording(row.getString("subject"), row.getString("body")),
            row.getString("written_by"),
            Timestamps.in(row, "written_at"));
    private final JdbcClient db;

    WordingRows(JdbcClient db) {
        this.db = db;
    }

    Optional<WordingVersion> latest(MessageKind kind) {
        return db.sql("SELECT * FROM message_template WHERE template_key = ? ORDER BY version DESC LIMIT 1")
                .param(kind.key())
                .query(VERSION)
                .optional();
    }

    /** The latest first. */
    List<WordingVersion> versions(MessageKind kind) {
        return db.sql("SELECT * FROM message_template WHERE template_key = ? ORDER BY version DESC")
                .param(kind.key())
                .query(VERSION)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where somebody else saved this version first */
    void insert(MessageKind kind, WordingVersion version) {
        db.sql("""
                        INSERT INTO message_template (template_key, version, shipped, subject, body, written_by, written_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        kind.key(),
                        version.version(),
                        version.shipped(),
                        version.wording().subject(),
                        version.wording().body(),
                        version.writtenBy(),
                        Timestamps.of(version.writtenAt()))
                .update();
    }
}
