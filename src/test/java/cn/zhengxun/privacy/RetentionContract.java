package cn.zhengxun.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

abstract class RetentionContract {
    @Autowired
    RetentionJob job;

    @Autowired
    Retention retention;

    @Autowired
    List<Expiring> classes;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    MockMvc browser;

    private ConsultationNumber old;
    private ConsultationNumber young;
    private InformantId former;
    private InformantId present;

    /** One consultation that was archived two years ago and one that is archived now, with everything that is kept for a while. */
    @BeforeEach
    void two_years_of_data() {
        job.run();
        former = rows.informant("卸任人", "former@example.org");
        write("UPDATE informant SET active = FALSE, term_ends_on = DATE '2020-01-01' WHERE id = ?", former.value());
        present = rows.informant("在任人", "present@example.org");
        old = consultation(TestClock.START.minus(Duration.ofDays(730)));
        young = consultation(TestClock.START.minus(Duration.ofDays(3)));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private ConsultationNumber consultation(Instant archived) {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.ARCHIVED);
        String key = number.value();
        write(
                "UPDATE consultation SET archived_at = ?, collect_closed_at = ? WHERE number = ?",
                at(archived),
                at(archived),
                key);
        long invitation = rows.invitation(number, present).value();
        write(
                "INSERT INTO invitation_token (hash, invitation_id, minted_at) VALUES (?, ?, ?)",
                hash(key),
                invitation,
                at(archived));
        write(
                "INSERT INTO unsent_draft (invitation_id, form, begun_at, saved_at) VALUES (?, '{}', ?, ?)",
                invitation,
                at(archived),
                at(archived));
        rows.suggestion(number, null, null, "过期人说：多种树");
        write(
                "UPDATE submission SET proposer_name = '过期人', proposer_contact = '13000000001', identity_category = '第七代糖画手艺人' WHERE consultation = ?",
                key);
        write(
                "INSERT INTO not_mine_token (hash, submission_id, minted_at) SELECT ?, id, ? FROM submission WHERE consultation = ?",
                hash("not-mine" + key),
                at(archived),
                key);
        write("""
                INSERT INTO outbox (campaign, consultation, recipient_kind, recipient, template, revision, message_id, status, attempts,
                    next_try_at, created_at)
                VALUES (?, ?, 'INFORMANT', ?, 'invitation', 1, ?, 'SENT', 1, ?, ?)
                """, "invitation:" + key, key, "" + present.value(), key, at(archived), at(archived));
        write(
                "INSERT INTO bounce (source, outbox_id, action, read_at) SELECT message_id, id, 'FAILED', created_at FROM outbox WHERE consultation = ?",
                key);
        write(
                "INSERT INTO demo_mail (message_id, recipient, subject, body, shown_at) VALUES (?, 'p@example.org', '', '', ?)",
                "demo" + key,
                at(archived));
        write(
                "INSERT INTO waiting_file (id, purpose, file_name, file_sha256, uploaded_by, uploaded_at, expires_at, remarks) VALUES (?, 'INFORMANTS', '', '', 'staff', ?, ?, '')",
                key,
                at(archived.minus(Duration.ofDays(2))),
                at(archived));
        return number;
    }

    @Test
    void what_is_over_goes_and_everything_else_stays() {
        assertThat(due())
                .containsEntry("unsent-drafts", 1)
                .containsEntry("contacts-on-forms", 1)
                .containsEntry("personal-links", 1)
                .containsEntry("not-mine-links", 1)
                .containsEntry("sent-mail", 1)
                .containsEntry("demo-mail", 1)
                .containsEntry("waiting-imports", 1)
                .containsEntry("former-informants", 1);

        Map<String, Integer> removed = job.run().orElseThrow();

        assertThat(removed).containsAllEntriesOf(Map.of("unsent-drafts", 1, "sent-mail", 1, "former-informants", 1));
        assertThat(due().values()).containsOnly(0);
        assertThat(kept(old)).isEqualTo("0 0 0 0 0 0 0 0");
        assertThat(kept(young)).isEqualTo("1 1 1 1 1 1 1 1");
        assertThat(words(old)).as("without the author").isEqualTo("■■说：多种树");
        assertThat(words(young)).isEqualTo("过期人说：多种树");
        assertThat(name(former)).isEqualTo("（已删除）");
        assertThat(name(present)).isEqualTo("在任人");
        assertThat(job.run().orElseThrow().values()).as("again").containsOnly(0);
    }

    @Test
    void a_request_that_was_answered_long_ago_says_no_more_whose_it_was() {
        String old = request(TestClock.START.minus(Duration.ofDays(3 * 366)), "DONE");
        String young = request(TestClock.START.minus(Duration.ofDays(2 * 365)), "DONE");
        String open = request(TestClock.START.minus(Duration.ofDays(3 * 366)), "OPEN");
        assertThat(due()).containsEntry("requests", 1);

        job.run();

        assertThat(due()).containsEntry("requests", 0);
        assertThat(told(old)).isEqualTo("CORRECTION DONE null null null null");
        assertThat(told(young)).contains("来电的人").contains("请更正");
        assertThat(told(open)).contains("来电的人").contains("请更正");
    }

    private String request(Instant decided, String state) {
        String number = "T" + java.util.UUID.randomUUID().toString().substring(0, 18);
        write("""
                INSERT INTO privacy_request (number, kind, informant_id, way, asker, wish, received_on, recorded_at, recorded_by, due_on,
                    state, decided_at, decided_by, reply)
                VALUES (?, 'CORRECTION', ?, 'TELEPHONE', '来电的人', '请更正', DATE '2020-01-01', ?, 'staff', DATE '2020-01-15', ?, ?, 'staff', '已更正')
                """, number, present.value(), at(decided), state, at(decided));
        return number;
    }

    private String told(String number) {
        return db.sql("SELECT kind, state, informant_id, asker, wish, reply FROM privacy_request WHERE number = ?")
                .param(number)
                .query((row, n) -> String.join(
                        " ",
                        List.of(
                                row.getString(1),
                                row.getString(2),
                                "" + row.getString(3),
                                "" + row.getString(4),
                                "" + row.getString(5),
                                "" + row.getString(6))))
                .single();
    }

    @Test
    void the_period_ends_to_the_day() {
        job.run();
        clock.set(TestClock.START.plus(Duration.ofDays(26)));
        assertThat(due()).containsEntry("unsent-drafts", 0);
        clock.set(TestClock.START.plus(Duration.ofDays(28)));
        assertThat(due().get("unsent-drafts")).isPositive();
    }

    /** A batch that is cut off takes nothing back of those before it, and the next run does the rest. */
    @Test
    void a_run_that_was_killed_in_the_middle_is_resumed() {
        long run = retention.begin("demo-mail");
        int first = retention.remove(new RemoveExpired("demo-mail", run));
        assertThat(first).isEqualTo(1);
        TransactionTemplate killed = new TransactionTemplate(transactions);
        killed.executeWithoutResult(batch -> {
            classes.stream()
                    .filter(one -> one.code().equals("sent-mail"))
                    .forEach(one -> one.remove(clock.instant().minus(Duration.ofDays(365)), 10));
            batch.setRollbackOnly();
        });

        assertThat(due()).containsEntry("demo-mail", 0).containsEntry("sent-mail", 1);
        assertThat(last("demo-mail").endedAt()).as("cut off").isNull();
        assertThat(job.run().orElseThrow()).containsEntry("demo-mail", 0).containsEntry("sent-mail", 1);
        assertThat(last("demo-mail").endedAt()).isNotNull();
    }

    @Test
    void two_nodes_take_turns() {
        new TransactionTemplate(transactions).executeWithoutResult(held -> {
            assertThat(db.sql("SELECT id FROM retention_turn WHERE id = 1 FOR UPDATE")
                            .query(Integer.class)
                            .list())
                    .hasSize(1);
            assertThat(java.util.concurrent.CompletableFuture.supplyAsync(job::run)
                            .join())
                    .isEmpty();
        });
        assertThat(job.run()).isPresent();
    }

    @Test
    void each_batch_is_audited_by_counts() {
        job.run();
        assertThat(db.sql("SELECT detail FROM audit_entry WHERE action = 'RemoveExpired' ORDER BY id DESC")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(detail -> detail.matches("\\{\"class\":\"[a-z-]+\",\"rows\":[0-9]+}"));
    }

    @Test
    void the_page_says_what_is_due_and_the_director_may_not_wait_for_the_night() throws Exception {
        String page = page("staff");
        assertThat(page).contains("没有提交的草稿", "30天", "从征询归档或终止起", "按档案法保存").doesNotContain("??", "现在清理</button>");
        assertThat(page("camunda-admin")).contains("现在清理</button>");

        var answer = browser.perform(post("/retention")
                        .with(csrf())
                        .with(user("director").authorities(new SimpleGrantedAuthority("director"))))
                .andReturn();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/retention");
        assertThat(answer.getFlashMap().get("done").toString()).startsWith("已清理");
        assertThat(page("director")).contains("现在没有到期的信息", "已完成").doesNotContain("现在清理</button>");
    }

    private String page(String role) throws Exception {
        return browser.perform(get("/retention").with(user(role).authorities(new SimpleGrantedAuthority(role))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Map<String, Integer> due() {
        return retention.standings().stream()
                .collect(java.util.stream.Collectors.toMap(Retention.Standing::code, Retention.Standing::due));
    }

    private RetentionRows.Run last(String code) {
        return retention.standings().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow()
                .last();
    }

    private String kept(ConsultationNumber number) {
        return String.join(
                " ",
                List.of(
                                "invitation_token t JOIN invitation i ON i.id = t.invitation_id WHERE i.consultation = ?",
                                "unsent_draft d JOIN invitation i ON i.id = d.invitation_id WHERE i.consultation = ?",
                                "submission WHERE consultation = ? AND proposer_contact IS NOT NULL",
                                "submission WHERE consultation = ? AND identity_category <> '其他'",
                                "not_mine_token t JOIN submission m ON m.id = t.submission_id WHERE m.consultation = ?",
                                "outbox o JOIN bounce b ON b.outbox_id = o.id WHERE o.consultation = ?",
                                "demo_mail WHERE 'demo' || ? = message_id",
                                "waiting_file WHERE id = ?")
                        .stream()
                        .map(from -> db.sql("SELECT COUNT(*) FROM " + from)
                                .param(number.value())
                                .query(String.class)
                                .single())
                        .toList());
    }

    private String words(ConsultationNumber number) {
        return db.sql(
                        "SELECT w.original FROM suggestion_words w JOIN suggestion s ON s.id = w.suggestion_id WHERE s.consultation = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private String name(InformantId id) {
        return db.sql("SELECT name FROM informant WHERE id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private static String hash(String number) {
        return cn.zhengxun.kernel.Sha256.of(number);
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return Timestamps.of(instant);
    }

    private void write(String sql, Object... values) {
        assertThat(db.sql(sql).params(values).update()).as(sql).isPositive();
    }
}
