package cn.zhengxun.outreach.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.identity.Users;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

abstract class DispatcherContract {
    static final MailSettings SETTINGS = new MailSettings(
            "office@zhengxun.example",
            "联系点",
            "",
            true,
            2,
            0,
            Duration.ofMillis(20),
            Duration.ofMinutes(10),
            20,
            Duration.ofMinutes(1));

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows mails;

    @Autowired
    Invitations invitations;

    @Autowired
    List<MailWriter> writers;

    @Autowired
    Directory directory;

    @Autowired
    Users users;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private ConsultationNumber number;
    private TransactionTemplate transaction;

    @BeforeEach
    void nothing_else_waits() {
        transaction = new TransactionTemplate(transactions);
        number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        db.sql("UPDATE outbox SET status = 'CANCELLED' WHERE status IN ('WAITING', 'SENDING')")
                .update();
    }

    @AfterEach
    void set_the_clock_back() {
        clock.reset();
    }

    private Dispatcher dispatcher(MailTransport transport, List<MailWriter> writers) {
        Channels channels =
                new Channels(List.of(transport), directory, users, submission -> java.util.Optional.empty(), clock);
        Delivery delivery = new Delivery(mails, writers, channels, directory, SETTINGS, clock, transactions);
        return new Dispatcher(mails, delivery, channels, new Rate(SETTINGS), SETTINGS, clock, transactions);
    }

    private Dispatcher dispatcher(MailTransport transport) {
        return dispatcher(transport, writers);
    }

    private MailTransport smtp(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SmtpTransport(sender, SETTINGS, false, clock);
    }

    private InformantId invited(String email) {
        InformantId informant = rows.informant("王小明", email);
        rows.invitation(number, informant);
        queue(informant, "invitation");
        return informant;
    }

    private void queue(InformantId informant, String template) {
        transaction.executeWithoutResult(
                status -> outbox.queue(template + ":" + number, number, Recipient.informant(informant), template, 1));
    }

    private Map<String, Object> row(InformantId informant) {
        return db.sql("SELECT * FROM outbox WHERE consultation = ? AND recipient = ?")
                .params(number.value(), Long.toString(informant.value()))
                .query()
                .singleRow();
    }

    @Test
    void an_invitation_arrives_in_two_parts_with_a_link_that_works() throws Exception {
        GreenMail relay = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        relay.start();
        try {
            InformantId informant = invited("ming@example.com");
            assertThat(dispatcher(smtp(relay.getSmtp().getPort())).dispatchOnce())
                    .isEqualTo(1);

            MimeMessage message = relay.getReceivedMessages()[0];
            assertThat(message.getSubject()).startsWith("邀请您对《").endsWith("提意见");
            assertThat(message.getAllRecipients()[0]).hasToString("ming@example.com");
            assertThat(message.getFrom()[0].toString()).contains("office@zhengxun.example");
            assertThat(message.getMessageID()).isEqualTo("<" + row(informant).get("message_id") + ">");
            List<BodyPart> parts = parts(message);
            assertThat(parts.get(0).getContentType())
                    .containsIgnoringCase("text/plain")
                    .containsIgnoringCase("utf-8");
            assertThat(parts.get(1).getContentType())
                    .containsIgnoringCase("text/html")
                    .containsIgnoringCase("utf-8");
            String text = (String) parts.get(0).getContent();
            assertThat(text).contains("王小明，您好", "不用密码", "停止发送");
            assertThat((String) parts.get(1).getContent()).contains("<a href=");
            assertThat(invitations.byToken(token(text)).orElseThrow().informant())
                    .isEqualTo(informant);
            assertThat(row(informant)).containsEntry("status", "SENT");
            assertThat(row(informant).toString()).doesNotContain("ming@example.com", token(text));
        } finally {
            relay.stop();
        }
    }

    private static List<BodyPart> parts(MimeMessage message) throws Exception {
        MimeMultipart alternatives = (MimeMultipart) message.getContent();
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        List<BodyPart> parts = new ArrayList<>();
        for (int i = 0; i < alternatives.getCount(); i++) {
            parts.add(alternatives.getBodyPart(i));
        }
        return parts;
    }

    private static String token(String text) {
        Matcher link = Pattern.compile("/i/([A-Za-z0-9_-]{43})").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void a_refused_address_fails_for_good_a_busy_one_waits_and_neither_stops_the_next() throws Exception {
        try (RefusingRelay relay = new RefusingRelay()) {
            InformantId gone = invited("gone@example.com");
            InformantId busy = invited("busy@example.com");
            InformantId malformed = invited("不是地址");
            InformantId none = invited(null);
            InformantId fine = invited("fine@example.com");
            Dispatcher dispatcher = dispatcher(smtp(relay.port()));
            assertThat(dispatcher.dispatchOnce()).isEqualTo(5);

            assertThat(row(gone)).containsEntry("status", "FAILED");
            assertThat(row(gone).get("last_error")).asString().contains("550").doesNotContain("@");
            assertThat(directory.informant(gone).orElseThrow().mailFailure()).contains("550");
            assertThat(directory.informant(busy).orElseThrow().mailFailure()).isNull();
            assertThat(row(busy)).containsEntry("status", "WAITING");
            assertThat(row(busy).get("last_error")).asString().contains("451").doesNotContain("@");
            assertThat(row(malformed)).containsEntry("status", "FAILED");
            assertThat(row(none)).containsEntry("status", "FAILED");
            assertThat(row(none).get("last_error")).asString().contains("没有邮箱地址");
            assertThat(row(fine)).containsEntry("status", "SENT").containsEntry("channel", "EMAIL");
            assertThat(relay.taken()).hasSize(1).first().asString().contains("fine@example.com");
            assertThat(dispatcher.dispatchOnce()).isZero();
        }
    }

    @Test
    void retries_are_spread_over_four_hours_and_then_end() throws Exception {
        InformantId informant = invited("busy@example.com");
        Dispatcher dispatcher = dispatcher(letter -> {
            throw new DeliveryFailure(DeliveryFailure.Fault.FOR_NOW, "邮件服务器连接中断", null);
        });
        Duration waited = Duration.ZERO;
        for (Duration pause = Duration.ofMinutes(1); dispatcher.dispatchOnce() == 1; pause = pause.multipliedBy(2)) {
            if (row(informant).get("status").equals("FAILED")) {
                break;
            }
            clock.forward(pause.minusSeconds(1));
            assertThat(dispatcher.dispatchOnce()).isZero();
            // pauses are longer by up to a tenth, so that what failed together does not come back together
            clock.forward(pause.dividedBy(10).plusSeconds(1));
            waited = waited.plus(pause);
        }
        assertThat(waited).isGreaterThanOrEqualTo(Duration.ofHours(4));
        assertThat(row(informant)).containsEntry("status", "FAILED").containsEntry("attempts", 9);
    }

    @Test
    void a_mail_whose_sender_died_is_sent_after_its_lease_with_the_same_message_id() throws Exception {
        InformantId informant = invited("ming@example.com");
        List<String> ids = new ArrayList<>();
        Dispatcher killed = dispatcher(letter -> {
            ids.add(letter.messageId());
            throw new ThreadDeathForTest();
        });
        assertThatThrownBy(killed::dispatchOnce).isInstanceOf(ThreadDeathForTest.class);
        Dispatcher other = dispatcher(letter -> ids.add(letter.messageId()));
        assertThat(other.dispatchOnce()).isZero();
        clock.forward(Duration.ofMinutes(10));
        assertThat(other.dispatchOnce()).isEqualTo(1);
        assertThat(ids).hasSize(2).containsOnly((String) row(informant).get("message_id"));
        assertThat(row(informant)).containsEntry("status", "SENT");
    }

    private static final class ThreadDeathForTest extends Error {}

    @Test
    void who_answers_between_queueing_and_writing_gets_no_reminder() throws Exception {
        InformantId informant = rows.informant("王小明", "ming@example.com");
        InvitationId invitation = rows.invitation(number, informant);
        queue(informant, "reminder");
        invitations.answered(invitation);
        List<Letter> sent = new ArrayList<>();
        dispatcher(sent::add).dispatchOnce();
        assertThat(sent).isEmpty();
        assertThat(row(informant)).containsEntry("status", "CANCELLED");
    }

    @Test
    void a_reminder_whose_retry_falls_into_the_night_waits_for_the_morning_and_counts_no_attempt() throws Exception {
        InformantId informant = rows.informant("王小明", "ming@example.com");
        rows.invitation(number, informant);
        queue(informant, "reminder");
        List<Letter> sent = new ArrayList<>();
        clock.set(Instant.parse("2026-11-23T20:30:00+08:00"));
        dispatcher(sent::add).dispatchOnce();
        assertThat(sent).isEmpty();
        assertThat(row(informant)).containsEntry("status", "WAITING").containsEntry("attempts", 0);
        clock.set(Instant.parse("2026-11-24T07:59:00+08:00"));
        assertThat(dispatcher(sent::add).dispatchOnce()).isZero();
        clock.set(Instant.parse("2026-11-24T08:00:00+08:00"));
        assertThat(dispatcher(sent::add).dispatchOnce()).isEqualTo(1);
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_writer_that_fails_keeps_its_mail_waiting_and_tells_no_more_than_the_kind_of_failure() throws Exception {
        InformantId informant = invited("ming@example.com");
        MailWriter broken = new MailWriter() {
            @Override
            public String template() {
                return "invitation";
            }

            @Override
            public Mail write(QueuedMail mail) {
                throw new IllegalStateException("ming@example.com");
            }
        };
        dispatcher(letter -> {}, List.of(broken)).dispatchOnce();
        assertThat(row(informant)).containsEntry("status", "WAITING");
        assertThat(row(informant).get("last_error")).isEqualTo("邮件没有写成（IllegalStateException）");
    }

    @Test
    void two_nodes_with_two_threads_each_lose_nothing_and_send_nothing_twice_to_a_relay_that_fails() throws Exception {
        IntStream.range(0, 200).forEach(i -> invited("p" + i + "@example.com"));
        long refused = IntStream.range(0, 200).filter(SmtpSink::refusedForGood).count();
        try (SmtpSink relay = new SmtpSink(true)) {
            List<Dispatcher> nodes = List.of(dispatcher(smtp(relay.port())), dispatcher(smtp(relay.port())));
            nodes.forEach(Dispatcher::start);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        clock.forward(Duration.ofSeconds(20));
                        return count("SENT") + count("FAILED") == 200;
                    });
            nodes.forEach(Dispatcher::stop);
            assertThat(relay.taken().stream().map(SmtpSink.Taken::messageId))
                    .hasSize((int) (200 - refused))
                    .doesNotHaveDuplicates();
            assertThat(relay.connections()).as("connections are kept").isLessThan(100);
        }
        assertThat(count("FAILED")).isEqualTo((int) refused);
    }

    @Test
    void a_node_that_stops_finishes_the_mail_in_hand_and_gives_the_rest_back() throws Exception {
        IntStream.range(0, 50).forEach(i -> invited("p" + i + "@example.com"));
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch stopping = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
        Dispatcher node = dispatcher(letter -> {
            begun.countDown();
            awaiting(stopping);
            sent.add(letter.messageId());
        });
        node.start();
        awaiting(begun);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(node::stop);
        await().until(node::stopping);
        stopping.countDown();
        stop.get(20, TimeUnit.SECONDS);
        assertThat(sent).hasSize(2);
        assertThat(count("SENT")).isEqualTo(2);
        assertThat(count("WAITING")).isEqualTo(48);
        assertThat(db.sql("SELECT MAX(attempts) FROM outbox WHERE consultation = ? AND status = 'WAITING'")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_relay_that_takes_nothing_uses_up_nobodys_attempts() throws Exception {
        List<InformantId> all = IntStream.range(0, 5)
                .mapToObj(i -> invited("p" + i + "@example.com"))
                .toList();
        List<String> tried = new ArrayList<>();
        boolean[] open = {false};
        Dispatcher dispatcher = dispatcher(letter -> {
            tried.add(letter.messageId());
            if (!open[0]) {
                throw new DeliveryFailure(DeliveryFailure.Fault.CHANNEL, "连不上邮件服务器", null);
            }
        });
        for (int hour = 0; hour < 12; hour++) {
            dispatcher.dispatchOnce();
            assertThat(dispatcher.dispatchOnce())
                    .as("it stands still for a while")
                    .isZero();
            clock.forward(Duration.ofHours(1));
        }
        assertThat(tried).as("one mail at a time feels the way").hasSize(12);
        assertThat(count("WAITING")).isEqualTo(5);
        assertThat(all).anySatisfy(one -> assertThat(row(one).get("last_error")).isEqualTo("连不上邮件服务器"));
        open[0] = true;
        dispatcher.dispatchOnce();
        assertThat(count("SENT")).isEqualTo(5);
    }

    private int count(String status) {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE consultation = ? AND status = ?")
                .params(number.value(), status)
                .query(Integer.class)
                .single();
    }

    private static void awaiting(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
