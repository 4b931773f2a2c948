package cn.zhengxun.outreach.mail;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Shows mail instead of sending it; table demo_mail. */
@Transactional
class DemoMailbox implements MailTransport {
    private static final int NEWEST = 200;
    private final JdbcClient db;
    private final Clock clock;

    DemoMailbox(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A mail as it was written. */
    record Shown(long id, String recipient, String subject, String body, Instant shownAt) {
        public String at() {
            return Shanghai.minute(shownAt);
        }

        public List<LinkedText.Piece> pieces() {
            return LinkedText.pieces(body);
        }
    }

    /** Once for each Message-ID, however often it is tried. */
    @Override
    public void send(Letter letter) {
        db.sql("""
                        INSERT INTO demo_mail (message_id, recipient, subject, body, shown_at)
                        SELECT :messageId, :recipient, :subject, :body, :at
                        WHERE NOT EXISTS (SELECT 1 FROM demo_mail WHERE message_id = :messageId)
                        """)
                .param("messageId", letter.messageId())
                .param("recipient", letter.address())
                .param("subject", letter.mail().subject())
                .param("body", letter.mail().text())
                .param("at", Timestamps.of(clock.instant()))
                .update();
    }

    /** The newest two hundred to recipients whose address contains this; blank for all. */
    @Transactional(readOnly = true)
    public List<Shown> newest(String recipient) {
        return db.sql("""
                        SELECT id, recipient, subject, body, shown_at FROM demo_mail
                        WHERE LOWER(recipient) LIKE ? ORDER BY id DESC LIMIT ?
                        """)
                .params("%" + recipient.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "") + "%", NEWEST)
                .query((row, n) -> new Shown(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        Timestamps.in(row, "shown_at")))
                .list();
    }
}
