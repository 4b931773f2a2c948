package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class CampaignsContract {
    @Autowired
    Campaigns campaigns;

    @Autowired
    Invitees invitees;

    @Autowired
    Invitations invitations;

    @Autowired
    Outbox mails;

    @Autowired
    List<MailWriter> writers;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private ConsultationNumber number;
    private InvitationId byMail;
    private InvitationId other;
    private InvitationId onPaper;

    @BeforeEach
    void three_are_invited() {
        number = rows.consultation(Level.DISTRICT, Status.COLLECTING);
        byMail = rows.invitation(number, rows.informant("甲", "a@example.com"));
        other = rows.invitation(number, rows.informant("乙", "b@example.com"));
        onPaper = rows.invitation(number, rows.informant("丙", null));
    }

    @AfterEach
    void set_the_clock_back() {
        clock.reset();
    }

    private int queued(String template) {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE consultation = ? AND template = ?")
                .params(number.value(), template)
                .query(Integer.class)
                .single();
    }

    @Test
    void invitations_go_once_to_those_who_have_an_address() {
        assertThat(campaigns.queueInvitations(number)).isEqualTo(2);
        assertThat(campaigns.queueInvitations(number)).isZero();
        assertThat(queued("invitation")).isEqualTo(2);
    }

    @Test
    void each_new_deadline_is_told_once() {
        assertThat(campaigns.tellDeadlineMoved(number)).isZero();
        moveDeadline(LocalDate.of(2027, 1, 10));
        assertThat(campaigns.tellDeadlineMoved(number)).isEqualTo(2);
        assertThat(campaigns.tellDeadlineMoved(number)).isZero();
        moveDeadline(LocalDate.of(2027, 1, 20));
        assertThat(campaigns.tellDeadlineMoved(number)).isEqualTo(2);
    }

    private void moveDeadline(LocalDate to) {
        db.sql("""
                        INSERT INTO deadline_change (consultation, from_date, to_date, letter, reason, moved_by, moved_at)
                        VALUES (?, ?, ?, '函〔2026〕1号', '审议安排调整', 'staff', CURRENT_TIMESTAMP)
                        """).params(number.value(), LocalDate.of(2026, 12, 23), to).update();
    }

    @Test
    void each_suspension_and_its_end_are_told_once() {
        assertThat(campaigns.tellSuspended(number)).isEqualTo(2);
        assertThat(campaigns.tellSuspended(number)).isZero();
        assertThat(campaigns.tellResumed(number)).isEqualTo(2);
        assertThat(campaigns.tellResumed(number)).isZero();
        assertThat(campaigns.tellSuspended(number)).isEqualTo(2);
        assertThat(campaigns.tellResumed(number)).isEqualTo(2);
        assertThat(queued("suspended")).isEqualTo(4);
        assertThat(queued("resumed")).isEqualTo(4);
    }

    @Test
    void the_end_is_told_once_and_a_task_once_for_each_arrival() {
        assertThat(campaigns.tellEnded(number)).isEqualTo(2);
        assertThat(campaigns.tellEnded(number)).isZero();
        List<String> users = List.of("staff", "director");
        assertThat(campaigns.taskArrived(number, users, "审批方案", "userTask_approvePlan", 1))
                .isEqualTo(2);
        assertThat(campaigns.taskArrived(number, users, "审批方案", "userTask_approvePlan", 1))
                .isZero();
        assertThat(campaigns.taskArrived(number, users, "审批方案", "userTask_approvePlan", 2))
                .isEqualTo(2);
    }

    private void write(String template) {
        InformantId informant = invitations.find(byMail).orElseThrow().informant();
        writers.stream()
                .filter(one -> one.template().equals(template))
                .findFirst()
                .orElseThrow()
                .write(new QueuedMail(0, template + ":" + number, number, Recipient.informant(informant), template, 1));
    }

    private void change(String set) {
        db.sql("UPDATE consultation SET " + set + " WHERE number = ?")
                .param(number.value())
                .update();
    }

    @Test
    void after_the_end_nothing_but_the_end_is_told() {
        moveDeadline(LocalDate.of(2027, 1, 10));
        change("status = 'PUSHING'");
        write("invitation");
        change("status = 'ENDED', end_reason = '撤回草案', suspended_at = CURRENT_TIMESTAMP");
        assertThat(List.of("invitation", "deadline-moved", "suspended")).allSatisfy(this::isNotWritten);
        change("suspended_at = NULL");
        isNotWritten("resumed");
        write("ended");
    }

    private void isNotWritten(String template) {
        assertThatThrownBy(() -> write(template)).isInstanceOf(NotDue.class).hasMessageContaining("征询已终止");
    }

    @Test
    void nobody_is_invited_once_the_collection_is_closed() {
        change("collect_closed_at = CURRENT_TIMESTAMP");
        assertThatThrownBy(() -> write("invitation")).isInstanceOf(NotDue.class).hasMessageContaining("征集已经截止");
        assertThatThrownBy(() -> invitees.resend(new ResendInvitation(byMail)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("征集已经截止");
    }

    @Test
    void sending_again_revives_a_revoked_invitation_but_not_its_old_links() {
        campaigns.queueInvitations(number);
        String old = invitations.mint(byMail);
        invitations.revoke(new RevokeInvitation(byMail));
        invitees.resend(new ResendInvitation(byMail));
        InformantId informant = invitations.find(byMail).orElseThrow().informant();
        assertThat(mails.latest("invitation:" + number)
                        .get(Recipient.informant(informant))
                        .revision())
                .isEqualTo(2);
        assertThat(invitations.byToken(invitations.mint(byMail))).isPresent();
        assertThat(invitations.byToken(old)).isEmpty();
    }

    @Test
    void a_person_without_an_address_gets_a_letter_instead() {
        assertThatThrownBy(() -> invitees.resend(new ResendInvitation(onPaper)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("打印邀请");
    }
}
