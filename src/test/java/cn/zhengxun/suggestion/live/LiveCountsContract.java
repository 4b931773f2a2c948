package cn.zhengxun.suggestion.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.UriComponentsBuilder;

/** Watching a consultation: by the real stream, and with watchers that note what they get. */
abstract class LiveCountsContract {
    @Autowired
    LiveCounts live;

    @Autowired
    MockMvc browser;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private ConsultationNumber number;

    @BeforeEach
    void a_consultation() {
        // other tests open the stream, too
        live.end(null);
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
    }

    @AfterEach
    void nobody_watches_any_more() {
        live.end(null);
        clock.reset();
    }

    /** Notes the data of each event. */
    private static class Noting extends SseEmitter {
        final List<String> events = Collections.synchronizedList(new ArrayList<>());
        boolean gone;

        @Override
        public void send(SseEventBuilder event) throws IOException {
            if (gone) {
                throw new IOException("broken pipe");
            }
            events.add(event.build().stream()
                    .map(part -> String.valueOf(part.getData()))
                    .collect(Collectors.joining()));
        }

        List<String> tallies() {
            return events.stream()
                    .filter(event -> event.contains("event:tally"))
                    .toList();
        }
    }

    private void arrives(String words) {
        rows.suggestion(number, null, rows.articles(number).get(0), words);
        live.changed(number);
    }

    private MvcResult watch(String role, String known) throws Exception {
        MockHttpServletRequestBuilder request = get(URI.create(UriComponentsBuilder.fromPath("/consultations/{n}/live")
                        .buildAndExpand(number.value())
                        .encode()
                        .toUriString()))
                .with(user("somebody").authorities(new SimpleGrantedAuthority(role)));
        return browser.perform(known == null ? request : request.header("Last-Event-ID", known))
                .andReturn();
    }

    /** The program's own tick may have been faster, and a reading makes the next one wait ten times as long. */
    private void eventually(ThrowingRunnable seen) {
        await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
            live.tick();
            seen.run();
        });
    }

    private static String sent(MvcResult watcher) throws Exception {
        return watcher.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void what_arrives_is_seen_by_whoever_watches_each_by_the_own_role() throws Exception {
        MvcResult staff = watch("staff", null);
        MvcResult manager = watch("manager", null);
        assertThat(staff.getRequest().isAsyncStarted()).isTrue();
        assertThat(staff.getResponse().getContentType()).startsWith("text/event-stream");
        assertThat(sent(staff)).contains("event:tally", "\"total\":0");

        arrives("楼道要有灯");
        eventually(() -> assertThat(sent(staff)).contains("\"total\":1", "\"today\":1", "楼道要有灯", "第一条", "扫码"));
        assertThat(sent(manager)).contains("\"total\":1", "第一条").doesNotContain("楼道要有灯");
        assertThat(watch("expert", null).getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void nothing_is_told_before_the_transaction_is_committed() {
        Noting watcher = new Noting();
        live.watch(number, true, null, null, watcher);
        transaction.executeWithoutResult(status -> {
            arrives("会撤回的");
            status.setRollbackOnly();
        });
        live.tick();
        assertThat(watcher.tallies()).hasSize(1).noneMatch(event -> event.contains("会撤回的"));
        transaction.executeWithoutResult(status -> arrives("算数的"));
        eventually(
                () -> assertThat(watcher.tallies()).hasSize(2).last().asString().contains("算数的"));
    }

    @Test
    void a_burst_of_two_hundred_gives_few_events() {
        Noting one = new Noting();
        Noting two = new Noting();
        live.watch(number, true, null, null, one);
        live.watch(number, false, null, null, two);
        for (int i = 0; i < 200; i++) {
            arrives("第" + i + "句");
        }
        eventually(() -> assertThat(one.tallies()).last().asString().contains("\"total\":200"));
        assertThat(one.tallies().size()).isBetween(2, 10);
        assertThat(two.tallies()).hasSameSizeAs(one.tallies());
    }

    @Test
    void a_watcher_who_vanished_is_forgotten_and_one_who_signed_out_is_sent_away() {
        Noting vanishing = new Noting();
        Noting staying = new Noting();
        live.watch(number, true, "session-1", null, vanishing);
        live.watch(number, true, "session-2", null, staying);
        assertThat(live.watchers()).isEqualTo(2);
        vanishing.gone = true;
        arrives("有人走了");
        eventually(() -> assertThat(staying.tallies()).last().asString().contains("有人走了"));
        assertThat(live.watchers()).isEqualTo(1);
        for (int i = live.watchers(); i < LiveCounts.MOST_WATCHERS; i++) {
            assertThat(live.watch(number, true, "crowd", null, new Noting())).isTrue();
        }
        assertThat(live.watch(number, true, "crowd", null, new Noting())).isFalse();
    }

    @Test
    void who_comes_back_is_told_only_what_is_missing() throws Exception {
        arrives("先来的");
        String first = sent(watch("staff", null));
        String id = first.lines()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .orElseThrow()
                .substring(3);
        assertThat(sent(watch("staff", id))).isEmpty();
        arrives("断线时来的");
        assertThat(sent(watch("staff", id))).contains("断线时来的");
    }

    @Test
    void late_and_withdrawn_ones_are_not_counted_in() {
        arrives("按时");
        arrives("撤回");
        arrives("逾期");
        db.sql(
                        "UPDATE suggestion SET withdrawn_at = CURRENT_TIMESTAMP WHERE id = (SELECT MIN(suggestion_id) FROM suggestion_words WHERE original = '撤回' AND suggestion_id IN (SELECT id FROM suggestion WHERE consultation = ?))")
                .param(number.value())
                .update();
        db.sql(
                        "UPDATE submission SET timing = 'LATE' WHERE id = (SELECT MAX(submission_id) FROM suggestion WHERE consultation = ?)")
                .param(number.value())
                .update();
        Tally tally = live.now(number, true);
        assertThat(List.of(tally.total(), tally.today(), tally.late())).containsExactly(1, 1, 1);
        assertThat(tally.latest()).extracting(Tally.Latest::words).containsExactly("按时");
        assertThat(live.now(number, false).latest()).isEmpty();
    }
}
