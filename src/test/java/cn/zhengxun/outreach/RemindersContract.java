package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock starts on Monday, 23 November 2026, at nine. */
abstract class RemindersContract {
    @Autowired
    Reminders reminders;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Invitations invitations;

    @Autowired
    List<MailWriter> writers;

    @Autowired
    SlipLinks slipLinks;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TestClock clock;

    private ConsultationNumber number;
    private StationId station;

    @BeforeEach
    void a_consultation_collects_for_twenty_days() {
        number = rows.consultation(Level.DISTRICT, Status.COLLECTING);
        station = rows.station("催办小院");
    }

    @AfterEach
    void set_the_clock_back() {
        clock.reset();
    }

    private InvitationId invited(String name, String email) {
        return rows.invitation(number, rows.informant(name, email, station));
    }

    private InformantId person(InvitationId invitation) {
        return invitations.find(invitation).orElseThrow().informant();
    }

    /** What the dispatcher would have done by now with all that waits, of every consultation. */
    private void dispatch() {
        db.sql("UPDATE outbox SET status = 'SENT', sent_at = :now WHERE status = 'WAITING' AND next_try_at <= :now")
                .param("now", Timestamps.of(clock.instant()))
                .update();
    }

    private void everyoneIsInvited() {
        campaigns.queueInvitations(number);
        dispatch();
    }

    /** The daily round at nine, n days later. */
    private int nextRound(int days) {
        clock.set(Shanghai.at(Shanghai.dateOf(clock.instant()).plusDays(days), LocalTime.of(9, 0)));
        int queued = reminders.remind(number);
        clock.forward(Duration.ofMinutes(5));
        dispatch();
        return queued;
    }

    private int queued(String template) {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE consultation = ? AND template = ?")
                .params(number.value(), template)
                .query(Integer.class)
                .single();
    }

    private void at(int day, int hour) {
        clock.set(Shanghai.at(LocalDate.of(2026, 11, day), LocalTime.of(hour, 0)));
    }

    private Instant nextTry(String template) {
        return db.sql("SELECT MAX(next_try_at) AS due FROM outbox WHERE consultation = ? AND template = ?")
                .params(number.value(), template)
                .query((row, n) -> Timestamps.in(row, "due"))
                .single();
    }

    @Test
    void reminders_go_to_the_silent_three_days_apart_and_twice() {
        invited("甲", "a@example.com");
        InvitationId answering = invited("乙", "b@example.com");
        invited("丙", null);
        everyoneIsInvited();
        assertThat(nextRound(2)).isZero();
        invitations.answered(answering);
        assertThat(nextRound(1)).isEqualTo(1);
        assertThat(reminders.remind(number)).isZero();
        assertThat(nextRound(2)).isZero();
        assertThat(nextRound(1)).as("Sunday: queued for Monday").isEqualTo(1);
        clock.forward(Duration.ofDays(1));
        dispatch();
        assertThat(nextRound(4)).isZero();
        assertThat(queued("reminder")).isEqualTo(2);
    }

    @Test
    void nobody_is_reminded_whose_invitation_bounced_or_was_revoked_or_after_closing() {
        InvitationId bounced = invited("甲", "a@example.com");
        InvitationId revoked = invited("乙", "b@example.com");
        everyoneIsInvited();
        bounce(List.of(person(bounced)));
        invitations.revoke(new RevokeInvitation(revoked));
        assertThat(nextRound(4)).isZero();
        assertThat(reminders.chase(number)).isZero();
        invited("丁", "d@example.com");
        everyoneIsInvited();
        clock.forward(Duration.ofDays(20));
        assertThat(reminders.remind(number)).isZero();
        assertThat(reminders.chase(number)).isZero();
    }

    private void bounce(List<InformantId> people) {
        batches.batchUpdate(
                "UPDATE outbox SET status = 'FAILED', sent_at = NULL, last_error = '退信' WHERE consultation = ? AND recipient = ?",
                people,
                100,
                (statement, one) -> {
                    statement.setString(1, number.value());
                    statement.setString(2, Long.toString(one.value()));
                });
    }

    @Test
    void the_chase_is_sent_once_and_spaced_from_reminders() {
        InvitationId answering = invited("甲", "a@example.com");
        invited("乙", "b@example.com");
        everyoneIsInvited();
        clock.forward(Duration.ofHours(2));
        assertThat(reminders.chase(number)).isEqualTo(2);
        dispatch();
        invitations.answered(answering);
        assertThat(reminders.chase(number)).isZero();
        assertThat(nextRound(2)).isZero();
        assertThat(nextRound(1)).isEqualTo(1);
    }

    @Test
    void one_person_gets_two_reminders_a_week_over_all_consultations() {
        InformantId asked = rows.informant("多次受邀", "many@example.com", station);
        List<ConsultationNumber> three = List.of(
                number,
                rows.consultation(Level.DISTRICT, Status.COLLECTING),
                rows.consultation(Level.DISTRICT, Status.COLLECTING));
        three.forEach(one -> {
            rows.invitation(one, asked);
            campaigns.queueInvitations(one);
        });
        dispatch();
        clock.forward(Duration.ofDays(3));
        assertThat(three.stream().mapToInt(reminders::remind).sum()).isEqualTo(2);
        dispatch();
        clock.forward(Duration.ofDays(6));
        assertThat(three.stream().mapToInt(reminders::remind).sum()).isZero();
        assertThat(three.stream().mapToInt(reminders::chase).sum()).isZero();
        clock.forward(Duration.ofDays(1));
        assertThat(three.stream().mapToInt(reminders::remind).sum()).isEqualTo(2);
    }

    @Test
    void what_is_due_at_night_or_on_a_weekend_waits_for_the_next_working_morning() {
        invited("甲", "a@example.com");
        everyoneIsInvited();
        at(26, 21);
        assertThat(reminders.remind(number)).isEqualTo(1);
        assertThat(nextTry("reminder")).isEqualTo(Instant.parse("2026-11-27T08:00:00+08:00"));
        at(28, 10);
        assertThat(reminders.chase(number)).isEqualTo(1);
        assertThat(nextTry("chase")).isEqualTo(Instant.parse("2026-11-30T08:00:00+08:00"));
    }

    @Test
    void the_coordinator_is_told_once_when_the_reminders_are_used_up() {
        InformantId coordinator = rows.informant("召集人", "chair@example.com", station);
        db.sql("UPDATE station SET coordinator_id = ? WHERE id = ?")
                .params(coordinator.value(), station.value())
                .update();
        invited("沉默的人", "silent@example.com");
        InvitationId answering = invited("答复的人", "answers@example.com");
        everyoneIsInvited();
        assertThat(nextRound(3)).isEqualTo(2);
        invitations.answered(answering);
        assertThat(nextRound(4)).isEqualTo(1);
        assertThat(queued("coordinator-silent")).isZero();
        assertThat(nextRound(3)).isZero();
        assertThat(queued("coordinator-silent")).isEqualTo(1);
        assertThat(reminders.wornOutOf(number, coordinator))
                .extracting(ReminderRows.SilentAtStation::name)
                .containsExactly("沉默的人");
        nextRound(1);
        assertThat(queued("coordinator-silent")).isEqualTo(1);
        assertThat(audited("TellCoordinators")).isEqualTo(1);
    }

    @Test
    void a_coordinator_who_was_not_invited_is_led_to_the_stations_task_slip() {
        InformantId coordinator = rows.informant("召集人", "chair@example.com", station);
        db.sql("UPDATE station SET coordinator_id = ? WHERE id = ?")
                .params(coordinator.value(), station.value())
                .update();
        db.sql("INSERT INTO station_slip (consultation, station_id, issued_by, issued_at) VALUES (?, ?, 'staff', ?)")
                .params(number.value(), station.value(), Timestamps.of(clock.instant()))
                .update();
        invited("沉默的人", "silent@example.com");
        everyoneIsInvited();
        nextRound(3);
        nextRound(4);
        nextRound(3);
        Mail mail = written("coordinator-silent", coordinator);
        assertThat(mail.text()).contains("召集人，您好", "沉默的人", "/station").doesNotContain("{", "}");
        String token = mail.link().replaceAll(".*/i/(.*)/station", "$1");
        assertThat(slipLinks.behind(token).orElseThrow().coordinator()).isEqualTo(coordinator);
    }

    @Test
    void who_is_told_of_a_suspension_and_of_its_end_gets_whole_sentences() {
        InformantId person = person(invited("甲", "a@example.com"));
        db.sql("UPDATE consultation SET suspended_at = ? WHERE number = ?")
                .params(Timestamps.of(clock.instant()), number.value())
                .update();
        db.sql(
                        "INSERT INTO suspension (consultation, letter, reason, suspended_by, suspended_at) VALUES (?, '函', '审议推迟', 'staff', ?)")
                .params(number.value(), Timestamps.of(clock.instant()))
                .update();
        assertThat(written("suspended", person).text()).contains("甲，您好", "审议推迟").doesNotContain("{", "}", "/i/");
        assertThatThrownBy(() -> written("resumed", person)).isInstanceOf(NotDue.class);
        db.sql("UPDATE consultation SET suspended_at = NULL WHERE number = ?")
                .param(number.value())
                .update();
        assertThat(written("resumed", person).text()).contains("甲，您好", "/i/").doesNotContain("{", "}");
        assertThatThrownBy(() -> written("suspended", person)).isInstanceOf(NotDue.class);
    }

    private Mail written(String template, InformantId person) {
        return writers.stream()
                .filter(writer -> writer.template().equals(template))
                .findFirst()
                .orElseThrow()
                .write(new QueuedMail(0, template + ":" + number, number, Recipient.informant(person), template, 1));
    }

    @Test
    void two_rounds_at_the_same_time_queue_each_reminder_once() throws Exception {
        for (int i = 0; i < 20; i++) {
            invited("甲" + i, "a" + i + "@example.com");
        }
        everyoneIsInvited();
        clock.forward(Duration.ofDays(3));
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> round = () -> {
            together.await();
            return reminders.remind(number);
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> one = nodes.submit(round);
            Future<Integer> other = nodes.submit(round);
            assertThat(one.get() + other.get()).isEqualTo(20);
        } finally {
            nodes.shutdown();
        }
        assertThat(queued("reminder")).isEqualTo(20);
    }

    private int audited(String action) {
        return db.sql("SELECT COUNT(*) FROM audit_entry WHERE consultation = ? AND action = ?")
                .params(number.value(), action)
                .query(Integer.class)
                .single();
    }

    @Test
    void of_a_thousand_invited_those_are_reminded_who_got_the_invitation_and_are_silent() {
        List<InformantId> people = thousand();
        everyoneIsInvited();
        mark("answered_at", people.subList(0, 400));
        mark("drafted_at", people.subList(400, 500));
        bounce(people.subList(980, 1_000));
        // days lie before the first reminder, in which PostgreSQL counts its rows by itself
        db.sql("ANALYZE").update();
        assertThat(nextRound(3)).isEqualTo(580);
        assertThat(queued("reminder")).isEqualTo(480);
        assertThat(queued("reminder-draft")).isEqualTo(100);
        assertThat(nextRound(4)).isEqualTo(580);
        assertThat(nextRound(4)).isZero();
        assertThat(db.sql("""
                                SELECT COUNT(*) FROM outbox o JOIN invitation i
                                    ON i.consultation = o.consultation AND CAST(i.informant_id AS VARCHAR(64)) = o.recipient
                                WHERE o.campaign = ? AND i.answered_at IS NOT NULL
                                """).param("reminder:" + number).query(Integer.class).single())
                .isZero();
    }

    private List<InformantId> thousand() {
        List<Integer> thousand =
                java.util.stream.IntStream.range(0, 1_000).boxed().toList();
        batches.batchUpdate("""
                INSERT INTO informant (name, email, station_id, profiling_refused, active, joined_on)
                VALUES (?, ?, ?, FALSE, TRUE, DATE '2025-01-01')
                """, thousand, 500, (statement, i) -> {
            statement.setString(1, "信息员" + i);
            statement.setString(2, "p" + i + "@example.com");
            statement.setLong(3, station.value());
        });
        List<InformantId> people = db.sql("SELECT id FROM informant WHERE station_id = ? ORDER BY id")
                .param(station.value())
                .query((row, n) -> new InformantId(row.getLong("id")))
                .list();
        batches.batchUpdate(
                "INSERT INTO invitation (consultation, informant_id, issued_at) VALUES (?, ?, ?)",
                people,
                500,
                (statement, one) -> {
                    statement.setString(1, number.value());
                    statement.setLong(2, one.value());
                    statement.setObject(3, Timestamps.of(clock.instant()));
                });
        return people;
    }

    private void mark(String event, List<InformantId> people) {
        batches.batchUpdate(
                "UPDATE invitation SET " + event + " = ? WHERE consultation = ? AND informant_id = ?",
                people,
                500,
                (statement, one) -> {
                    statement.setObject(1, Timestamps.of(clock.instant()));
                    statement.setString(2, number.value());
                    statement.setLong(3, one.value());
                });
    }
}
