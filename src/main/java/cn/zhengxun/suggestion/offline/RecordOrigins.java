package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.Origins;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Submissions that came out of a record. */
@Component
@Transactional(readOnly = true)
class RecordOrigins implements Origins {
    private final JdbcClient db;
    private final MessageSource messages;

    RecordOrigins(JdbcClient db, MessageSource messages) {
        this.db = db;
        this.messages = messages;
    }

    @Override
    public Optional<Origin> of(ConsultationNumber consultation, long submission) {
        return db.sql("""
                        SELECT r.id, r.meeting, r.channel, r.held_on
                        FROM offline_speaker p JOIN offline_record r ON r.id = p.record_id
                        WHERE p.submission_id = ? AND r.consultation = ?
                        """)
                .params(submission, consultation.value())
                .query((row, n) -> new Origin(
                        text("offline.record." + (row.getBoolean("meeting") ? "MEETING" : "ONE")),
                        "/consultations/" + consultation.value() + "/offline/" + row.getLong("id"),
                        text("offline.held-on."
                                + Channel.valueOf(row.getString("channel")).name()),
                        row.getObject("held_on", LocalDate.class)))
                .optional();
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
