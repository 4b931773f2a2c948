package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Timestamps;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Tables attachment and attachment_part. */
@Repository
class AttachmentRows {
    /** Bytes of one part: what is in memory of a file at any moment. */
    private static final int PART = 256 * 1024;

    private static final String SELECT = """
            SELECT id, consultation, staged_key, submission_id, meeting_id, file_name, kind, media_type, size, sha256,
                   added_at, added_by, erased_at
            FROM attachment
            """;

    private final JdbcClient db;

    AttachmentRows(JdbcClient db) {
        this.db = db;
    }

    private static String column(Owner owner) {
        return switch (owner.kind()) {
            case STAGED -> "staged_key";
            case SUBMISSION -> "submission_id";
            case MEETING -> "meeting_id";
        };
    }

    /** @return its id */
    long insert(Attachment one) {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("""
                        INSERT INTO attachment (consultation, %s, file_name, kind, media_type, size, sha256, added_at, added_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """.formatted(column(one.owner())))
                .params(
                        one.consultation(),
                        one.owner().value(),
                        one.fileName(),
                        one.kind().name(),
                        one.mediaType(),
                        one.size(),
                        one.sha256(),
                        Timestamps.of(one.addedAt()),
                        one.addedBy())
                .update(key, "id");
        return key.getKey().longValue();
    }

    void insertParts(long attachment, Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] piece = bytes.readNBytes(PART); piece.length > 0; piece = bytes.readNBytes(PART)) {
                db.sql("INSERT INTO attachment_part (attachment_id, part, content) VALUES (?, ?, ?)")
                        .params(attachment, part++, piece)
                        .update();
            }
        }
    }

    /** Part by part, each read by a query of its own. */
    void copy(long attachment, OutputStream to) throws IOException {
        for (int part = 0; ; part++) {
            Optional<byte[]> piece = db.sql("SELECT content FROM attachment_part WHERE attachment_id = ? AND part = ?")
                    .params(attachment, part)
                    .query((row, n) -> row.getBytes("content"))
                    .optional();
            if (piece.isEmpty()) {
                return;
            }
            to.write(piece.get());
        }
    }

    /** Oldest first. */
    List<Attachment> of(Owner owner) {
        return db.sql(SELECT + "WHERE " + column(owner) + " = ? ORDER BY id")
                .param(owner.value())
                .query((row, n) -> attachment(row))
                .list();
    }

    Optional<Attachment> find(long id) {
        return db.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, n) -> attachment(row))
                .optional();
    }

    /** How many each submission has, those without left out. */
    Map<Long, Integer> counts(Collection<Long> submissions) {
        Map<Long, Integer> counts = new HashMap<>();
        if (!submissions.isEmpty()) {
            db.sql("""
                            SELECT submission_id, COUNT(*) AS files FROM attachment
                            WHERE submission_id IN (:ids) GROUP BY submission_id
                            """).param("ids", submissions).query(row -> {
                counts.put(row.getLong("submission_id"), row.getInt("files"));
            });
        }
        return counts;
    }

    /** Bytes kept for a consultation. */
    long used(String consultation) {
        return db.sql("SELECT COALESCE(SUM(size), 0) FROM attachment WHERE consultation = ? AND erased_at IS NULL")
                .param(consultation)
                .query(Long.class)
                .single();
    }

    /** What these belong to; those that are gone are left out. */
    Map<Long, Owner> owners(Collection<Long> ids) {
        Map<Long, Owner> owners = new HashMap<>();
        if (!ids.isEmpty()) {
            db.sql("SELECT id, staged_key, submission_id, meeting_id FROM attachment WHERE id IN (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        owners.put(row.getLong("id"), owner(row));
                    });
        }
        return owners;
    }

    /** Those of the keys under which something was staged. */
    Set<String> staged(Collection<String> keys) {
        return db.sql("SELECT DISTINCT staged_key FROM attachment WHERE staged_key IN (:keys)")
                .param("keys", keys)
                .query(String.class)
                .set();
    }

    /** @return how many files went over */
    int adopt(String key, long submission) {
        return db.sql("UPDATE attachment SET submission_id = ?, staged_key = NULL WHERE staged_key = ?")
                .params(submission, key)
                .update();
    }

    /** Up to 1000, of public forms only: what staff stage belongs to a record that may be written for weeks, and goes with it. */
    List<Long> staleBefore(Instant before) {
        return db.sql("""
                        SELECT id FROM attachment
                        WHERE staged_key IS NOT NULL AND added_at < ? AND added_by = ? ORDER BY id LIMIT 1000
                        """)
                .params(Timestamps.of(before), CurrentActor.PUBLIC)
                .query(Long.class)
                .list();
    }

    void delete(List<Long> ids) {
        if (!ids.isEmpty()) {
            db.sql("DELETE FROM attachment_part WHERE attachment_id IN (:ids)")
                    .param("ids", ids)
                    .update();
            db.sql("DELETE FROM attachment WHERE id IN (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }

    /** Files of the submissions of one person, who may have several entries in the directory; without erased ones. */
    List<Attachment> ofInformants(Collection<Long> informants) {
        return informants.isEmpty()
                ? List.of()
                : db.sql(SELECT + """
                        WHERE submission_id IN (SELECT id FROM submission WHERE informant_id IN (:ids))
                          AND erased_at IS NULL
                        ORDER BY id
                        """)
                        .param("ids", informants)
                        .query((row, n) -> attachment(row))
                        .list();
    }

    /** The same of somebody outside the directory. */
    List<Attachment> ofReceipt(String receipt) {
        return db.sql(SELECT + """
                        WHERE submission_id IN (SELECT id FROM submission WHERE receipt = ? AND informant_id IS NULL)
                          AND erased_at IS NULL
                        ORDER BY id
                        """)
                .param(receipt)
                .query((row, n) -> attachment(row))
                .list();
    }

    void erase(List<Long> ids, Instant at) {
        if (!ids.isEmpty()) {
            db.sql("DELETE FROM attachment_part WHERE attachment_id IN (:ids)")
                    .param("ids", ids)
                    .update();
            db.sql("UPDATE attachment SET file_name = '', sha256 = '', size = 0, erased_at = :at WHERE id IN (:ids)")
                    .param("at", Timestamps.of(at))
                    .param("ids", ids)
                    .update();
        }
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getString("consultation"),
                owner(row),
                row.getString("file_name"),
                AttachmentKind.valueOf(row.getString("kind")),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                Timestamps.in(row, "added_at"),
                row.getString("added_by"),
                Timestamps.in(row, "erased_at"));
    }

    private static Owner owner(ResultSet row) throws SQLException {
        String key = row.getString("staged_key");
        if (key != null) {
            return Owner.staged(key);
        }
        Long submission = row.getObject("submission_id", Long.class);
        return submission != null ? Owner.submission(submission) : Owner.meeting(row.getLong("meeting_id"));
    }
}
