package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.CorrectOwnDetails;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.PreferredChannel;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.privacy.EraseData;
import cn.zhengxun.privacy.Erasure;
import cn.zhengxun.privacy.MakeRequest;
import cn.zhengxun.privacy.RequestKind;
import cn.zhengxun.privacy.Requests;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.suggestion.Handing;
import cn.zhengxun.suggestion.SubmissionDesk;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.testing.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody is erased while a page that was opened by a link is being saved or handed in: nothing of the person is left. */
abstract class ErasedMeanwhileContract {
    private static final String NAME = "淳于澹泊";

    @Autowired
    UnsentDrafts drafts;

    @Autowired
    Invitations invitations;

    @Autowired
    Suggestions suggestions;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    Erasure erasure;

    @Autowired
    Requests requests;

    @Autowired
    Directory directory;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private InformantId person;
    private Subject subject;
    private String token;

    /** Statements of sessions that wait for a lock of another. */
    abstract int waiting();

    @BeforeEach
    void invited() {
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        person = rows.informant(NAME, "danbo@chunyu.example");
        subject = Subject.ofInformant(person.value());
        token = invitations.mint(rows.invitation(number, person));
    }

    @Test
    void an_erasure_waits_for_a_draft_that_is_being_saved_and_takes_it_along() {
        Invitation invitation = invitations.byToken(token).orElseThrow();

        overtaking(() -> drafts.save(save(invitation)), this::erase).join();

        assertThat(keptDrafts(invitation)).isZero();
    }

    @Test
    void a_draft_that_is_saved_while_its_person_is_erased_waits_and_is_refused() {
        Invitation invitation = invitations.byToken(token).orElseThrow();

        CompletableFuture<?> saving = overtaking(this::erase, () -> drafts.save(save(invitation)));

        assertThatThrownBy(saving::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("没有保存");
        assertThat(keptDrafts(invitation)).isZero();
    }

    @Test
    void a_page_whose_link_was_read_before_the_erasure_saves_nothing_after_it() throws InterruptedException {
        CountDownLatch linkRead = new CountDownLatch(1);
        CountDownLatch erased = new CountDownLatch(1);
        CompletableFuture<UnsentDraft> saving = CompletableFuture.supplyAsync(() -> {
            Invitation invitation = invitations.byToken(token).orElseThrow();
            linkRead.countDown();
            uninterrupted(erased);
            return drafts.save(save(invitation));
        });
        linkRead.await();
        erase();
        erased.countDown();

        assertThatThrownBy(saving::join).cause().isInstanceOf(RuleViolation.class);
        assertThat(invitations.byToken(token)).isEmpty();
    }

    /** What handing in does first; the rest of it is in the same transaction. */
    @Test
    void whoever_hands_in_holds_the_invitation_against_an_erasure_and_does_not_get_it_after_one() {
        Invitation invitation = invitations.byToken(token).orElseThrow();

        CompletableFuture<?> erasing = overtaking(
                () -> {
                    assertThat(invitations.held(invitation.id())).isPresent();
                    db.sql("""
                                    INSERT INTO unsent_draft (invitation_id, form, version, begun_at, saved_at)
                                    VALUES (?, ?, '1', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)
                                    """).params(invitation.id().value(), "{}").update();
                    return null;
                },
                this::erase);
        erasing.join();

        assertThat(keptDrafts(invitation)).isZero();
        Optional<Invitation> later = transaction.execute(open -> invitations.held(invitation.id()));
        assertThat(later).isEmpty();
    }

    @Test
    void an_erasure_waits_for_a_second_submission_by_the_same_link_and_takes_its_author_out() {
        Invitation invitation = invitations.byToken(token).orElseThrow();
        desk.submit(handing(invitation));

        overtaking(() -> suggestions.submit(handing(invitation)), this::erase).join();

        assertThat(named()).isZero();
    }

    @Test
    void what_is_handed_in_while_its_person_is_erased_waits_and_is_refused() {
        Invitation invitation = invitations.byToken(token).orElseThrow();

        CompletableFuture<?> handing = overtaking(this::erase, () -> desk.submit(handing(invitation)));

        assertThatThrownBy(handing::join).cause().isInstanceOf(RuleViolation.class);
        assertThat(named()).isZero();
    }

    private static SubmitSuggestions handing(Invitation invitation) {
        return Handing.to(invitation.consultation())
                .over(invitation.id())
                .by(NAME, "13999990000")
                .saying(null, "多种树")
                .command();
    }

    private int named() {
        return db.sql("SELECT COUNT(*) FROM submission WHERE informant_id = ? AND erased_at IS NULL")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void what_is_asked_for_or_corrected_while_the_person_is_erased_leaves_nothing_in_the_ledger_or_the_directory() {
        CompletableFuture<?> asking = overtaking(
                this::erase, () -> requests.make(new MakeRequest(subject, RequestKind.EXPLANATION, NAME + "想知道存了什么")));
        assertThatThrownBy(asking::join).cause().isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> directory.correct(new CorrectOwnDetails(
                        person, "13800138000", "danbo@chunyu.example", null, "钓鱼", PreferredChannel.MAIL)))
                .isInstanceOf(RuleViolation.class);

        assertThat(db.sql("SELECT wish FROM privacy_request WHERE informant_id = ?")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(db.sql("SELECT email FROM informant WHERE id = ?")
                        .param(person.value())
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .single())
                .isEqualTo("null");
    }

    /** All of these take the invitation first; otherwise each would hold what the other waits for. */
    @Test
    void a_draft_that_is_thrown_away_while_its_page_saves_it_waits_and_is_gone() {
        Invitation invitation = invitations.byToken(token).orElseThrow();
        drafts.save(save(invitation));

        CompletableFuture<?> discarding = transaction.execute(open -> {
            invitations.held(invitation.id());
            int before = waiting();
            CompletableFuture<?> other =
                    CompletableFuture.runAsync(() -> drafts.discard(new DiscardDraft(invitation.id())));
            await().until(() -> waiting() > before);
            db.sql("UPDATE unsent_draft SET form = form WHERE invitation_id = ?")
                    .param(invitation.id().value())
                    .update();
            return other;
        });
        discarding.join();

        assertThat(keptDrafts(invitation)).isZero();
    }

    /** The first is done and not yet committed when the second begins, and commits when the second waits for it. */
    private CompletableFuture<?> overtaking(Supplier<?> first, Supplier<?> second) {
        return transaction.execute(open -> {
            first.get();
            int before = waiting();
            CompletableFuture<?> other = CompletableFuture.supplyAsync(second);
            await().until(() -> waiting() > before);
            return other;
        });
    }

    private int erase() {
        return erasure.erase(new EraseData(subject));
    }

    private static SaveDraft save(Invitation invitation) {
        AnswerForm.Row row = new AnswerForm.Row("", "", "", "我是" + NAME, "", "");
        return new SaveDraft(
                invitation.id(),
                new AnswerForm(
                        UUID.randomUUID().toString(),
                        "",
                        List.of(row),
                        AnswerForm.Person.UNKNOWN,
                        new AnswerForm.Consents(false, false, false)));
    }

    private int keptDrafts(Invitation invitation) {
        return db.sql("SELECT COUNT(*) FROM unsent_draft WHERE invitation_id = ?")
                .param(invitation.id().value())
                .query(Integer.class)
                .single();
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
