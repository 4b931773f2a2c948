package cn.zhengxun.collation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.suggestion.arrival.ArrivalState;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.arrival.Concern;
import cn.zhengxun.suggestion.arrival.SettleArrival;
import cn.zhengxun.suggestion.arrival.Verdict;
import cn.zhengxun.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A hold is one thing, whether it is begun on arrival or in step 6, and two different people make and end it. */
abstract class HoldsContract {
    @Autowired
    Rows rows;

    @Autowired
    Collation collation;

    @Autowired
    Arrivals arrivals;

    @Autowired
    ReviewDesk desk;

    @Autowired
    Workbench workbench;

    @Autowired
    HeldSuggestions erasureHold;

    private ConsultationNumber number;
    private InformantId author;
    private SuggestionId one;

    @BeforeEach
    void one_suggestion_in_step_six() {
        number = rows.consultation(Level.NATIONAL, Status.COLLATING);
        author = rows.informant("提出人", null);
        one = rows.suggestion(number, author, null, "要请人看一看的话");
    }

    @AfterEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    private static void as(String user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
    }

    private void screen(String user, Decision decision) {
        as(user);
        Screening before = collation.of(number).get(one);
        collation.screen(new ScreenSuggestion(
                number,
                one,
                before == null ? null : before.screenedAt(),
                SuggestionKind.SUBSTANCE,
                decision,
                "看过了",
                null,
                "街道信访办公室",
                null));
    }

    private void undo(String user) {
        as(user);
        collation.undo(
                new UndoScreening(number, one, collation.of(number).get(one).screenedAt()));
    }

    private void confirm(String user) {
        as(user);
        collation.confirm(new ConfirmCollation(number));
    }

    private ArrivalState settle(String user, Verdict verdict) {
        as(user);
        int seen = arrivals.of(List.of(one.value())).get(one.value()).version();
        return arrivals.settle(new SettleArrival(number, one.value(), seen, verdict, "看过了", null));
    }

    private void flagged() {
        arrivals.flag(number, List.of(one.value()), Concern.OTHER);
    }

    private ArrivalState state() {
        var known = arrivals.of(List.of(one.value())).get(one.value());
        return known == null ? null : known.state();
    }

    private boolean erasureWaits() {
        return erasureHold.on(Subject.ofInformant(author.value())).isPresent();
    }

    @Test
    void held_by_step_six_it_is_held_once_somebody_else_confirms() {
        screen("staff", Decision.HOLD);
        assertThat(state()).isEqualTo(ArrivalState.HOLD_PROPOSED);
        assertThatThrownBy(() -> confirm("staff"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("另一位");
        assertThat(state()).isEqualTo(ArrivalState.HOLD_PROPOSED);

        confirm("staff2");

        assertThat(state()).isEqualTo(ArrivalState.HELD);
        assertThat(collation.forwarded(number)).isEmpty();
    }

    @Test
    void whoever_proposed_the_hold_on_arrival_is_no_second_person_in_step_six() {
        flagged();
        settle("staff", Verdict.HOLD);
        screen("staff", Decision.HOLD);
        assertThat(state()).isEqualTo(ArrivalState.HOLD_PROPOSED);
        screen("staff2", Decision.HOLD);
        assertThat(state()).isEqualTo(ArrivalState.HELD);
    }

    @Test
    void forwarding_a_held_one_proposes_its_release_and_a_second_person_releases_it() {
        screen("staff", Decision.HOLD);
        confirm("staff2");

        screen("staff", Decision.FORWARD);
        assertThat(state()).isEqualTo(ArrivalState.RELEASE_PROPOSED);
        assertThat(collation.forwarded(number)).isEmpty();
        assertThatThrownBy(() -> confirm("staff")).isInstanceOf(RuleViolation.class);
        assertThat(collation.forwarded(number)).isEmpty();

        confirm("staff2");
        assertThat(state()).isEqualTo(ArrivalState.CLEARED);
        assertThat(collation.forwarded(number)).containsExactly(one);
    }

    @Test
    void one_person_in_two_places_releases_nothing() {
        screen("staff", Decision.HOLD);
        confirm("staff2");
        assertThat(settle("staff2", Verdict.PASS)).isEqualTo(ArrivalState.RELEASE_PROPOSED);
        screen("staff", Decision.FORWARD);
        assertThat(state()).as("the two have agreed").isEqualTo(ArrivalState.CLEARED);

        screen("staff", Decision.HOLD);
        confirm("staff2");
        assertThat(settle("staff2", Verdict.PASS)).isEqualTo(ArrivalState.RELEASE_PROPOSED);
        screen("staff2", Decision.FORWARD);
        assertThat(state()).as("twice the same person").isEqualTo(ArrivalState.RELEASE_PROPOSED);
        assertThatThrownBy(() -> confirm("staff2")).isInstanceOf(RuleViolation.class);
        assertThat(collation.forwarded(number)).isEmpty();
    }

    @Test
    void undoing_takes_back_what_the_decision_did_and_nothing_else() {
        screen("staff", Decision.HOLD);
        undo("staff");
        assertThat(state()).as("never flagged").isEqualTo(ArrivalState.CLEARED);

        flagged();
        settle("staff2", Verdict.HOLD);
        screen("staff", Decision.HOLD);
        assertThat(state()).isEqualTo(ArrivalState.HELD);
        undo("staff");
        assertThat(state()).as("proposed by the other").isEqualTo(ArrivalState.HOLD_PROPOSED);
        assertThatThrownBy(() -> settle("staff2", Verdict.HOLD))
                .as("who proposed stays the first person")
                .hasMessageContaining("另一位");
        screen("staff", Decision.FORWARD);
        undo("staff");
        assertThat(state()).isEqualTo(ArrivalState.HOLD_PROPOSED);
        assertThat(collation.forwarded(number)).isEmpty();
    }

    @Test
    void a_flagged_one_that_is_undone_waits_again() {
        flagged();
        screen("staff", Decision.FORWARD);
        assertThat(state()).isEqualTo(ArrivalState.CLEARED);
        undo("staff");
        assertThat(state()).isEqualTo(ArrivalState.WAITING);
    }

    @Test
    void step_six_cannot_be_confirmed_while_something_that_goes_on_waits_or_is_held() {
        screen("staff", Decision.FORWARD);
        flagged();
        assertThat(state()).isEqualTo(ArrivalState.WAITING);
        assertThatThrownBy(() -> confirm("staff2"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("正在核查或者暂存");

        settle("staff2", Verdict.HOLD);
        assertThatThrownBy(() -> confirm("staff2")).hasMessageContaining("正在核查或者暂存");
        settle("director", Verdict.HOLD);
        assertThatThrownBy(() -> confirm("staff2")).hasMessageContaining("正在核查或者暂存");
        assertThat(collation.of(number).get(one).confirmedBy()).isNull();

        settle("staff", Verdict.PASS);
        confirm("staff2");
        assertThat(state()).isEqualTo(ArrivalState.CLEARED);
        assertThat(collation.forwarded(number)).containsExactly(one);
    }

    @Test
    void what_is_held_after_step_six_is_out_of_the_experts_sight_until_two_released_it() {
        SuggestionId other = rows.suggestion(number, null, null, "别的意见");
        rows.screening(number, one, "FORWARD");
        rows.screening(number, other, "FORWARD");
        flagged();
        as("staff");
        assertThat(desk.all(number, 0).items())
                .extracting(overview -> overview.item().id())
                .containsExactly(other.value());

        settle("staff", Verdict.HOLD);
        settle("staff2", Verdict.HOLD);
        settle("staff", Verdict.PASS);
        assertThat(desk.all(number, 0).total()).isEqualTo(1);
        settle("staff2", Verdict.PASS);
        assertThat(desk.all(number, 0).items()).hasSize(2);
    }

    @Test
    void the_workbench_says_what_is_looked_at_or_held() {
        flagged();
        assertThat(marks()).containsExactly(ArrivalState.WAITING);
        settle("staff", Verdict.HOLD);
        assertThat(marks()).containsExactly(ArrivalState.HOLD_PROPOSED);
        settle("staff2", Verdict.PASS);
        settle("staff", Verdict.PASS);
        assertThat(marks()).containsOnlyNulls();
    }

    private List<ArrivalState> marks() {
        return workbench.page(number, new WorkbenchFilter(null, null, null, null, 0), List.of()).items().stream()
                .map(WorkbenchPage.Item::arrival)
                .toList();
    }

    @Test
    void an_erasure_waits_for_the_second_person_wherever_the_hold_was_begun() {
        assertThat(erasureWaits()).isFalse();
        flagged();
        assertThat(erasureWaits()).as("a rule's hint holds nobody").isFalse();
        settle("staff", Verdict.HOLD);
        assertThat(erasureWaits()).isTrue();
        settle("staff2", Verdict.HOLD);
        assertThat(erasureWaits()).as("settled by two").isFalse();
        settle("staff", Verdict.PASS);
        assertThat(erasureWaits()).isTrue();
        settle("staff2", Verdict.PASS);
        assertThat(erasureWaits()).isFalse();

        screen("staff", Decision.HOLD);
        assertThat(erasureWaits()).isTrue();
        confirm("staff2");
        assertThat(erasureWaits()).isFalse();
    }
}
