package cn.zhengxun.suggestion;

import cn.zhengxun.Zhengxun;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What bench/load.sh starts: {@code database PORT}, a PostgreSQL that writes to disk at each commit; {@code product
 * PORT JDBC-URL FOLDER PEOPLE}, the product as shipped with a consultation that collects and as many invited people,
 * whose links it writes to FOLDER/links.csv; {@code check JDBC-URL FOLDER}, whether the database holds exactly what was
 * acknowledged. The first two end with their standard input.
 */
public final class LoadServer {

    private LoadServer() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "database" -> database(Integer.parseInt(arguments[1]));
            case "product" ->
                product(
                        Integer.parseInt(arguments[1]),
                        arguments[2],
                        Path.of(arguments[3]),
                        Integer.parseInt(arguments[4]));
            case "check" -> System.exit(check(arguments[1], Path.of(arguments[2])) ? 0 : 1);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void database(int port) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(port)
                // the library switches both off for tests
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            JdbcTemplate db = new JdbcTemplate(server.getPostgresDatabase());
            db.execute("CREATE DATABASE stock");
            System.out.printf(
                    "database\tfsync %s, synchronous_commit %s%n",
                    db.queryForObject("SHOW fsync", String.class),
                    db.queryForObject("SHOW synchronous_commit", String.class));
            untilTheEnd();
        }
    }

    private static void product(int port, String url, Path folder, int people) throws IOException {
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Zhengxun.class)
                .run(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--zhengxun.demo=false",
                        "--zhengxun.admin-password=Zhengxun#2026",
                        "--zhengxun.library.index=",
                        "--logging.level.root=warn",
                        "--logging.level.org.springframework.jdbc.core.JdbcTemplate="
                                + System.getProperty("sql", "warn"))) {
            invite(product, folder.resolve("links.csv"), people);
            System.out.println("product\tready");
            untilTheEnd();
        }
    }

    private static void invite(ConfigurableApplicationContext product, Path links, int people) throws IOException {
        JdbcClient db = product.getBean(JdbcClient.class);
        Rows rows = new Rows(db, new TestClock());
        Invitations invitations = product.getBean(Invitations.class);
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        db.sql("UPDATE consultation SET collect_until = CURRENT_TIMESTAMP + INTERVAL '20' DAY")
                .update();
        List<ClauseId> articles = rows.articles(number);
        List<String> lines = new ArrayList<>(List.of("n,path,clause,consultation,invitation,informant"));
        for (int n = 1; n <= people; n++) {
            InformantId informant = rows.informant("信息员" + n, null);
            InvitationId invitation = rows.invitation(number, informant);
            lines.add("%d,/i/%s,%d,%s,%d,%d"
                    .formatted(
                            n,
                            invitations.mint(invitation),
                            articles.get(n % articles.size()).value(),
                            number.value(),
                            invitation.value(),
                            informant.value()));
        }
        // what autovacuum does within a minute; a table counted while it is empty would be read from end to end from
        // then on
        db.sql("ANALYZE consultation, informant, invitation, invitation_token, clause")
                .update();
        Files.write(links, lines);
    }

    /** Every invited person has exactly one submission with their own two suggestions, word for word, and every receipt is there. */
    private static boolean check(String url, Path folder) throws IOException {
        JdbcTemplate db = new JdbcTemplate(
                new org.springframework.jdbc.datasource.DriverManagerDataSource(url, "postgres", "postgres"));
        int invited = count(db, "SELECT COUNT(*) FROM invitation");
        int lost = count(
                db,
                "SELECT COUNT(*) FROM invitation v WHERE NOT EXISTS (SELECT 1 FROM submission m WHERE m.invitation_id = v.id)");
        int doubled = count(
                db,
                "SELECT COUNT(*) FROM (SELECT invitation_id FROM submission GROUP BY invitation_id HAVING COUNT(*) > 1) more");
        int wrong = count(db, """
                SELECT COUNT(*) FROM submission m JOIN informant p ON p.id = m.informant_id
                WHERE (SELECT COUNT(*) FROM suggestion s WHERE s.submission_id = m.id) <> 2
                   OR NOT EXISTS (SELECT 1 FROM suggestion s JOIN suggestion_words w ON w.suggestion_id = s.id
                        WHERE s.submission_id = m.id AND s.position = 0
                          AND w.original LIKE '第' || SUBSTRING(p.name FROM 4) || '位信息员的第一条意见%写明分量。')
                   OR NOT EXISTS (SELECT 1 FROM suggestion s JOIN suggestion_words w ON w.suggestion_id = s.id
                        WHERE s.submission_id = m.id AND s.position = 1
                          AND w.original LIKE '第' || SUBSTRING(p.name FROM 4) || '位信息员的第二条意见%𠮷。')
                """);
        List<String> acknowledged = Files.readAllLines(folder.resolve("receipts.csv"));
        List<String> kept = db.queryForList(
                "SELECT SUBSTRING(p.name FROM 4) || ',' || m.receipt FROM submission m JOIN informant p ON p.id = m.informant_id",
                String.class);
        long unknown = acknowledged.stream()
                .filter(one -> !java.util.Set.copyOf(kept).contains(one))
                .count();
        System.out.printf(
                "kept\t%d invited, %d acknowledged, %d lost, %d doubled, %d with other words, %d receipts unknown%n",
                invited, acknowledged.size(), lost, doubled, wrong, unknown);
        return lost + doubled + wrong + unknown == 0 && acknowledged.size() == invited;
    }

    private static int count(JdbcTemplate db, String sql) {
        return db.queryForObject(sql, Integer.class);
    }

    private static void untilTheEnd() {
        Scanner input = new Scanner(System.in);
        while (input.hasNextLine()) {
            input.nextLine();
        }
    }
}
