package cn.zhengxun.collation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.testing.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

abstract class ReviewsContract {
    @Autowired
    private Rows rows;

    @Autowired
    private Reviews reviews;

    @Autowired
    private JdbcClient db;

    private ConsultationNumber number;
    private List<String> users;
    private List<ExpertId> experts;
    private List<SuggestionId> forwarded;
    private SuggestionId held;

    @BeforeEach
    void three_planned_experts_and_two_forwarded_suggestions() {
        number = rows.consultation(Level.PROVINCIAL, Status.REVIEWING);
        users = new ArrayList<>();
        experts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String user = "e" + UUID.randomUUID();
            users.add(user);
            experts.add(rows.expert(user));
        }
        rows.plan(number, experts.toArray(ExpertId[]::new));
        quorum(2);
        forwarded = List.of(rows.suggestion(number, null, null, "甲意见"), rows.suggestion(number, null, null, "乙意见"));
        held = rows.suggestion(number, null, null, "丙意见");
        rows.screening(number, forwarded.get(0), "FORWARD");
        rows.screening(number, forwarded.get(1), "GROUP");
        rows.screening(number, held, "HOLD");
    }

    @AfterEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    private void quorum(int quorum) {
        db.sql("UPDATE plan SET quorum = ? WHERE consultation = ?")
                .params(quorum, number.value())
                .update();
    }

    private void as(int expert) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(users.get(expert), "", List.of()));
    }

    private void grade(int expert, Grade first, Grade second) {
        as(expert);
        reviews.note(
                new NoteSuggestions(number, List.of(note(forwarded.get(0), first), note(forwarded.get(1), second))));
    }

    private static NoteSuggestions.Note note(SuggestionId suggestion, Grade grade) {
        return new NoteSuggestions.Note(suggestion, grade, grade == null, "与上位法一致", null, " ", null);
    }

    private boolean complete(int expert) {
        return reviews.complete(new CompleteReview(number, users.get(expert)));
    }

    @Test
    void the_planned_experts_are_seated_once() {
        assertThat(reviews.assign(number)).isEqualTo(3);
        assertThat(reviews.assign(number)).isEqualTo(3);

        assertThat(List.of(reviews.userOfSeat(number, 0), reviews.userOfSeat(number, 1), reviews.userOfSeat(number, 2)))
                .isEqualTo(users);
        assertThatThrownBy(() -> reviews.userOfSeat(number, 3)).isInstanceOf(NotFound.class);
    }

    @Test
    void without_a_planned_expert_every_active_one_is_seated() {
        db.sql("DELETE FROM plan_expert WHERE consultation = ?")
                .param(number.value())
                .update();

        reviews.assign(number);

        assertThat(reviews.seats(number)).extracting(ReviewRows.Seat::userId).containsAll(users);
    }

    @Test
    void who_screened_does_not_sit_in_review_and_nobody_at_all_is_a_broken_rule() {
        db.sql("UPDATE screening SET screened_by = ? WHERE suggestion_id = ?")
                .params(users.get(0), forwarded.get(0).value())
                .update();
        db.sql("UPDATE screening SET confirmed_by = ? WHERE suggestion_id = ?")
                .params(users.get(1), held.value())
                .update();
        assertThat(reviews.assign(number)).isEqualTo(1);
        assertThat(reviews.userOfSeat(number, 0)).isEqualTo(users.get(2));

        ConsultationNumber other = rows.consultation(Level.PROVINCIAL, Status.REVIEWING);
        rows.plan(other, experts.get(0));
        SuggestionId judged = rows.suggestion(other, null, null, "丁意见");
        rows.screening(other, judged, "FORWARD");
        db.sql("UPDATE screening SET screened_by = ? WHERE suggestion_id = ?")
                .params(users.get(0), judged.value())
                .update();
        assertThatThrownBy(() -> reviews.assign(other))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("没有可以论证的专家");
    }

    @Test
    void a_seat_closes_only_when_everything_is_graded_and_the_second_makes_the_quorum() {
        reviews.assign(number);
        as(0);
        reviews.note(new NoteSuggestions(number, List.of(note(forwarded.get(0), Grade.KEY))));
        assertThatThrownBy(() -> complete(0)).isInstanceOf(RuleViolation.class).hasMessageContaining("还有1条意见");

        grade(0, Grade.KEY, Grade.APPENDIX);
        assertThat(complete(0)).isFalse();
        assertThat(complete(0)).isFalse();
        grade(1, Grade.GENERAL, null);
        assertThat(complete(1)).isTrue();
    }

    @Test
    void the_quorum_is_at_least_one_and_at_most_all() {
        reviews.assign(number);
        quorum(0);
        assertThat(reviews.quorum(number)).isEqualTo(1);
        quorum(9);
        assertThat(reviews.quorum(number)).isEqualTo(3);
    }

    @Test
    void grades_are_settled_from_the_completed_and_a_late_verdict_is_still_kept() {
        reviews.assign(number);
        grade(0, Grade.APPENDIX, Grade.APPENDIX);
        complete(0);
        grade(1, Grade.KEY, null);
        complete(1);
        grade(2, Grade.KEY, Grade.KEY);

        reviews.settleGrades(number);
        assertThat(reviews.grades(number))
                .containsExactly(Map.entry(forwarded.get(0), Grade.KEY), Map.entry(forwarded.get(1), Grade.APPENDIX));

        grade(2, Grade.GENERAL, Grade.GENERAL);
        assertThat(reviews.notes(number).get(forwarded.get(0)))
                .extracting(ReviewNote::grade)
                .containsExactly(Grade.APPENDIX, Grade.KEY, Grade.GENERAL);
        assertThat(reviews.notes(number).get(forwarded.get(1)))
                .extracting(ReviewNote::expert)
                .containsExactly(experts.get(0), experts.get(2));
        assertThat(reviews.grades(number).get(forwarded.get(0))).isEqualTo(Grade.KEY);
    }

    @Test
    void without_a_review_everything_forwarded_is_general() {
        assertThat(reviews.grades(number).keySet()).containsExactlyElementsOf(forwarded);
        assertThat(reviews.grades(number).values()).containsOnly(Grade.GENERAL);
    }

    @Test
    void only_the_seated_note_only_the_forwarded_and_only_until_the_report_is_frozen() {
        as(0);
        assertThatThrownBy(() -> reviews.note(new NoteSuggestions(number, List.of(note(forwarded.get(0), Grade.KEY)))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("没有被指派");
        reviews.assign(number);
        assertThatThrownBy(() -> reviews.note(new NoteSuggestions(number, List.of(note(held, Grade.KEY)))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("不在论证范围内");
        rows.frozenReport(number, forwarded);
        assertThatThrownBy(() -> grade(0, Grade.KEY, Grade.KEY))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("固化");
    }

    @Test
    void said_again_replaces_what_was_said_before() {
        reviews.assign(number);
        grade(0, Grade.KEY, Grade.KEY);
        grade(0, null, Grade.APPENDIX);

        assertThat(reviews.notes(number)).containsOnlyKeys(forwarded.get(1));
        assertThat(reviews.notes(number).get(forwarded.get(1))).singleElement().satisfies(note -> {
            assertThat(note.grade()).isEqualTo(Grade.APPENDIX);
            assertThat(note.legality()).isEqualTo("与上位法一致");
            assertThat(note.feasibility()).isNull();
        });
        assertThat(reviews.recusals(number, experts.get(0))).containsExactly(forwarded.get(0));
    }

    @Test
    void the_next_version_starts_with_seats_and_notes_of_its_own() {
        reviews.assign(number);
        grade(0, Grade.KEY, Grade.KEY);
        db.sql("UPDATE consultation SET report_version = 2 WHERE number = ?")
                .param(number.value())
                .update();

        assertThat(reviews.notes(number)).isEmpty();
        assertThat(reviews.seats(number)).isEmpty();
        assertThat(reviews.assign(number)).isEqualTo(3);
    }
}
