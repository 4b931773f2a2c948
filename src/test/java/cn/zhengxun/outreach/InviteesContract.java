package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.audience.Audiences;
import cn.zhengxun.outreach.audience.ProposeAudience;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff see of invitations and do with them, on either database. */
abstract class InviteesContract {
    @Autowired
    Invitees invitees;

    @Autowired
    Invitations invitations;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Audiences audiences;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private ConsultationNumber number;
    private StationId station;
    private InformantId byMail;
    private InformantId onPaper;

    @BeforeEach
    void two_are_invited() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        station = rows.station("邀请小院");
        byMail = rows.informant("有邮箱的", "invitee@example.com", station);
        onPaper = rows.informant("没邮箱的", null, station);
        audiences.propose(new ProposeAudience(number, "站点:" + stationName()));
        audiences.freeze(number);
        invitations.issue(number);
        campaigns.queueInvitations(number);
    }

    private String stationName() {
        return db.sql("SELECT name FROM station WHERE id = ?")
                .param(station.value())
                .query(String.class)
                .single();
    }

    private InvitationId of(InformantId informant) {
        return invitations.find(number, informant).orElseThrow().id();
    }

    private Invitee seen(InformantId informant) {
        return invitees.find(number, of(informant));
    }

    private void mail(String set) {
        db.sql("UPDATE outbox SET " + set + " WHERE campaign = ?")
                .param("invitation:" + number)
                .update();
    }

    @Test
    void each_state_follows_from_what_happened_last() {
        assertThat(invitees.counts(number)).isEqualTo(Map.of(InviteeState.WAITING, 1, InviteeState.ON_PAPER, 1));
        List<InviteeState> states = new ArrayList<>();
        Runnable look = () -> states.add(seen(byMail).state());

        mail("last_error = '对方服务器忙', next_try_at = TIMESTAMP WITH TIME ZONE '2026-11-23 09:05:00+08'");
        look.run();
        assertThat(seen(byMail).error()).isEqualTo("对方服务器忙");
        assertThat(seen(byMail).nextTryTime()).isEqualTo("2026年11月23日 09:05");
        mail("status = 'FAILED', last_error = '没有这个邮箱'");
        look.run();
        assertThat(seen(byMail).error()).isEqualTo("没有这个邮箱");
        mail("status = 'SENT', sent_at = created_at, last_error = NULL");
        look.run();
        mail("delivered_at = created_at");
        look.run();
        invitations.opened(of(byMail));
        look.run();
        invitations.drafted(of(byMail), clock.instant());
        look.run();
        invitations.haveNoOpinion(new HaveNoOpinion(of(byMail)));
        look.run();
        invitations.answered(of(byMail));
        look.run();
        invitations.revoke(new RevokeInvitation(of(byMail)));
        look.run();

        assertThat(states)
                .containsExactly(
                        InviteeState.RETRYING,
                        InviteeState.FAILED,
                        InviteeState.SENT,
                        InviteeState.DELIVERED,
                        InviteeState.OPENED,
                        InviteeState.DRAFTED,
                        InviteeState.NO_OPINION,
                        InviteeState.ANSWERED,
                        InviteeState.REVOKED);
    }

    @Test
    void who_left_the_panel_is_asked_no_more_and_an_answer_stays_an_answer() {
        invitations.opened(of(byMail));
        db.sql("UPDATE informant SET active = FALSE WHERE station_id = ?")
                .param(station.value())
                .update();
        assertThat(invitees.counts(number)).isEqualTo(Map.of(InviteeState.LEFT, 2));
        assertThat(found(new InviteeSearch(InviteeState.LEFT, "有邮箱", 1))).containsExactly("有邮箱的");
        assertThat(found(new InviteeSearch(InviteeState.WAITING, "", 1))).isEmpty();
        assertThat(seen(byMail).resendable()).isFalse();
        assertThatThrownBy(() -> invitees.resend(new ResendInvitation(of(byMail))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经退出");
        assertThat(campaigns.queueInvitations(number)).isZero();

        invitations.answered(of(byMail));
        assertThat(seen(byMail).state()).isEqualTo(InviteeState.ANSWERED);
        assertThat(seen(onPaper).state()).isEqualTo(InviteeState.LEFT);
    }

    @Test
    void people_are_found_by_state_name_and_station_page_by_page() {
        assertThat(found(new InviteeSearch(InviteeState.ON_PAPER, "", 1))).containsExactly("没邮箱的");
        assertThat(found(new InviteeSearch(null, "有邮箱", 7))).containsExactly("有邮箱的");
        assertThat(found(new InviteeSearch(null, stationName(), 1))).hasSize(2);
        assertThat(found(new InviteeSearch(null, "'%_", 1))).isEmpty();
        List<String> everybody = new ArrayList<>();
        invitees.each(number, new InviteeSearch(null, "", 1), one -> everybody.add(one.name()));
        assertThat(everybody).containsExactlyInAnyOrder("有邮箱的", "没邮箱的");
    }

    private List<String> found(InviteeSearch search) {
        return invitees.search(number, search).invitees().stream()
                .map(Invitee::name)
                .toList();
    }

    @Test
    void somebody_else_is_asked_instead_and_the_list_stays_true() {
        InformantId other = rows.informant("替补的", "other@example.com", station);
        String old = invitations.mint(of(byMail));
        assertThat(invitees.candidates(number, seen(byMail), ""))
                .first()
                .extracting(InviteeRows.Candidate::id)
                .isEqualTo(other);

        invitees.replace(new ReplaceInvitee(of(byMail), other, "长期出差"));

        assertThat(seen(byMail).state()).isEqualTo(InviteeState.SWAPPED);
        assertThat(seen(other).state()).isEqualTo(InviteeState.WAITING);
        assertThat(invitations.byToken(old)).isEmpty();
        assertThat(db.sql("SELECT reason FROM audience_member WHERE consultation = ? AND informant_id = ? AND included")
                        .params(number.value(), other.value())
                        .query(String.class)
                        .single())
                .isEqualTo("替换有邮箱的：长期出差");
        assertThat(db.sql("SELECT COUNT(*) FROM audience_member WHERE consultation = ? AND included")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(db.sql("SELECT COUNT(*) FROM outbox WHERE campaign = ? AND recipient = ?")
                        .params("invitation:" + number, Long.toString(other.value()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> invitees.resend(new ResendInvitation(of(byMail))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("换人");
        assertThatThrownBy(() -> invitees.replace(new ReplaceInvitee(of(onPaper), other, "再换")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经受邀");
    }

    @Test
    void two_clerks_at_once_do_not_choose_the_same_substitute() throws Exception {
        InformantId other = rows.informant("替补的", "other@example.com", station);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> choices = new ArrayList<>();
            for (InformantId old : List.of(byMail, onPaper)) {
                choices.add(clerks.submit(() -> {
                    together.await();
                    try {
                        invitees.replace(new ReplaceInvitee(of(old), other, "换"));
                        return true;
                    } catch (RuleViolation refused) {
                        assertThat(refused).hasMessageContaining("已经受邀");
                        return false;
                    }
                }));
            }
            assertThat(List.of(choices.get(0).get(), choices.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            clerks.shutdown();
        }
        assertThat(List.of(seen(byMail).state(), seen(onPaper).state())).containsOnlyOnce(InviteeState.SWAPPED);
    }

    @Test
    void nobody_whose_term_is_over_is_asked_instead() {
        InformantId former = rows.informant("任满的", "former@example.com", station);
        db.sql("UPDATE informant SET term_ends_on = DATE '2026-11-22' WHERE id = ?")
                .param(former.value())
                .update();
        assertThatThrownBy(() -> invitees.replace(new ReplaceInvitee(of(byMail), former, "换")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("任期已满");
    }

    @Test
    void whoever_has_answered_is_not_replaced() {
        invitations.answered(of(byMail));
        InformantId other = rows.informant("替补的", null, station);
        assertThatThrownBy(() -> invitees.replace(new ReplaceInvitee(of(byMail), other, "换")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已答复");
    }

    @Test
    void those_with_a_corrected_address_are_written_to_again_at_once() {
        mail("status = 'FAILED', last_error = '没有这个邮箱'");
        db.sql("UPDATE informant SET mail_failure = '没有这个邮箱' WHERE id = ?")
                .param(byMail.value())
                .update();
        assertThat(invitees.corrected(number)).isZero();
        assertThatThrownBy(() -> invitees.resend(new ResendInvitation(of(byMail))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("更正邮箱");
        db.sql("UPDATE informant SET mail_failure = NULL, email = 'right@example.com' WHERE id = ?")
                .param(byMail.value())
                .update();

        assertThat(invitees.resend(new ResendCorrected(number))).isEqualTo(1);
        assertThat(invitees.resend(new ResendCorrected(number))).isZero();
        assertThat(seen(byMail).state()).isEqualTo(InviteeState.WAITING);
    }

    @Test
    void letters_are_printed_once_and_again_only_when_everybody_has_one() {
        assertThat(invitations.countOnPaper(number, false)).isEqualTo(1);
        assertThat(invitations.print(new PrintLetters(number)))
                .hasSize(1)
                .allSatisfy((invitation, token) -> assertThat(invitations.byToken(token))
                        .map(Invitation::informant)
                        .contains(onPaper));
        assertThat(invitations.countOnPaper(number, false)).isZero();
        InformantId late = rows.informant("后来的", null, station);
        invitees.replace(new ReplaceInvitee(of(byMail), late, "换"));
        assertThat(invitations.print(new PrintLetters(number)).keySet())
                .extracting(Invitation::informant)
                .containsExactly(late);
        assertThat(invitations.print(new PrintLetters(number))).hasSize(2);
    }

    @Test
    void two_moves_of_the_deadline_are_told_once_each_to_everybody_with_an_address() {
        for (int move = 1; move <= 2; move++) {
            db.sql("""
                            INSERT INTO deadline_change (consultation, from_date, to_date, letter, reason, moved_by, moved_at)
                            VALUES (?, DATE '2026-12-20', DATE '2026-12-23', '延期函', '来文延期', 'staff', ?)
                            """).params(number.value(), Timestamps.of(clock.instant())).update();
            assertThat(campaigns.tellDeadlineMoved(number)).isEqualTo(1);
            assertThat(campaigns.tellDeadlineMoved(number)).isZero();
        }
        assertThat(db.sql("SELECT COUNT(*) FROM outbox WHERE campaign = ?")
                        .param("deadline-moved:" + number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
