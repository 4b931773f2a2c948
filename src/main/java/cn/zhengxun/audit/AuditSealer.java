package cn.zhengxun.audit;

import cn.zhengxun.kernel.Timestamps;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives new entries their place in the hash chain, a batch at a time: each hash covers the one before it. */
@Component
public class AuditSealer {
    private static final int BATCH = 500;
    private static final String START = "0".repeat(64);

    private record Link(long number, String hash) {}

    private record Entry(long id, Instant at, String actor, String action, String consultation, String detail) {}

    private final JdbcClient db;

    AuditSealer(JdbcClient db) {
        this.db = db;
    }

    /** @return how many entries were sealed; call again while it returns a full batch */
    @Scheduled(
            fixedDelayString = "${zhengxun.audit.seal-every:PT5S}",
            initialDelayString = "${zhengxun.audit.seal-every:PT5S}")
    @Transactional
    public int seal() {
        Link last = lastLink();
        List<Entry> entries = unsealed();
        for (Entry entry : entries) {
            Link link = new Link(last.number() + 1, hash(last, entry));
            // chain_no is unique: a second sealer that started from the same link fails here and rolls back
            db.sql("UPDATE audit_entry SET chain_no = ?, previous_hash = ?, hash = ? WHERE id = ? AND chain_no IS NULL")
                    .params(link.number(), last.hash(), link.hash(), entry.id())
                    .update();
            last = link;
        }
        return entries.size();
    }

    /** @return the chain number of the first entry whose content or link is not what was sealed; 0 where all are sound */
    @Transactional(readOnly = true)
    public long firstBroken() {
        Link[] last = {new Link(0, START)};
        long[] broken = {0};
        db.sql("SELECT * FROM audit_entry WHERE chain_no IS NOT NULL ORDER BY chain_no")
                .query(row -> {
                    Entry entry = entry(row);
                    Link link = new Link(row.getLong("chain_no"), row.getString("hash"));
                    boolean sound = link.number() == last[0].number() + 1
                            && hash(last[0], entry).equals(link.hash());
                    if (!sound && broken[0] == 0) {
                        broken[0] = link.number();
                    }
                    last[0] = link;
                });
        return broken[0];
    }

    private Link lastLink() {
        return db.sql("SELECT chain_no, hash FROM audit_entry WHERE chain_no = (SELECT MAX(chain_no) FROM audit_entry)")
                .query((row, n) -> new Link(row.getLong("chain_no"), row.getString("hash")))
                .optional()
                .orElse(new Link(0, START));
    }

    private List<Entry> unsealed() {
        return db.sql("SELECT * FROM audit_entry WHERE chain_no IS NULL ORDER BY id LIMIT " + BATCH)
                .query((row, n) -> entry(row))
                .list();
    }

    private static Entry entry(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Entry(
                row.getLong("id"),
                Timestamps.in(row, "recorded_at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("consultation"),
                row.getString("detail"));
    }

    /** SHA-256 over the previous hash and every field, each with its length, so that no two entries read alike. */
    private static String hash(Link previous, Entry entry) {
        StringBuilder content = new StringBuilder(previous.hash());
        for (String field : new String[] {
            Long.toString(entry.id()),
            Long.toString(entry.at().toEpochMilli()),
            entry.actor(),
            entry.action(),
            entry.consultation() == null ? "" : entry.consultation(),
            entry.detail()
        }) {
            content.append('|').append(field.length()).append(':').append(field);
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
