package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the deadline changes that mails quote; table deadline_change. */
@Repository
class CampaignRows {
    private final JdbcClient db;

    CampaignRows(JdbcClient db) {
        this.db = db;
    }

    record DeadlineMove(LocalDate from, LocalDate to, String reason) {}

    Optional<Integer> latestDeadlineMove(ConsultationNumber number) {
        return db.sql("SELECT id FROM deadline_change WHERE consultation = ? ORDER BY id DESC LIMIT 1")
                .param(number.value())
                .query(Integer.class)
                .optional();
    }

    DeadlineMove deadlineMove(long id) {
        return db.sql("SELECT from_date, to_date, reason FROM deadline_change WHERE id = ?")
                .param(id)
                .query((row, n) -> new DeadlineMove(
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("to_date", LocalDate.class),
                        row.getString("reason")))
                .single();
    }
}
