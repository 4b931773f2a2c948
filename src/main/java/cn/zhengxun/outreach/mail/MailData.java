package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.SamePerson;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.Chapter.Fact;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Traces;
import cn.zhengxun.privacy.TracesInTexts;
import cn.zhengxun.privacy.Way;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mail to a person: what waits is called off, what was sent stays as a row of ids without a word about the address. */
@Component
@Order(Way.OUTREACH)
class MailData implements PersonalData {
    private final JdbcClient db;
    private final SamePerson same;
    private final TracesInTexts texts;

    MailData(JdbcClient db, SamePerson same, TracesInTexts texts) {
        this.db = db;
        this.same = same;
        this.texts = texts;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        List<String> entries = keys(subject);
        if (same.unknown(subject)) {
            return List.of();
        }
        List<Fact> facts = db.sql("""
                        SELECT c.title, o.template, o.status, o.created_at, o.sent_at
                        FROM outbox o LEFT JOIN consultation c ON c.number = o.consultation
                        WHERE o.recipient_kind = 'INFORMANT' AND o.recipient IN (:ids)
                        ORDER BY o.id
                        """)
                .param("ids", entries)
                .query((row, n) -> new Fact(
                        Objects.requireNonNullElse(row.getString("title"), "其他"),
                        sent(Timestamps.in(row, "sent_at"), Timestamps.in(row, "created_at"))))
                .list();
        return facts.isEmpty() ? List.of() : List.of(new Chapter("发给您的邮件和短信", facts));
    }

    private static String sent(Instant sent, Instant created) {
        return sent == null ? Shanghai.minute(created) + "写好，没有发出" : Shanghai.minute(sent) + "发出";
    }

    private List<String> keys(Subject subject) {
        return same.entries(subject).stream().map(String::valueOf).toList();
    }

    @Override
    public int erase(Subject subject) {
        List<String> entries = keys(subject);
        SamePerson.Known known = same.known(subject);
        int changed = entries.isEmpty() ? 0 : ofThesePeople(entries);
        for (String address : known.contacts()) {
            changed += address == null
                    ? 0
                    : db.sql("DELETE FROM demo_mail WHERE recipient = ?")
                            .param(address)
                            .update();
        }
        return changed + inOthersMail(known.traces());
    }

    /** The shown letters first: what they belong to is known by the rows that are changed next. */
    private int ofThesePeople(List<String> entries) {
        int shown = db.sql("""
                        DELETE FROM demo_mail WHERE message_id IN (
                            SELECT message_id FROM outbox WHERE recipient_kind = 'INFORMANT' AND recipient IN (:ids))
                        """).param("ids", entries).update();
        int waiting = db.sql("""
                        UPDATE outbox SET status = 'CANCELLED', last_error = NULL
                        WHERE recipient_kind = 'INFORMANT' AND recipient IN (:ids) AND status IN ('WAITING', 'SENDING')
                        """).param("ids", entries).update();
        int reasons = db.sql("""
                        UPDATE outbox SET last_error = NULL
                        WHERE recipient_kind = 'INFORMANT' AND recipient IN (:ids) AND last_error IS NOT NULL
                        """).param("ids", entries).update();
        return shown + waiting + reasons;
    }

    /** Coordinators are told who stays silent, by name. */
    private int inOthersMail(Traces traces) {
        return traces.texts().stream()
                .mapToInt(text -> texts.blacken(
                        traces,
                        "demo_mail",
                        "POSITION(:text IN body) > 0 OR POSITION(:text IN subject) > 0",
                        Map.of("text", text),
                        List.of("subject", "body")))
                .sum();
    }
}
