package cn.zhengxun.outreach.mail;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * 5,000 invitations through the whole product on PostgreSQL to a relay that refuses 2 % for good and 10 % twice; the
 * product is killed twice while it sends. Then as many again to a relay that takes everything, beside bare JavaMail.
 * bench/mail.sh runs it.
 */
class MailBench {
    private static final int PEOPLE = 5_000;
    private static final int REFUSED = PEOPLE / 50;
    private static final int SENDERS = Integer.getInteger("senders", 2);
    private static final int[] KILLS = {1_000, 2_500};
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PASSWORD = "Zhengxun#2026";

    private final EmbeddedPostgres server;
    private final JdbcClient db;
    private final Path folder;
    private Process product;

    private MailBench(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.db = JdbcClient.create(server.getPostgresDatabase());
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("mail-bench");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            new MailBench(server, folder).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        load();
        try {
            killedTwice();
            throughput();
        } finally {
            product.destroy();
            product.waitFor();
        }
        load();
    }

    private static void load() {
        System.out.printf(
                "load average %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void killedTwice() throws Exception {
        try (SmtpSink relay = new SmtpSink(true)) {
            start(relay.port());
            ConsultationNumber number = people();
            long begun = System.nanoTime();
            queue(number, 1);
            for (int kill : KILLS) {
                until(() -> relay.count() >= kill);
                product.destroyForcibly().waitFor();
                System.out.println("killed -9 after " + relay.count() + " were taken");
                start(relay.port());
            }
            until(() -> count("status IN ('SENT', 'FAILED')") == PEOPLE);
            System.out.printf("settled after %.0f s, restarts included%n", (System.nanoTime() - begun) / 1e9);
            judge(relay);
        }
    }

    private void judge(SmtpSink relay) {
        var times =
                relay.taken().stream().collect(Collectors.groupingBy(SmtpSink.Taken::messageId, Collectors.counting()));
        long people =
                relay.taken().stream().map(SmtpSink.Taken::number).distinct().count();
        long repeats = relay.count() - times.size();
        var sent = db.sql("SELECT message_id FROM outbox WHERE status = 'SENT'")
                .query(String.class)
                .set();
        int marked = db.sql("SELECT COUNT(*) FROM informant WHERE mail_failure IS NOT NULL")
                .query(Integer.class)
                .single();
        System.out.printf(
                "taken %d, different Message-IDs %d, people %d; FAILED %d, people marked %d; repeats %d (at most %d)%n",
                relay.count(),
                times.size(),
                people,
                count("status = 'FAILED'"),
                marked,
                repeats,
                SENDERS * KILLS.length);
        check(times.size() == PEOPLE - REFUSED, "every mail that can arrive was taken");
        check(people == times.size(), "one Message-ID for each person");
        check(times.keySet().equals(sent), "what was taken is what the outbox says");
        check(count("status = 'FAILED'") == REFUSED && marked == REFUSED, "each refusal for good is marked");
        check(repeats <= (long) SENDERS * KILLS.length, "repeats are at most one for each thread and kill");
    }

    private void throughput() throws Exception {
        product.destroy();
        product.waitFor();
        db.sql("UPDATE informant SET mail_failure = NULL").update();
        try (SmtpSink relay = new SmtpSink(false)) {
            start(relay.port());
            ConsultationNumber number = new ConsultationNumber(db.sql("SELECT number FROM consultation")
                    .query(String.class)
                    .single());
            for (int round = 1; round <= 3; round++) {
                int before = relay.count();
                queue(number, round + 1);
                until(() -> relay.count() >= before + PEOPLE);
                double perSecond = rate(relay, before);
                double bare = bare(relay);
                System.out.printf("BENCH | %d | %.0f | %.0f | %.2f |%n", round, perSecond, bare, perSecond / bare);
                if (round == 3) {
                    check(perSecond >= 200, "at least 200 messages in a second");
                }
            }
        }
    }

    private static double rate(SmtpSink relay, int from) {
        List<SmtpSink.Taken> taken = relay.taken().subList(from, from + PEOPLE);
        return (PEOPLE - 1) / ((taken.get(PEOPLE - 1).nanos() - taken.get(0).nanos()) / 1e9);
    }

    /** JavaMail alone in a loop over one kept connection, with a mail of the same size. */
    private static double bare(SmtpSink relay) throws Exception {
        int before = relay.count();
        Session session = new JavaMailSenderImpl().getSession();
        MailSettings settings = DispatcherContract.SETTINGS;
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(relay.port());
        Mail mail = new MailText("邀请您对《测试条例（草案）》提意见")
                .paragraph("王小明，您好：")
                .paragraph("现在就《测试条例（草案）》听取意见，请您看一看，说一说。".repeat(4))
                .link("http://localhost:8080/i/0123456789012345678901234567890123456789012")
                .build();
        SmtpTransport letters = new SmtpTransport(sender, settings, false, new TestClock());
        try (Transport connection = session.getTransport("smtp")) {
            connection.connect("127.0.0.1", relay.port(), null, null);
            for (int i = 0; i < PEOPLE; i++) {
                var message =
                        letters.compose(new Letter("bare" + i + "@bench.example", "p" + i + "@example.com", mail));
                connection.sendMessage(message, message.getAllRecipients());
            }
        }
        return rate(relay, before);
    }

    private void start(int port) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "cn.zhengxun.Zhengxun",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + port,
                "--zhengxun.demo=false",
                "--zhengxun.admin-password=" + PASSWORD,
                "--zhengxun.library.index=",
                "--zhengxun.mail.from=office@bench.example",
                "--zhengxun.mail.senders=" + SENDERS,
                "--zhengxun.mail.lease=5s",
                "--zhengxun.mail.first-pause=500ms"));
        Path log = folder.resolve("product.log");
        Files.deleteIfExists(log);
        product = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        until(() -> started(log));
    }

    private boolean started(Path log) {
        try {
            if (!product.isAlive()) {
                throw new IllegalStateException("the product ended, see " + log);
            }
            return Files.readString(log).contains("Started Zhengxun");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private ConsultationNumber people() {
        Rows rows = new Rows(db, new TestClock());
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        db.sql("""
                        INSERT INTO informant (name, email, profiling_refused, active, joined_on)
                        SELECT '王小明' || n, 'p' || n || '@example.com', FALSE, TRUE, DATE '2025-01-01'
                        FROM generate_series(0, ? - 1) n
                        """).param(PEOPLE).update();
        db.sql("INSERT INTO invitation (consultation, informant_id, issued_at) SELECT ?, id, now() FROM informant")
                .param(number.value())
                .update();
        return number;
    }

    private void queue(ConsultationNumber number, int revision) {
        db.sql("""
                        INSERT INTO outbox (campaign, consultation, recipient_kind, recipient, template, revision, message_id,
                                            status, attempts, next_try_at, created_at)
                        SELECT 'invitation:' || :number, :number, 'INFORMANT', CAST(id AS VARCHAR), 'invitation', :revision,
                               'r' || :revision || '-' || id || '@bench.example', 'WAITING', 0, :now, :now
                        FROM informant
                        """)
                .param("number", number.value())
                .param("revision", revision)
                .param("now", Timestamps.of(Instant.now()))
                .update();
    }

    private int count(String condition) {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    /** Often enough that a kill comes in the middle of sending. */
    private static void until(BooleanSupplier done) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(done::getAsBoolean);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            System.out.println("FAILED: " + what);
            throw new IllegalStateException(what);
        }
    }
}
