package cn.zhengxun.consultation;

import cn.zhengxun.draft.BillId;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table consultation. */
@Repository
class ConsultationRows {
    private static final String SELECT = """
            SELECT number, title, bill_id, draft_id, level, reading, requesting_body, deadline, visibility, sensitive,
                   template, urgent_reason, status, step, registered_at, registered_by, decline_reply, collect_until,
                   collect_closed_at, review_skip_reason, report_version, promulgated_on, ended_at, end_reason, suspended_at
            FROM consultation
            """;

    private final JdbcClient db;

    ConsultationRows(JdbcClient db) {
        this.db = db;
    }

    Consultation find(ConsultationNumber number) {
        return db.sql(SELECT + "WHERE number = ?")
                .param(number.value())
                .query(ConsultationRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("没有征询" + number + "，请从列表中选择。"));
    }

    /** Also keeps other writers of this consultation waiting until the transaction ends. */
    Consultation lock(ConsultationNumber number) {
        db.sql("UPDATE consultation SET step = step WHERE number = ?")
                .param(number.value())
                .update();
        return find(number);
    }

    List<Consultation> all() {
        return db.sql(SELECT + "ORDER BY registered_at DESC, number DESC")
                .query(ConsultationRows::read)
                .list();
    }

    List<Consultation> ofBill(BillId bill) {
        return db.sql(SELECT + "WHERE bill_id = ? ORDER BY registered_at, number")
                .param(bill.value())
                .query(ConsultationRows::read)
                .list();
    }

    void insert(
            ConsultationNumber number, RegisterConsultation letter, BillId bill, DraftId draft, Instant at, String by) {
        db.sql("""
                        INSERT INTO consultation (number, title, bill_id, draft_id, level, reading, requesting_body,
                                                  deadline, visibility, sensitive, template, urgent_reason, status,
                                                  step, registered_at, registered_by, report_version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'INTAKE', 1, ?, ?, 1)
                        """)
                .params(
                        number.value(),
                        letter.title(),
                        bill.value(),
                        draft.value(),
                        letter.level().name(),
                        letter.reading(),
                        letter.requestingBody(),
                        letter.deadline(),
                        letter.visibility().name(),
                        letter.sensitive(),
                        letter.template().name(),
                        letter.urgentReason(),
                        Timestamps.of(at),
                        by)
                .update();
    }

    void setStatus(ConsultationNumber number, Status status, int step) {
        db.sql("UPDATE consultation SET status = ?, step = ? WHERE number = ?")
                .params(status.name(), step, number.value())
                .update();
    }

    void setArchived(ConsultationNumber number, Instant at) {
        db.sql("UPDATE consultation SET status = 'ARCHIVED', archived_at = ? WHERE number = ?")
                .params(Timestamps.of(at), number.value())
                .update();
    }

    void setDeclined(ConsultationNumber number, String reply) {
        db.sql("UPDATE consultation SET status = 'DECLINED', decline_reply = ? WHERE number = ?")
                .params(reply, number.value())
                .update();
    }

    void setDraft(ConsultationNumber number, DraftId draft) {
        db.sql("UPDATE consultation SET draft_id = ? WHERE number = ?")
                .params(draft.value(), number.value())
                .update();
    }

    String billTitle(BillId bill) {
        return db.sql("SELECT title FROM bill WHERE id = ?")
                .param(bill.value())
                .query(String.class)
                .single();
    }

    void dropPlanFocus(ConsultationNumber number) {
        db.sql("DELETE FROM plan_focus WHERE consultation = ?")
                .param(number.value())
                .update();
    }

    void setDeadline(ConsultationNumber number, LocalDate deadline) {
        db.sql("UPDATE consultation SET deadline = ? WHERE number = ?")
                .params(deadline, number.value())
                .update();
    }

    void setCollectUntil(ConsultationNumber number, Instant until) {
        db.sql("UPDATE consultation SET collect_until = ? WHERE number = ?")
                .params(Timestamps.of(until), number.value())
                .update();
    }

    void setCollectClosed(ConsultationNumber number, Instant at) {
        db.sql("UPDATE consultation SET collect_closed_at = ? WHERE number = ?")
                .params(Timestamps.of(at), number.value())
                .update();
    }

    void setUrgent(ConsultationNumber number, String reason) {
        db.sql("UPDATE consultation SET template = ?, urgent_reason = ? WHERE number = ?")
                .params(Template.URGENT.name(), reason, number.value())
                .update();
    }

    /** @param reason null when the review takes place */
    void setReviewSkipped(ConsultationNumber number, String reason) {
        db.sql("UPDATE consultation SET review_skip_reason = ? WHERE number = ?")
                .params(Arrays.asList(reason, number.value()))
                .update();
    }

    void setReportVersion(ConsultationNumber number, int version) {
        db.sql("UPDATE consultation SET report_version = ? WHERE number = ?")
                .params(version, number.value())
                .update();
    }

    void setPromulgated(ConsultationNumber number, LocalDate on) {
        db.sql("UPDATE consultation SET promulgated_on = ? WHERE number = ?")
                .params(on, number.value())
                .update();
    }

    void setEnded(ConsultationNumber number, Instant at, String reason) {
        db.sql("UPDATE consultation SET status = 'ENDED', ended_at = ?, end_reason = ? WHERE number = ?")
                .params(Timestamps.of(at), reason, number.value())
                .update();
    }

    /** @param at null when it goes on */
    void setSuspended(ConsultationNumber number, Instant at) {
        db.sql("UPDATE consultation SET suspended_at = ? WHERE number = ?")
                .params(Arrays.asList(Timestamps.of(at), number.value()))
                .update();
    }

    private static Consultation read(ResultSet row, int index) throws SQLException {
        return new Consultation(
                new ConsultationNumber(row.getString("number")),
                row.getString("title"),
                new BillId(row.getLong("bill_id")),
                new DraftId(row.getLong("draft_id")),
                Level.valueOf(row.getString("level")),
                row.getString("reading"),
                row.getString("requesting_body"),
                row.getObject("deadline", LocalDate.class),
                Visibility.valueOf(row.getString("visibility")),
                row.getBoolean("sensitive"),
                Template.valueOf(row.getString("template")),
                row.getString("urgent_reason"),
                Status.valueOf(row.getString("status")),
                row.getInt("step"),
                Timestamps.in(row, "registered_at"),
                row.getString("registered_by"),
                row.getString("decline_reply"),
                Timestamps.in(row, "collect_until"),
                Timestamps.in(row, "collect_closed_at"),
                row.getString("review_skip_reason"),
                row.getInt("report_version"),
                row.getObject("promulgated_on", LocalDate.class),
                Timestamps.in(row, "ended_at"),
                row.getString("end_reason"),
                Timestamps.in(row, "suspended_at"));
    }
}
