package cn.zhengxun.outreach.audience;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables audience and audience_member. */
@Repository
class AudienceRows {
    private static final int BATCH = 500;
    private final JdbcClient db;
    private final JdbcTemplate batches;

    AudienceRows(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    Optional<Audience> find(ConsultationNumber number) {
        return read("SELECT * FROM audience WHERE consultation = ?", number);
    }

    /** As find; nobody else changes the list until the transaction ends. */
    Optional<Audience> lock(ConsultationNumber number) {
        return read("SELECT * FROM audience WHERE consultation = ? FOR UPDATE", number);
    }

    private Optional<Audience> read(String sql, ConsultationNumber number) {
        return db.sql(sql)
                .param(number.value())
                .query((row, n) -> new Audience(
                        row.getString("expression"),
                        Timestamps.in(row, "proposed_at"),
                        Timestamps.in(row, "frozen_at"),
                        row.getString("frozen_by")))
                .optional();
    }

    void insert(ConsultationNumber number, String expression, Instant proposedAt) {
        db.sql("INSERT INTO audience (consultation, expression, proposed_at) VALUES (?, ?, ?)")
                .params(number.value(), expression, Timestamps.of(proposedAt))
                .update();
    }

    void update(ConsultationNumber number, String expression, Instant proposedAt) {
        db.sql("UPDATE audience SET expression = ?, proposed_at = ? WHERE consultation = ?")
                .params(expression, Timestamps.of(proposedAt), number.value())
                .update();
    }

    void replaceMembers(ConsultationNumber number, List<AudienceMember> members) {
        db.sql("DELETE FROM audience_member WHERE consultation = ?")
                .param(number.value())
                .update();
        batches.batchUpdate(
                "INSERT INTO audience_member (consultation, informant_id, included, reason) VALUES (?, ?, ?, ?)",
                members,
                BATCH,
                (statement, member) -> {
                    statement.setString(1, number.value());
                    statement.setLong(2, member.informant().value());
                    statement.setBoolean(3, member.included());
                    statement.setString(4, member.reason());
                });
    }

    /** @return 0 where the person is not on the list */
    int adjust(ConsultationNumber number, AudienceMember member) {
        return db.sql("""
                        UPDATE audience_member SET included = ?, reason = ? WHERE consultation = ? AND informant_id = ?
                        """)
                .params(
                        member.included(),
                        member.reason(),
                        number.value(),
                        member.informant().value())
                .update();
    }

    void add(ConsultationNumber number, AudienceMember member) {
        db.sql("INSERT INTO audience_member (consultation, informant_id, included, reason) VALUES (?, ?, ?, ?)")
                .params(number.value(), member.informant().value(), member.included(), member.reason())
                .update();
    }

    List<AudienceMember> members(ConsultationNumber number) {
        return db.sql("""
                        SELECT informant_id, included, reason FROM audience_member WHERE consultation = ?
                        ORDER BY informant_id
                        """)
                .param(number.value())
                .query((row, n) -> new AudienceMember(
                        new InformantId(row.getLong("informant_id")),
                        row.getBoolean("included"),
                        row.getString("reason")))
                .list();
    }

    int included(ConsultationNumber number) {
        return db.sql("SELECT COUNT(*) FROM audience_member WHERE consultation = ? AND included")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    void freeze(ConsultationNumber number, Instant at, String by) {
        db.sql("UPDATE audience SET frozen_at = ?, frozen_by = ? WHERE consultation = ?")
                .params(Timestamps.of(at), by, number.value())
                .update();
    }
}
