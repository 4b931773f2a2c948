package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Way;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Copies of receipts to the address on a form: what waits is called off, what was sent stays as a row of ids. */
@Component
@Order(Way.AROUND_SUGGESTION)
class ReceiptMailData implements PersonalData {
    private static final String OWN = "recipient_kind = 'AUTHOR' AND recipient IN (:ids)";

    private final JdbcClient db;
    private final OwnSuggestions own;

    ReceiptMailData(JdbcClient db, OwnSuggestions own) {
        this.db = db;
        this.own = own;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        List<String> submissions = submissions(subject);
        if (submissions.isEmpty() || own.traces(subject).none()) {
            return List.of();
        }
        List<Chapter.Fact> facts = db.sql("SELECT created_at FROM outbox WHERE " + OWN + " ORDER BY id")
                .param("ids", submissions)
                .query((row, n) -> new Chapter.Fact("回执副本", Shanghai.minute(Timestamps.in(row, "created_at"))))
                .list();
        return facts.isEmpty() ? List.of() : List.of(new Chapter("按您留的邮箱发的回执", facts));
    }

    @Override
    public int erase(Subject subject) {
        List<String> submissions = submissions(subject);
        if (submissions.isEmpty()) {
            return 0;
        }
        int shown = changed(
                "DELETE FROM demo_mail WHERE message_id IN (SELECT message_id FROM outbox WHERE " + OWN + ")",
                submissions);
        int waiting = changed(
                "UPDATE outbox SET status = 'CANCELLED', last_error = NULL WHERE status IN ('WAITING', 'SENDING') AND "
                        + OWN,
                submissions);
        int reasons =
                changed("UPDATE outbox SET last_error = NULL WHERE last_error IS NOT NULL AND " + OWN, submissions);
        return shown + waiting + reasons;
    }

    private int changed(String sql, List<String> submissions) {
        return db.sql(sql).param("ids", submissions).update();
    }

    private List<String> submissions(Subject subject) {
        return own.submissions(subject).stream().map(String::valueOf).toList();
    }
}
