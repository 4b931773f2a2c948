package cn.zhengxun.process;

import cn.zhengxun.Zhengxun;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.consultation.SavePlan;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.PushedPages;
import cn.zhengxun.outreach.audience.AudiencePreview;
import cn.zhengxun.outreach.audience.Audiences;
import cn.zhengxun.testing.PostgresServer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The push of step 3 with 100,000 informants on PostgreSQL, the whole product in one JVM; bench/push.sh runs it. The
 * yardstick is a plain JDBC batch of the same rows into copies of the same tables. Exit code 1 where a count takes 300 ms
 * or more, a page after the push does, writing takes 20 s or more, the process instance costs more than twice as much for
 * 100,000 people as for 10, or the count differs from a hand-written SQL.
 */
public final class PushBench {
    private static final int PEOPLE = 100_000;
    private static final int ROUNDS = 20;
    private static final int BATCH = 500;
    private static final String CAPABILITY = "(环保 OR 化工) AND 站点 NOT 停用";
    private static final List<String> EXPRESSIONS =
            List.of(CAPABILITY, "", "餐饮 或 站点:小院7 或 站点类别:立法联络站", "(餐饮 或 教师 或 环保) 且 近90天未征询 且 非 任期:将满", "标签:无人有");
    private static final String LAW = "城市绿化条例\n\n第一条 为了保护城市绿化，制定本条例。\n\n第二条 禁止损坏树木。\n";

    private final ProcessEngine engine;
    private final JdbcTemplate db;
    private final ConfigurableApplicationContext product;
    private boolean good = true;
    private List<ExpertId> experts = List.of();

    private PushBench(ConfigurableApplicationContext product) {
        this.product = product;
        this.engine = product.getBean(ProcessEngine.class);
        this.db = product.getBean(JdbcTemplate.class);
    }

    public static void main(String[] arguments) throws Exception {
        String url = PostgresServer.url() + "&reWriteBatchedInserts=" + Boolean.getBoolean("rewrite");
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Zhengxun.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres")) {
            PushBench bench = new PushBench(product);
            bench.run();
            System.out.println(bench.good ? "passed" : "FAILED");
            System.exit(bench.good ? 0 : 1);
        }
    }

    private void run() throws SQLException {
        Walk walk = new Walk(engine);
        List.of("staff", "director", "leader", "expert1", "expert2").forEach(walk::account);
        experts();
        stations();
        people(1, 10);
        Cost few = start(walk);
        Push small = push(walk);
        people(11, PEOPLE);
        counts();
        Cost many = start(walk);
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .forEach(MemoryPoolMXBean::resetPeakUsage);
        Push large = push(walk);
        System.out.printf(
                "heap at most while pushing (MB, limit %d)\t%d%n",
                megabytes(Runtime.getRuntime().maxMemory()), heapPeak());
        large.print(PEOPLE);
        yardstick(large);
        System.out.printf("start of an instance, 10 people\t%.1f ms, %d engine rows%n", few.millis, few.rows);
        System.out.printf("start of an instance, 100,000 people\t%.1f ms, %d engine rows%n", many.millis, many.rows);
        System.out.printf(
                "engine rows once pushed, 10 and 100,000 people\t%d, %d%n", small.engineRows, large.engineRows);
        check(many.millis <= 2 * few.millis && many.rows <= 2 * few.rows, "the start's cost grows with the people");
        check(large.engineRows <= 2 * small.engineRows, "the push step's rows grow with the people");
        check(large.total() < 20_000, "writing takes 20 s or more");
        check(new PushedPages(product).measure(large.number), "a page after the push is slow");
    }

    private void check(boolean holds, String complaint) {
        if (!holds) {
            good = false;
            System.out.println("FAILED: " + complaint);
        }
    }

    private void experts() {
        for (String user : List.of("expert1", "expert2")) {
            db.update("INSERT INTO expert (name, user_id, active) VALUES (?, ?, TRUE)", user, user);
        }
        experts = db.queryForList("SELECT id FROM expert ORDER BY id", Long.class).stream()
                .map(ExpertId::new)
                .toList();
    }

    private void stations() {
        for (int i = 0; i < 13; i++) {
            db.update(
                    "INSERT INTO station (name, kind, active) VALUES (?, ?, ?)",
                    "小院" + i,
                    i % 4 == 0 ? "立法联络站" : "立法议事小院",
                    i != 12);
        }
        for (String tag : List.of("餐饮", "教师", "环保", "化工", "法律", "医疗", "养老", "交通", "物业", "文化")) {
            db.update("INSERT INTO tag (family, name) VALUES ('行业', ?)", tag);
        }
    }

    /** One in fifty refused profiling, one in forty is inactive, one in thirty out of office; two tags each. */
    private void people(int from, int to) {
        db.update("""
                INSERT INTO informant (name, email, station_id, profiling_refused, active, joined_on, term_ends_on)
                SELECT '信息员' || n, 'p' || n || '@example.com', CASE WHEN n % 20 = 19 THEN NULL ELSE n % 13 + 1 END,
                       n % 50 = 0, n % 40 <> 3, DATE '2025-01-01',
                       CASE WHEN n % 30 = 7 THEN CURRENT_DATE - 1 ELSE CURRENT_DATE + 30 + n % 900 END
                FROM generate_series(?, ?) n
                """, from, to);
        db.update("""
                INSERT INTO informant_tag (informant_id, tag_id)
                SELECT i.id, t.id FROM informant i JOIN tag t ON t.id IN (i.id * 7 % 10 + 1, i.id / 10 % 10 + 1)
                WHERE NOT EXISTS (SELECT 1 FROM informant_tag x WHERE x.informant_id = i.id)
                """);
        db.execute("ANALYZE informant");
        db.execute("ANALYZE informant_tag");
    }

    private void counts() {
        Audiences audiences = product.getBean(Audiences.class);
        for (String expression : EXPRESSIONS) {
            double first = millis(() -> audiences.preview(expression));
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                times.add(millis(() -> audiences.preview(expression)));
            }
            times.sort(null);
            AudiencePreview preview = audiences.preview(expression);
            System.out.printf(
                    "count %s\t%d people, first %.0f ms, median %.0f ms, most %.0f ms%n",
                    expression.isEmpty() ? "(全部)" : expression,
                    preview.count(),
                    first,
                    times.get(ROUNDS / 2),
                    times.get(ROUNDS - 1));
            check(times.get(ROUNDS / 2) < 300, "the count takes 300 ms or more");
            if (expression.equals(CAPABILITY)) {
                check(preview.count() == byHand(), "the count differs from SQL by hand: " + byHand());
            }
        }
    }

    private int byHand() {
        return Objects.requireNonNull(db.queryForObject("""
                SELECT COUNT(DISTINCT p.id) FROM informant p JOIN informant_tag pt ON pt.informant_id = p.id
                JOIN tag g ON g.id = pt.tag_id JOIN station x ON x.id = p.station_id
                WHERE g.name IN ('环保', '化工') AND x.active AND p.active AND NOT p.profiling_refused
                  AND p.term_ends_on >= CURRENT_DATE
                """, Integer.class));
    }

    private record Cost(double millis, long rows) {}

    /** The median of some, after a few to warm up. */
    private Cost start(Walk walk) {
        for (int i = 0; i < 10; i++) {
            walk.start(letter());
        }
        long before = engineRows();
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, Object> form = letter();
            times.add(millis(() -> walk.start(form)));
        }
        times.sort(null);
        return new Cost(times.get(ROUNDS / 2), (engineRows() - before) / ROUNDS);
    }

    private record Push(
            ConsultationNumber number, double propose, double freeze, double issue, double queue, long engineRows) {
        double total() {
            return propose + freeze + issue + queue;
        }

        void print(int people) {
            System.out.printf("propose a list of %d with reasons\t%.0f ms%n", people, propose);
            System.out.printf("confirm it\t%.0f ms%n", freeze);
            System.out.printf("write the invitations\t%.0f ms%n", issue);
            System.out.printf("write the outbox\t%.0f ms%n", queue);
            System.out.printf("all together\t%.0f ms%n", total());
        }
    }

    private Push push(Walk walk) {
        Drafts drafts = product.getBean(Drafts.class);
        long before = engineRows();
        ConsultationNumber number = walk.start(letter());
        walk.run("callActivity_intake");
        var draft = product.getBean(Consultations.class).find(number).draft();
        walk.as("staff", () -> drafts.confirm(new ConfirmStructure(draft)));
        walk.complete("userTask_confirmStructure", "staff");
        walk.complete("userTask_acceptIntake", "director", "decision", "accept");
        walk.run("callActivity_plan");
        var clause = drafts.clauses(draft).articles().get(1).id();
        walk.as(
                "staff",
                () -> product.getBean(Plans.class)
                        .save(new SavePlan(
                                number,
                                "听取居民对绿化的意见",
                                List.of(new Plan.Focus(clause, "您觉得谁该管绿化？")),
                                "全部",
                                List.of("个人链接"),
                                "",
                                experts,
                                2)));
        walk.complete("userTask_draftPlan", "staff");
        walk.complete("userTask_approvePlan", "director", "decision", "approve");
        double propose = millis(() -> walk.run("callActivity_push"));
        double freeze = millis(() -> walk.complete("userTask_confirmAudience", "staff"));
        double issue = millis(() -> walk.run("serviceTask_issueInvitations"));
        double queue = millis(() -> walk.run("serviceTask_queueMail"));
        return new Push(number, propose, freeze, issue, queue, engineRows() - before);
    }

    /** A start form with a deadline that leaves time. */
    private static Map<String, Object> letter() {
        Map<String, Object> form = TenStepsContract.letter();
        form.put("deadline", LocalDate.now(Shanghai.ZONE).plusDays(40).toString());
        return form;
    }

    /** Rows in the engine's tables of running and finished things. */
    private long engineRows() {
        return db.queryForList("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND (table_name LIKE 'act_ru_%' OR table_name LIKE 'act_hi_%')
                """, String.class).stream()
                .mapToLong(
                        table -> Objects.requireNonNull(db.queryForObject("SELECT COUNT(*) FROM " + table, Long.class)))
                .sum();
    }

    /** The same rows by a plain batch, into copies of the tables with their indexes. */
    private void yardstick(Push push) throws SQLException {
        for (String table : List.of("audience_member", "invitation", "outbox")) {
            db.execute("CREATE TABLE plain_" + table + " (LIKE " + table + " INCLUDING ALL)");
        }
        List<Map<String, Object>> members = rows("SELECT informant_id, included, reason FROM audience_member", push);
        List<Map<String, Object>> mails =
                rows("SELECT recipient, message_id FROM outbox WHERE template = 'invitation'", push);
        long asked =
                members.stream().filter(row -> (Boolean) row.get("included")).count();
        double plain = millis(() -> batch(
                "INSERT INTO plain_audience_member (consultation, informant_id, included, reason) VALUES (?, ?, ?, ?)",
                members.stream()
                        .map(row -> new Object[] {
                            push.number.value(), row.get("informant_id"), row.get("included"), row.get("reason")
                        })
                        .toList()));
        plain += millis(() -> batch(
                "INSERT INTO plain_invitation (consultation, informant_id, issued_at) VALUES (?, ?, now())",
                members.stream()
                        .filter(row -> (Boolean) row.get("included"))
                        .map(row -> new Object[] {push.number.value(), row.get("informant_id")})
                        .toList()));
        plain += millis(() -> batch(
                """
                INSERT INTO plain_outbox (campaign, consultation, recipient_kind, recipient, template, revision,
                    message_id, status, attempts, next_try_at, created_at)
                VALUES ('invitation', ?, 'INFORMANT', ?, 'invitation', 1, ?, 'WAITING', 0, now(), now())
                """,
                mails.stream()
                        .map(row -> new Object[] {push.number.value(), row.get("recipient"), row.get("message_id")})
                        .toList()));
        System.out.printf(
                "rows: list %d, invitations %d, outbox %d; the same by plain batches\t%.0f ms, ratio %.2f%n",
                members.size(), asked, mails.size(), plain, push.total() / plain);
        check(asked > PEOPLE / 2 && mails.size() == asked, "somebody was left out");
    }

    private List<Map<String, Object>> rows(String select, Push push) {
        String where = select.contains(" WHERE ") ? " AND consultation = ?" : " WHERE consultation = ?";
        return db.queryForList(select + where, push.number.value());
    }

    private int batch(String sql, List<Object[]> rows) {
        try (Connection connection = product.getBean(DataSource.class).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            int waiting = 0;
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            connection.commit();
            return waiting;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static double millis(Supplier<?> action) {
        long start = System.nanoTime();
        action.get();
        return (System.nanoTime() - start) / 1e6;
    }

    private static long heapPeak() {
        return megabytes(ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum());
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }
}
