package cn.zhengxun.outreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Against a real IMAP server. */
abstract class BouncesContract {
    @Autowired
    Bounces bounces;

    @Autowired
    BounceRows reports;

    @Autowired
    Directory directory;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private GreenMail server;
    private GreenMailUser user;
    private BounceMailbox mailbox;
    private ConsultationNumber number;

    @BeforeEach
    void start() {
        server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
        server.start();
        String name = "bounces-" + UUID.randomUUID();
        user = server.setUser(name + "@zhengxun.example", name, "secret");
        mailbox = new BounceMailbox(
                new BounceSettings(
                        "127.0.0.1", server.getImap().getPort(), name, "secret", false, Duration.ofMinutes(1), "INBOX"),
                bounces,
                clock);
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String sentTo(InformantId informant) {
        String id = UUID.randomUUID() + "@zhengxun.example";
        db.sql("""
                        INSERT INTO outbox (campaign, consultation, recipient_kind, recipient, template, revision, message_id,
                                            status, attempts, next_try_at, created_at, sent_at)
                        VALUES ('test', ?, 'INFORMANT', ?, 'test', 1, ?, 'SENT', 1, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP,
                                CURRENT_TIMESTAMP)
                        """).params(number.value(), Long.toString(informant.value()), id).update();
        return id;
    }

    private Map<String, Object> row(String messageId) {
        return db.sql("SELECT * FROM outbox WHERE message_id = ?")
                .param(messageId)
                .query()
                .singleRow();
    }

    private static String report(String action, String code, String originalType, String original) {
        return """
                From: MAILER-DAEMON@mx.example
                To: bounces@zhengxun.example
                Subject: Undelivered
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain; charset=x-no-such-charset

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; Ming@Example.com
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --b
                Content-Type: %s

                %s

                --b--
                """.formatted(action, code, originalType, original);
    }

    private void receive(String mail) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private InformantId informant(String email) {
        return rows.informant("王小明", email);
    }

    @Test
    void a_returned_mail_fails_and_marks_the_person_once() throws Exception {
        InformantId informant = informant("ming@example.com");
        String id = sentTo(informant);
        receive(report("failed", "5.1.1", "message/rfc822", "Message-ID: <" + id + ">\nTo: ming@example.com\n\nbody"));
        mailbox.poll();
        assertThat(mailbox.trouble()).isEmpty();
        assertThat(row(id)).containsEntry("status", "FAILED").containsEntry("last_error", "邮件已送出，后来被退回（5.1.1）");
        assertThat(row(id).get("bounced_at")).isNotNull();
        assertThat(directory.informant(informant).orElseThrow().mailFailure()).contains("退回");
        assertThat(flagged("SEEN")).isEqualTo(1);
        long audited = audits();
        mailbox.poll();
        assertThat(audits()).isEqualTo(audited);
    }

    @Test
    void a_report_read_before_a_crash_counts_once() {
        InformantId informant = informant("ming@example.com");
        String id = sentTo(informant);
        var report = java.util.Optional.of(
                new DeliveryReport(id, DeliveryReport.Action.FAILED, "5.1.1", java.util.Set.of("ming@example.com")));
        String source = UUID.randomUUID().toString();
        assertThat(bounces.take(source, report)).isTrue();
        long audited = audits();
        assertThat(bounces.take(source, report)).isTrue();
        assertThat(audits()).isEqualTo(audited);
    }

    @Test
    void the_relays_own_message_id_does_not_hide_ours() throws Exception {
        String id = sentTo(informant("ming@example.com"));
        receive(report("failed", "5.1.1", "text/rfc822-headers", "X-Zhengxun-Message: " + id + "\nSubject: x"));
        mailbox.poll();
        assertThat(row(id)).containsEntry("status", "FAILED");
    }

    @Test
    void an_address_corrected_meanwhile_a_mail_that_expired_and_a_policy_mark_nobody() throws Exception {
        InformantId corrected = informant("new@example.com");
        InformantId expired = informant("ming@example.com");
        InformantId policy = informant("ming@example.com");
        String[] ids = {sentTo(corrected), sentTo(expired), sentTo(policy)};
        String[] codes = {"5.1.1", "4.4.7", "5.7.1"};
        for (int i = 0; i < ids.length; i++) {
            receive(report("failed", codes[i], "text/rfc822-headers", "Message-ID: <" + ids[i] + ">"));
        }
        mailbox.poll();
        assertThat(ids).allSatisfy(id -> assertThat(row(id)).containsEntry("status", "FAILED"));
        assertThat(directory.informant(corrected).orElseThrow().mailFailure()).isNull();
        assertThat(directory.informant(expired).orElseThrow().mailFailure()).isNull();
        assertThat(directory.informant(policy).orElseThrow().mailFailure()).isNull();
    }

    @Test
    void a_delay_is_noted_and_a_delivery_is_dated() throws Exception {
        String id = sentTo(informant("ming@example.com"));
        receive(report("delayed", "4.4.1", "text/rfc822-headers", "Message-ID: <" + id + ">"));
        mailbox.poll();
        assertThat(row(id)).containsEntry("status", "SENT");
        assertThat(row(id).get("last_error")).asString().contains("还在尝试");
        receive(report("delivered", "2.0.0", "text/rfc822-headers", "Message-ID: <" + id + ">"));
        mailbox.poll();
        assertThat(row(id)).containsEntry("status", "SENT").containsEntry("last_error", null);
        assertThat(row(id).get("delivered_at")).isNotNull();
    }

    @Test
    void what_is_no_report_of_ours_stays_unseen_is_flagged_and_stops_nothing() throws Exception {
        int before = reports.count(DeliveryReport.Action.ASIDE);
        String id = sentTo(informant("ming@example.com"));
        receive("From: ming@example.com\nTo: x@zhengxun.example\nSubject: =?x-none?Q?hello?=\n\n请问怎么填？\n");
        receive(report("failed", "5.1.1", "text/rfc822-headers", "Message-ID: <nobody-knows@zhengxun.example>"));
        receive(report("failed", "5.1.1", "text/rfc822-headers", "Message-ID: <" + "x".repeat(5000) + ">"));
        receive(report("dance", "5.1.1", "text/rfc822-headers", "Message-ID: <" + id + ">"));
        receive("Content-Type: multipart/report; boundary=\"b\"\nMIME-Version: 1.0\n\n" + "--b\n".repeat(2000));
        receive(nested(300));
        receive("Content-Type: multipart/report; boundary=\"q\"\nMIME-Version: 1.0\n\n"
                + "x".repeat(80).concat("\n").repeat(30_000));
        receive(report("failed", "5.1.1", "text/rfc822-headers", "Message-ID: <" + id + ">"));
        mailbox.poll();
        assertThat(mailbox.trouble()).isEmpty();
        assertThat(row(id)).containsEntry("status", "FAILED");
        assertThat(flagged("FLAGGED")).isEqualTo(7);
        assertThat(flagged("SEEN")).isEqualTo(1);
        assertThat(reports.count(DeliveryReport.Action.ASIDE)).isEqualTo(before + 7);
        mailbox.poll();
        assertThat(reports.count(DeliveryReport.Action.ASIDE)).isEqualTo(before + 7);
    }

    @Test
    void a_mail_that_people_have_marked_as_deleted_stays_where_it_is() throws Exception {
        receive("From: ming@example.com\nTo: x@zhengxun.example\nSubject: hello\n\nhello\n");
        var inbox = server.getManagers().getImapHostManager().getInbox(user);
        long mail = inbox.getMessages().get(0).getUid();
        inbox.setFlags(new Flags(Flags.Flag.DELETED), true, mail, null, true);
        mailbox.poll();
        assertThat(mailbox.trouble()).isEmpty();
        assertThat(inbox.getMessages()).hasSize(1);
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder("MIME-Version: 1.0\n");
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/report; boundary=\"b")
                    .append(i)
                    .append("\"\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return mail.toString();
    }

    @Test
    void a_mailbox_that_cannot_be_read_is_told_and_nothing_else_happens() {
        BounceMailbox wrong = new BounceMailbox(
                new BounceSettings(
                        "127.0.0.1",
                        server.getImap().getPort(),
                        user.getLogin(),
                        "wrong",
                        false,
                        Duration.ofMinutes(1),
                        "INBOX"),
                bounces,
                clock);
        wrong.poll();
        assertThat(wrong.trouble())
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("核对设置").doesNotContain(user.getLogin()));
        assertThat(wrong.lastRead()).isEmpty();
    }

    private long audits() {
        return db.sql("SELECT COUNT(*) FROM audit_entry").query(Long.class).single();
    }

    private long flagged(String flag) throws Exception {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                .filter(message -> message.getFlags()
                        .contains(flag.equals("SEEN") ? jakarta.mail.Flags.Flag.SEEN : jakarta.mail.Flags.Flag.FLAGGED))
                .count();
    }
}
