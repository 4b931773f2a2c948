package cn.zhengxun.suggestion.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.CloseCollection;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.Change;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.Handing;
import cn.zhengxun.suggestion.Receipt;
import cn.zhengxun.suggestion.Step;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.suggestion.receipt.Handed;
import cn.zhengxun.suggestion.receipt.OwnRecords;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changing and taking back until closing: nothing written over, nothing lost where two meet. */
abstract class AmendmentsContract {
    private static final Instant CLOSING = TestClock.START.plus(Duration.ofDays(20));

    @Autowired
    Amendments amendments;

    @Autowired
    Suggestions suggestions;

    @Autowired
    OwnRecords records;

    @Autowired
    Consultations consultations;

    @Autowired
    Invitations invitations;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    /** A person's two suggestions, handed in together. */
    private record Said(ConsultationNumber number, InformantId who, InvitationId invitation, Receipt receipt) {}

    private Said said() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        InformantId who = rows.informant("王", "w@example.org");
        InvitationId invitation = rows.invitation(number, who);
        Receipt receipt = suggestions.submit(Handing.to(number)
                .over(invitation)
                .saying(rows.articles(number).get(0), "一\r\n ")
                .saying(null, "二")
                .command());
        return new Said(number, who, invitation, receipt);
    }

    private Handed handed(Said said) {
        return records.ofInformant(said.who(), said.receipt().number()).orElseThrow();
    }

    private Suggestion entry(Said said, int index) {
        return handed(said).entries().get(index).suggestion();
    }

    private static AmendSuggestion amendment(Suggestion old, String words) {
        return amendment(old, words, UUID.randomUUID().toString());
    }

    private static AmendSuggestion amendment(Suggestion old, String words, String key) {
        return new AmendSuggestion(
                old.id(),
                key,
                ChangedBy.AUTHOR,
                false,
                new SubmitSuggestions.Item(old.clause(), SuggestionKind.WORDING, words, null, "理由"),
                null);
    }

    private void withdraw(Suggestion suggestion) {
        amendments.withdraw(new WithdrawSuggestion(suggestion.id(), ChangedBy.AUTHOR, null));
    }

    private void restore(Suggestion suggestion) {
        amendments.restore(new RestoreSuggestion(suggestion.id(), ChangedBy.AUTHOR, null));
    }

    private void close(ConsultationNumber number) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            consultations.closeCollection(new CloseCollection(number));
            suggestions.close(number);
        });
    }

    @Test
    void other_words_stand_in_the_old_ones_place_and_both_are_kept() {
        Said said = said();
        Suggestion old = entry(said, 0);
        clock.set(TestClock.START.plusSeconds(60));

        SuggestionId made = amendments.amend(amendment(old, "改一𠮷"));

        Handed handed = handed(said);
        assertThat(handed.entries())
                .extracting(one -> one.suggestion().original())
                .containsExactly("改一𠮷", "二");
        assertThat(handed.standing()).isEqualTo(2);
        Handed.Entry first = handed.entries().get(0);
        assertThat(first.suggestion().id()).isEqualTo(made);
        assertThat(first.suggestion().clauseLabel()).isEqualTo(old.clauseLabel());
        assertThat(first.suggestion().clauseText()).isEqualTo(old.clauseText());
        assertThat(first.steps()).extracting(Step::change).containsExactly(null, Change.AMENDED);
        assertThat(first.steps()).extracting(step -> step.words().original()).containsExactly("一\r\n ", "改一𠮷");
        assertThat(first.steps().get(1).at()).isEqualTo(TestClock.START.plusSeconds(60));
        assertThat(suggestions.find(old.id())).isEqualTo(old);
        assertThat(suggestions.of(said.number()))
                .extracting(Suggestion::original)
                .containsExactly("二", "改一𠮷");
        assertThat(suggestions.count(said.number())).isEqualTo(2);

        close(said.number());
        assertThat(suggestions.of(said.number())).extracting(Suggestion::number).containsExactly(1, 2);
        assertThat(suggestions.find(old.id()).number()).isNull();
    }

    @Test
    void the_same_press_again_changes_once_and_unchanged_words_change_nothing() {
        Said said = said();
        Suggestion old = entry(said, 0);
        AmendSuggestion once = amendment(old, "改");

        SuggestionId made = amendments.amend(once);
        assertThat(amendments.amend(once)).isEqualTo(made);
        assertThat(entry(said, 0).id()).isEqualTo(made);
        assertThatThrownBy(() -> amendments.amend(amendment(old, "又改", once.key())))
                .isInstanceOf(ChangedMeanwhile.class);

        Suggestion now = entry(said, 0);
        assertThat(amendments.amend(new AmendSuggestion(
                        made, "another", ChangedBy.AUTHOR, false, SubmitSuggestions.Item.of(now), null)))
                .isEqualTo(made);
        assertThat(handed(said).entries().get(0).steps()).hasSize(2);
    }

    @Test
    void what_is_taken_back_does_not_count_and_comes_back_until_closing() {
        Said said = said();
        Suggestion first = entry(said, 0);

        withdraw(first);
        withdraw(first);
        withdraw(entry(said, 1));
        assertThat(suggestions.count(said.number())).isZero();
        assertThat(handed(said).entries()).extracting(one -> one.fate().word()).containsOnly("已撤回");
        assertThat(suggestions.ofInformant(said.who())).isEmpty();
        assertThat(invitations.find(said.invitation()).orElseThrow().answeredAt())
                .as("nobody reminds a person who withdrew on purpose")
                .isNotNull();

        restore(first);
        assertThat(suggestions.count(said.number())).isEqualTo(1);
        assertThat(handed(said).entries().get(0).steps())
                .extracting(Step::change)
                .containsExactly(null, Change.WITHDRAWN, Change.RESTORED);

        close(said.number());
        clock.set(CLOSING);
        assertThatThrownBy(() -> restore(entry(said, 1)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经截止");
        assertThat(suggestions.of(said.number())).extracting(Suggestion::number).containsExactly(1);
    }

    @Test
    void whoever_changes_a_version_that_is_not_the_present_one_is_told() {
        Said said = said();
        Suggestion seen = entry(said, 0);
        amendments.amend(amendment(seen, "第一台设备"));

        assertThatThrownBy(() -> amendments.amend(amendment(seen, "第二台设备"))).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> withdraw(seen)).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> restore(seen)).isInstanceOf(ChangedMeanwhile.class);

        Suggestion present = entry(said, 0);
        withdraw(present);
        assertThatThrownBy(() -> amendments.amend(amendment(present, "没看见已撤回"))).isInstanceOf(ChangedMeanwhile.class);
        amendments.amend(new AmendSuggestion(
                present.id(),
                "seen-" + present.id().value(),
                ChangedBy.AUTHOR,
                true,
                new SubmitSuggestions.Item(null, SuggestionKind.OTHER, "看见了，改了再提", null, null),
                null));
        assertThat(handed(said).entries().get(0).withdrawn()).isFalse();
        assertThat(entry(said, 0).clauseLabel()).isEqualTo("整体");
    }

    @Test
    void changes_end_with_collection_to_the_second_and_rest_while_it_is_suspended() {
        Said said = said();
        clock.set(CLOSING.minusSeconds(1));
        amendments.amend(amendment(entry(said, 0), "最后一秒"));
        clock.set(CLOSING);
        assertThatThrownBy(() -> amendments.amend(amendment(entry(said, 0), "晚了")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经截止")
                .hasMessageNotContaining("晚了");
        assertThat(handed(said).changeable()).isFalse();
        assertThat(entry(said, 0).original()).isEqualTo("最后一秒");

        Said other = said();
        clock.reset();
        db.sql("UPDATE consultation SET suspended_at = registered_at WHERE number = ?")
                .param(other.number().value())
                .update();
        assertThatThrownBy(() -> withdraw(entry(other, 0)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经暂停");
    }

    @Test
    void what_arrived_before_closing_is_taken_behind_it_and_gets_the_next_number() {
        Said said = said();
        Suggestion old = entry(said, 0);
        clock.set(CLOSING);
        close(said.number());
        clock.set(CLOSING.minusMillis(1));

        SuggestionId made = amendments.amend(amendment(old, "赶上了"));

        assertThat(suggestions.find(made).number()).isEqualTo(3);
        assertThat(suggestions.of(said.number()))
                .extracting(Suggestion::original)
                .containsExactly("二", "赶上了");
        withdraw(suggestions.find(made));
        restore(suggestions.find(made));
        assertThat(suggestions.find(made).number())
                .as("a number once given stays")
                .isEqualTo(3);
    }

    @Test
    void people_change_their_own_words_and_the_office_what_it_took_down_saying_why() {
        Said said = said();
        Suggestion own = entry(said, 0);
        assertThatThrownBy(() -> amendments.withdraw(new WithdrawSuggestion(own.id(), ChangedBy.OFFICE, "本人来电")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("只能由本人");

        suggestions.submit(
                Handing.to(said.number()).by(said.who()).saying(null, "会上说的").command());
        Suggestion taken = suggestions.ofInformant(said.who()).stream()
                .filter(one -> one.channel() == Channel.MEETING)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> amendments.amend(amendment(taken, "我自己改")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("代为登记");
        SubmitSuggestions.Item item = new SubmitSuggestions.Item(null, SuggestionKind.OTHER, "会上是这样说的", null, null);
        assertThatThrownBy(() -> amendments.amend(
                        new AmendSuggestion(taken.id(), "k1-" + taken.id(), ChangedBy.OFFICE, false, item, " ")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("更正原因");
        amendments.amend(new AmendSuggestion(taken.id(), "k2-" + taken.id(), ChangedBy.OFFICE, false, item, "核对录音"));
        Handed corrected = records.ofInformant(said.who(), taken.receipt()).orElseThrow();
        assertThat(corrected.entries().get(0).steps().get(1).reason()).isEqualTo("核对录音");
    }

    @Test
    void of_two_devices_that_change_one_suggestion_at_once_one_wins_and_the_other_is_told() throws Exception {
        Said said = said();
        Suggestion seen = entry(said, 0);
        AmendSuggestion twice = amendment(entry(said, 1), "按了两下");
        List<Runnable> presses = List.of(
                () -> amendments.amend(amendment(seen, "手机")),
                () -> amendments.amend(amendment(seen, "电脑")),
                () -> withdraw(seen),
                () -> amendments.amend(twice),
                () -> amendments.amend(twice));
        int told = 0;
        for (Future<?> press : atOnce(presses, said.number())) {
            try {
                press.get();
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(ChangedMeanwhile.class);
                told++;
            }
        }

        // whoever comes after an amendment is told; a withdrawal that comes first lets nobody amend any more
        assertThat(told).isEqualTo(2);
        assertThat(handed(said).entries()).hasSize(2);
        assertThat(handed(said).entries().get(0).steps()).hasSize(2);
        assertThat(handed(said).entries().get(1).steps()).hasSize(2);
        assertThat(db.sql("SELECT COUNT(*) FROM suggestion WHERE submission_id = ?")
                        .param(seen.submission())
                        .query(Integer.class)
                        .single())
                .isIn(3, 4);
    }

    @Test
    void closing_and_those_who_change_at_that_moment_number_every_present_version_once() throws Exception {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        for (int i = 0; i < 12; i++) {
            suggestions.submit(Handing.to(number).saying(null, "第" + i).command());
        }
        List<Suggestion> all = suggestions.of(number);
        clock.set(CLOSING.minusMillis(1));
        List<Runnable> presses = new ArrayList<>();
        for (Suggestion one : all) {
            presses.add(() -> amendments.amend(amendment(one, "改" + one.original())));
        }
        presses.add(6, () -> {
            clock.set(CLOSING);
            close(number);
        });
        int tooLate = 0;
        for (Future<?> press : atOnce(presses, number)) {
            try {
                press.get();
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(RuleViolation.class).hasMessageContaining("已经截止");
                tooLate++;
            }
        }

        List<Suggestion> collected = suggestions.of(number);
        assertThat(collected).hasSize(12);
        assertThat(collected).filteredOn(one -> !one.original().startsWith("改")).hasSize(tooLate);
        assertThat(collected)
                .extracting(Suggestion::number)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    /** Everybody has come to the door before it opens. */
    private List<Future<?>> atOnce(List<Runnable> presses, ConsultationNumber number) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> results = new ArrayList<>();
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                db.sql("UPDATE consultation SET collect_closed_at = collect_closed_at WHERE number = ?")
                        .param(number.value())
                        .update();
                for (Runnable press : presses) {
                    results.add(pool.submit(() -> {
                        start.await();
                        press.run();
                        return null;
                    }));
                }
                start.countDown();
            });
            for (Future<?> result : results) {
                try {
                    result.get();
                } catch (ExecutionException seenByTheTest) {
                    // each result is looked at there
                }
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
