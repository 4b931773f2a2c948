package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One station led by a person with an address, one by a person without. */
abstract class StationSlipsContract {
    @Autowired
    StationSlips slips;

    @Autowired
    StationSlipRows rowsOfSlips;

    @Autowired
    StationReportRows reports;

    @Autowired
    StationBoard board;

    @Autowired
    StationSlipWriter writer;

    @Autowired
    SlipLinks slipLinks;

    @Autowired
    Invitations invitations;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private ConsultationNumber number;
    private StationId byMail;
    private StationId byPaper;
    private InformantId withAddress;
    private InformantId withoutAddress;

    @BeforeEach
    void two_stations() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        confirmAudience();
        byMail = rows.station("有邮箱小院");
        byPaper = rows.station("没邮箱小院");
        withAddress = rows.informant("钱召集", "q@example.org", byMail);
        withoutAddress = rows.informant("孙召集", null, byPaper);
        lead(byMail, withAddress);
        lead(byPaper, withoutAddress);
    }

    @AfterEach
    void set_the_clock_back() {
        clock.reset();
    }

    private void confirmAudience() {
        db.sql(
                        "INSERT INTO audience (consultation, expression, proposed_at, frozen_at, frozen_by) VALUES (?, '', ?, ?, 'staff')")
                .params(number.value(), Timestamps.of(clock.instant()), Timestamps.of(clock.instant()))
                .update();
    }

    private void lead(StationId station, InformantId coordinator) {
        db.sql("UPDATE station SET coordinator_id = ? WHERE id = ?")
                .params(coordinator.value(), station.value())
                .update();
    }

    private StationSlips.Issued issue(StationId... stations) {
        return slips.issue(new IssueStationSlips(number, Set.of(stations)));
    }

    private StationSlip slip(StationId station) {
        return rowsOfSlips.of(number).stream()
                .filter(one -> one.station().equals(station))
                .findFirst()
                .orElseThrow();
    }

    private StationBoard.Line line(StationId station) {
        return board.lines(number).stream()
                .filter(one -> one.station().id().equals(station))
                .findFirst()
                .orElseThrow();
    }

    private ReportStationNumbers report(StationSlip slip, int reached, int meetings, int handedOver) {
        return new ReportStationNumbers(
                slip.id(), reached, meetings, handedOver, "", UUID.randomUUID().toString());
    }

    private int mails(StationId station) {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE campaign = ?")
                .param(StationSlips.campaign(number, station))
                .query(Integer.class)
                .single();
    }

    private QueuedMail queued(StationId station, InformantId coordinator) {
        return new QueuedMail(
                1,
                StationSlips.campaign(number, station),
                number,
                Recipient.informant(coordinator),
                StationSlips.TEMPLATE,
                1);
    }

    private static String tokenIn(String text) {
        Matcher link = Pattern.compile("/i/([A-Za-z0-9_-]{43})/station").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    @Test
    void a_coordinator_with_an_address_is_mailed_and_one_without_is_left_to_paper() {
        assertThat(issue(byMail, byPaper)).isEqualTo(new StationSlips.Issued(2, 1));
        assertThat(mails(byMail)).isEqualTo(1);
        assertThat(mails(byPaper)).isZero();
        assertThat(line(byPaper).state()).isEqualTo(SlipState.ISSUED);
        assertThat(line(byPaper).byMail()).isFalse();
        assertThatThrownBy(
                        () -> slips.resend(new ResendStationSlip(slip(byPaper).id())))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("打印");
        assertThat(slips.print(new PrintStationSlip(slip(byPaper).id()))).endsWith("/station");
    }

    @Test
    void issuing_again_gives_nobody_a_second_slip_and_opens_the_stations_channel_once() {
        issue(byMail);
        assertThat(issue(byMail, byPaper)).isEqualTo(new StationSlips.Issued(1, 0));
        assertThat(mails(byMail)).isEqualTo(1);
        assertThat(invitations.channels(number).stream().map(OpenChannel::station))
                .containsExactlyInAnyOrder(byMail, byPaper);
    }

    @Test
    void an_internal_consultation_opens_no_channel() {
        db.sql("UPDATE consultation SET visibility = 'INTERNAL' WHERE number = ?")
                .param(number.value())
                .update();
        issue(byMail);
        assertThat(invitations.channels(number)).isEmpty();
    }

    @Test
    void nothing_is_issued_before_the_audience_is_confirmed_after_the_end_or_to_a_station_nobody_leads() {
        StationId alone = rows.station("没人小院");
        assertThatThrownBy(() -> issue(alone)).isInstanceOf(RuleViolation.class).hasMessageContaining("没有召集人");
        db.sql("UPDATE station SET active = FALSE WHERE id = ?")
                .param(byPaper.value())
                .update();
        assertThatThrownBy(() -> issue(byMail, byPaper))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已停用");
        assertThatThrownBy(() -> issue(new StationId(-1))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new IssueStationSlips(number, Set.of())).isInstanceOf(InvalidCommand.class);
        assertThat(rowsOfSlips.of(number)).isEmpty();

        clock.forward(Duration.ofDays(21));
        assertThatThrownBy(() -> issue(byMail))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("不在征集");
        clock.reset();
        db.sql("UPDATE audience SET frozen_at = NULL WHERE consultation = ?")
                .param(number.value())
                .update();
        assertThatThrownBy(() -> issue(byMail))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("没有确认");
    }

    @Test
    void the_link_in_the_mail_leads_to_the_slip_also_for_a_coordinator_who_is_not_invited() {
        issue(byMail, byPaper);
        Mail mail = writer.write(queued(byMail, withAddress));
        String token = tokenIn(mail.text());
        assertThat(invitations.byToken(token)).isEmpty();
        assertThat(slips.duties(token)).singleElement().asString().startsWith("有邮箱小院");

        rows.invitation(number, withoutAddress);
        String personal = tokenIn(slips.print(new PrintStationSlip(slip(byPaper).id())));
        assertThat(invitations.byToken(personal)).isPresent();
        assertThat(slips.duties(personal)).singleElement().asString().startsWith("没邮箱小院");
        assertThat(slips.duties("A".repeat(43))).isEmpty();
        slips.withdraw(new WithdrawStationSlip(slip(byPaper).id(), "不再需要"));
        assertThat(slips.duties(personal)).isEmpty();
    }

    @Test
    void the_link_dies_with_the_office_of_coordinator() {
        issue(byMail);
        String token = tokenIn(writer.write(queued(byMail, withAddress)).text());
        lead(byMail, withoutAddress);
        assertThat(slips.duties(token)).isEmpty();
        assertThatThrownBy(() -> writer.write(queued(byMail, withAddress))).isInstanceOf(NotDue.class);
        assertThat(tokenIn(slips.print(new PrintStationSlip(slip(byMail).id()))))
                .isNotEqualTo(token);
    }

    @Test
    void numbers_add_up_and_a_wrong_report_is_taken_back_without_being_lost() {
        issue(byPaper);
        StationSlip slip = slip(byPaper);
        ReportStationNumbers first = report(slip, 30, 1, 4);
        slips.report(first);
        slips.report(first);
        slips.report(report(slip, 300, 0, 0));
        assertThat(line(byPaper).numbers()).isEqualTo(new StationNumbers(330, 1, 4));
        assertThat(line(byPaper).state()).isEqualTo(SlipState.REPORTED);
        assertThat(slip(byPaper).claimedBy()).isEqualTo(withoutAddress);

        long wrong = reports.reports(slip.id()).get(0).id();
        slips.takeBack(new TakeBackStationReport(slip.id(), wrong));
        slips.takeBack(new TakeBackStationReport(slip.id(), wrong));
        assertThat(line(byPaper).numbers()).isEqualTo(new StationNumbers(30, 1, 4));
        List<StationReport> log = reports.reports(slip.id());
        assertThat(log).hasSize(3);
        assertThat(log.get(0).numbers()).isEqualTo(new StationNumbers(-300, 0, 0));
        assertThat(log).filteredOn(StationReport::stands).hasSize(1);
        assertThatThrownBy(() -> slips.takeBack(
                        new TakeBackStationReport(slip.id(), log.get(0).id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> slips.report(report(slip, 0, 0, 0))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> report(slip, -1, 0, 0)).isInstanceOf(InvalidCommand.class);
    }

    @Test
    void paper_that_was_asked_for_waits_until_it_is_handed_out() {
        issue(byPaper, byMail);
        StationSlip slip = slip(byPaper);
        slips.askForPaper(new AskForPaperPacks(slip.id(), 20));
        slips.askForPaper(new AskForPaperPacks(slip.id(), 25));
        slips.askForPaper(new AskForPaperPacks(slip(byMail).id(), 5));
        assertThat(slips.waitingForPaper(number)).isEqualTo(2);
        assertThat(line(byPaper).paper()).isEqualTo(25);

        slips.askForPaper(new AskForPaperPacks(slip(byMail).id(), 0));
        PaperRequest request = reports.waiting(slip.id()).orElseThrow();
        slips.handOut(new HandOutPaperPacks(slip.id(), request.id()));
        slips.handOut(new HandOutPaperPacks(slip.id(), request.id()));
        assertThat(slips.waitingForPaper(number)).isZero();

        slips.askForPaper(new AskForPaperPacks(slip.id(), 10));
        assertThat(line(byPaper).paper()).isEqualTo(10);
        assertThat(reports.requests(slip.id())).hasSize(2);
        clock.forward(Duration.ofDays(21));
        assertThatThrownBy(() -> slips.askForPaper(new AskForPaperPacks(slip.id(), 1)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("截止");
    }

    @Test
    void a_withdrawn_slip_takes_nothing_any_more_until_it_is_issued_again() {
        issue(byMail);
        StationSlip slip = slip(byMail);
        slips.claim(new ClaimStationSlip(slip.id()));
        slips.withdraw(new WithdrawStationSlip(slip.id(), "站点装修"));
        assertThat(line(byMail).state()).isEqualTo(SlipState.WITHDRAWN);
        assertThatThrownBy(() -> slips.claim(new ClaimStationSlip(slip.id()))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> writer.write(queued(byMail, withAddress))).isInstanceOf(NotDue.class);

        assertThat(issue(byMail)).isEqualTo(new StationSlips.Issued(1, 1));
        assertThat(line(byMail).state()).isEqualTo(SlipState.ISSUED);
        assertThat(mails(byMail)).isEqualTo(2);
    }

    @Test
    void a_closed_slip_can_be_worked_on_again() {
        issue(byMail);
        StationSlip slip = slip(byMail);
        slips.close(new CloseStationSlip(slip.id()));
        assertThat(line(byMail).state()).isEqualTo(SlipState.CLOSED);
        assertThatThrownBy(() -> slips.report(report(slip, 1, 0, 0)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("恢复");
        slips.reopen(new ReopenStationSlip(slip.id()));
        slips.report(report(slip, 1, 0, 0));
        assertThat(line(byMail).state()).isEqualTo(SlipState.REPORTED);
    }

    @Test
    void the_station_sees_its_invited_people_and_those_who_refused_to_be_chosen_by_profile() {
        InformantId answered = rows.informant("已答", "a@example.org", byPaper);
        InformantId refuser = rows.informant("不画像", "r@example.org", byPaper);
        rows.informant("没请的", "n@example.org", byPaper);
        db.sql("UPDATE informant SET profiling_refused = TRUE WHERE id = ?")
                .param(refuser.value())
                .update();
        invitations.answered(rows.invitation(number, answered));
        rows.invitation(number, withoutAddress);
        assertThat(rowsOfSlips.members(number, byPaper))
                .extracting(
                        StationSlipRows.Member::informant,
                        StationSlipRows.Member::invited,
                        StationSlipRows.Member::byMail,
                        StationSlipRows.Member::answered)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(answered, true, true, true),
                        org.assertj.core.groups.Tuple.tuple(refuser, false, true, false),
                        org.assertj.core.groups.Tuple.tuple(withoutAddress, true, false, false));
        assertThat(line(byPaper).invited()).isEqualTo(2);
        assertThat(line(byPaper).answered()).isEqualTo(1);
    }
}
