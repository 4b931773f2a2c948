package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.CloseCollection;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.HaveNoOpinion;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.Reconsider;
import cn.zhengxun.suggestion.Handing;
import cn.zhengxun.suggestion.Receipt;
import cn.zhengxun.suggestion.SubmissionDesk;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

/** Fair deadlines: to the second, and when closing and the last ones to hand in meet. */
abstract class ClosingContract {
    private static final Instant CLOSING = TestClock.START.plus(Duration.ofDays(20));
    private static final Duration GRACE = Duration.ofHours(2);

    @Autowired
    Suggestions suggestions;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    UnsentDrafts drafts;

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

    private ConsultationNumber collecting() {
        return rows.consultation(Level.NATIONAL, Status.COLLECTING);
    }

    private InvitationId invited(ConsultationNumber number) {
        return rows.invitation(number, rows.informant("王", "w@example.org"));
    }

    private InvitationId withDraft(ConsultationNumber number, Instant savedAt) {
        InvitationId invitation = invited(number);
        clock.set(savedAt);
        drafts.save(new SaveDraft(invitation, typed("还没写完")));
        return invitation;
    }

    private AnswerForm goneOn(InvitationId invitation, String original) {
        return typed(original).basedOn(drafts.find(invitation).orElseThrow().version());
    }

    private static AnswerForm typed(String original) {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("original", original);
        return AnswerForm.of(fields);
    }

    private String handedIn(ConsultationNumber number, InvitationId invitation, Instant at) {
        clock.set(at);
        Handing handing = Handing.to(number).saying(null, "意见");
        desk.submit((invitation == null ? handing : handing.over(invitation)).command());
        return db.sql("SELECT timing FROM submission WHERE idempotency_key = ?")
                .param(handing.key())
                .query(String.class)
                .single();
    }

    /** As the process does it. */
    private void close(ConsultationNumber number) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            consultations.closeCollection(new CloseCollection(number));
            suggestions.close(number);
        });
    }

    private void enter(ConsultationNumber number, Status status) {
        db.sql("UPDATE consultation SET status = ? WHERE number = ?")
                .params(status.name(), number.value())
                .update();
    }

    @Test
    void the_second_decides() {
        ConsultationNumber number = collecting();
        assertThat(handedIn(number, invited(number), CLOSING.minusSeconds(1))).isEqualTo("ON_TIME");
        assertThat(handedIn(number, invited(number), CLOSING)).isEqualTo("LATE");

        InvitationId exactly = withDraft(number, CLOSING.minusSeconds(1));
        assertThat(handedIn(number, exactly, CLOSING)).isEqualTo("GRACE");
        InvitationId barely = withDraft(number, CLOSING.minusSeconds(1));
        assertThat(handedIn(number, barely, CLOSING.plus(GRACE).minusSeconds(1)))
                .isEqualTo("GRACE");
        InvitationId over = withDraft(number, CLOSING.minusSeconds(1));
        assertThat(handedIn(number, over, CLOSING.plus(GRACE))).isEqualTo("LATE");
        assertThat(handedIn(number, invited(number), CLOSING.plus(GRACE).minusSeconds(1)))
                .as("without a draft")
                .isEqualTo("LATE");
        assertThat(handedIn(number, null, CLOSING.plusSeconds(1)))
                .as("over the open channel")
                .isEqualTo("LATE");
    }

    @Test
    void a_draft_begun_after_closing_opens_no_grace_but_one_begun_before_may_grow() {
        ConsultationNumber number = collecting();
        InvitationId without = invited(number);
        InvitationId with = withDraft(number, CLOSING.minusSeconds(1));
        clock.set(CLOSING);

        assertThatThrownBy(() -> drafts.save(new SaveDraft(without, typed("晚了"))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("复制保存");
        clock.set(CLOSING.plus(Duration.ofHours(1)));
        drafts.save(new SaveDraft(with, goneOn(with, "写得更多")));

        assertThat(drafts.find(with).orElseThrow().form().rows().get(0).original())
                .isEqualTo("写得更多");
        assertThat(handedIn(number, with, CLOSING.plus(Duration.ofHours(1)))).isEqualTo("GRACE");
    }

    @Test
    void closed_early_the_grace_counts_from_then() {
        ConsultationNumber number = collecting();
        InvitationId before = withDraft(number, TestClock.START);
        InvitationId tooSlow = withDraft(number, TestClock.START);
        clock.set(TestClock.START.plusSeconds(60));
        close(number);

        assertThat(handedIn(
                        number,
                        before,
                        TestClock.START.plusSeconds(60).plus(GRACE).minusSeconds(1)))
                .isEqualTo("GRACE");
        assertThat(handedIn(number, tooSlow, TestClock.START.plusSeconds(60).plus(GRACE)))
                .isEqualTo("LATE");
    }

    @Test
    void what_comes_in_the_grace_period_gets_the_next_number_and_counts() {
        ConsultationNumber number = collecting();
        InvitationId slow = withDraft(number, TestClock.START);
        handedIn(number, null, TestClock.START);
        handedIn(number, null, TestClock.START);
        clock.set(CLOSING.plusSeconds(5));
        close(number);
        enter(number, Status.COLLATING);

        assertThat(handedIn(number, slow, CLOSING.plusSeconds(60))).isEqualTo("GRACE");

        assertThat(suggestions.of(number)).extracting(Suggestion::number).containsExactly(1, 2, 3);
        assertThat(suggestions.close(number)).isEqualTo(3);
        assertThat(suggestions.of(number)).extracting(Suggestion::number).containsExactly(1, 2, 3);
    }

    @Test
    void while_collection_is_suspended_nothing_is_taken_rather_than_called_late() {
        ConsultationNumber number = collecting();
        InvitationId invitation = invited(number);
        db.sql("UPDATE consultation SET suspended_at = registered_at WHERE number = ?")
                .param(number.value())
                .update();

        for (Instant at : List.of(TestClock.START, CLOSING)) {
            assertThatThrownBy(() -> handedIn(number, invitation, at))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("已经暂停");
        }
    }

    @Test
    void once_step_six_is_over_there_is_no_grace() {
        ConsultationNumber number = collecting();
        InvitationId slow = withDraft(number, TestClock.START);
        clock.set(CLOSING);
        close(number);
        enter(number, Status.REVIEWING);

        assertThat(handedIn(number, slow, CLOSING.plusSeconds(60))).isEqualTo("LATE");
        assertThat(suggestions.count(number)).isZero();
    }

    @Test
    void a_draft_is_restored_overwritten_and_gone_once_it_is_handed_in() {
        ConsultationNumber number = collecting();
        InvitationId invitation = withDraft(number, TestClock.START);
        clock.set(TestClock.START.plusSeconds(60));
        drafts.save(new SaveDraft(invitation, goneOn(invitation, "半句\uD83D话👵🏻")));

        UnsentDraft draft = drafts.find(invitation).orElseThrow();
        assertThat(draft.form().rows().get(0).original()).isEqualTo("半句\uFFFD话👵🏻");
        assertThat(draft.begunAt()).isEqualTo(TestClock.START);
        assertThat(draft.savedAt()).isEqualTo(TestClock.START.plusSeconds(60));
        assertThat(invitations.find(invitation).orElseThrow().draftedAt()).isEqualTo(draft.savedAt());
        assertThat(suggestions.count(number)).isZero();

        handedIn(number, invitation, TestClock.START.plusSeconds(90));
        assertThat(drafts.find(invitation))
                .as("other words than these were handed in")
                .isPresent();
        drafts.outdated(invitation, draft.version(), null);

        assertThat(drafts.find(invitation)).isEmpty();
        assertThat(invitations.find(invitation).orElseThrow().draftedAt()).isNull();
    }

    @Test
    void closing_and_forty_who_hand_in_at_that_moment_lose_nobody_and_number_each_once() throws Exception {
        ConsultationNumber number = collecting();
        List<InvitationId> slow = IntStream.range(0, 10)
                .mapToObj(i -> withDraft(number, TestClock.START))
                .toList();
        int people = 40;
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Receipt>> receipts = new ArrayList<>();
        clock.set(CLOSING.minusMillis(1));
        try {
            for (int i = 0; i < people; i++) {
                Handing handing = Handing.to(number).saying(null, "一").saying(null, "二");
                SubmitSuggestions command = (i % 4 == 0 ? handing.over(slow.get(i / 4)) : handing).command();
                receipts.add(pool.submit(() -> {
                    start.await();
                    return desk.submit(command);
                }));
                if (i == people / 2) {
                    receipts.add(pool.submit(() -> {
                        start.await();
                        clock.set(CLOSING);
                        close(number);
                        return null;
                    }));
                }
            }
            start.countDown();
            for (Future<Receipt> receipt : receipts) {
                receipt.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(db.sql("SELECT COUNT(*) FROM submission WHERE consultation = ?")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(people);
        List<Suggestion> collected = suggestions.of(number);
        assertThat(collected.size()).isGreaterThanOrEqualTo(2 * slow.size());
        assertThat(collected)
                .extracting(Suggestion::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, collected.size()).boxed().toList());
        assertThat(db.sql("""
                                SELECT COUNT(*) FROM suggestion s JOIN submission m ON m.id = s.submission_id
                                WHERE s.consultation = ? AND m.timing = 'LATE' AND s.number IS NOT NULL
                                """).param(number.value()).query(Integer.class).single())
                .isZero();
    }

    @Test
    void nobody_has_an_opinion_by_reading_and_whoever_said_so_may_think_again() {
        ConsultationNumber number = collecting();
        InvitationId invitation = invited(number);

        invitations.haveNoOpinion(new HaveNoOpinion(invitation));
        invitations.haveNoOpinion(new HaveNoOpinion(invitation));
        Invitation said = invitations.find(invitation).orElseThrow();
        assertThat(said.noOpinionAt()).isEqualTo(TestClock.START);
        assertThat(said.answeredAt()).isEqualTo(TestClock.START);

        invitations.reconsider(new Reconsider(invitation));
        Invitation open = invitations.find(invitation).orElseThrow();
        assertThat(open.noOpinionAt()).isNull();
        assertThat(open.answeredAt()).isNull();

        invitations.haveNoOpinion(new HaveNoOpinion(invitation));
        handedIn(number, invitation, TestClock.START.plusSeconds(60));
        Invitation answered = invitations.find(invitation).orElseThrow();
        assertThat(answered.noOpinionAt()).isNull();
        assertThat(answered.answeredAt()).isEqualTo(TestClock.START);
        invitations.haveNoOpinion(new HaveNoOpinion(invitation));
        assertThat(invitations.find(invitation).orElseThrow().noOpinionAt()).isNull();

        clock.set(CLOSING);
        InvitationId late = invited(number);
        assertThatThrownBy(() -> invitations.haveNoOpinion(new HaveNoOpinion(late)))
                .isInstanceOf(RuleViolation.class);
        assertThat(db.sql(
                                "SELECT COUNT(*) FROM audit_entry WHERE consultation = ? AND action IN ('HaveNoOpinion', 'Reconsider')")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }
}
