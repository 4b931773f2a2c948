package cn.zhengxun.outreach;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.audience.Audience;
import cn.zhengxun.outreach.audience.Audiences;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Reach;
import cn.zhengxun.outreach.mail.Recipient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Task slips of the stations: given out, claimed, reported on, closed. */
@Service
@Transactional
public class StationSlips {
    static final String TEMPLATE = "station-slip";

    private final StationSlipRows rows;
    private final StationReportRows reports;
    private final SlipLinks slipLinks;
    private final Invitations invitations;
    private final Audiences audiences;
    private final Outbox outbox;
    private final Reach reach;
    private final Consultations consultations;
    private final Directory directory;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    StationSlips(
            StationSlipRows rows,
            StationReportRows reports,
            SlipLinks slipLinks,
            Invitations invitations,
            Audiences audiences,
            Outbox outbox,
            Reach reach,
            Consultations consultations,
            Directory directory,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.reports = reports;
        this.slipLinks = slipLinks;
        this.invitations = invitations;
        this.audiences = audiences;
        this.outbox = outbox;
        this.reach = reach;
        this.consultations = consultations;
        this.directory = directory;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param slips how many are new; @param mails how many of them went by mail, the others are to be printed */
    record Issued(int slips, int mails) {}

    /** A campaign is station-slip:number:station. */
    static String campaign(ConsultationNumber number, StationId station) {
        return TEMPLATE + ":" + number + ":" + station.value();
    }

    /** @throws RuleViolation before the audience was confirmed, while nothing is collected, for stations that nobody leads */
    Issued issue(IssueStationSlips command) {
        ConsultationNumber number = command.consultation();
        Consultation consultation = consultations.find(number);
        requireCollecting(consultation);
        Map<StationId, Station> led = led(command);
        Map<StationId, StationSlip> before =
                rows.of(number).stream().collect(Collectors.toMap(StationSlip::station, Function.identity()));
        led.keySet().stream()
                .filter(station -> !before.containsKey(station))
                .forEach(station -> rows.insert(number, station, actor.id(), clock.instant()));
        before.values().stream()
                .filter(slip -> led.containsKey(slip.station()) && slip.withdrawnAt() != null)
                .forEach(slip -> rows.issueAgain(slip.id(), actor.id(), clock.instant()));
        List<StationSlip> fresh = rows.of(number).stream()
                .filter(slip -> led.containsKey(slip.station()))
                .filter(slip -> !before.containsKey(slip.station())
                        || before.get(slip.station()).withdrawnAt() != null)
                .toList();
        openChannels(consultation, fresh);
        Map<InformantId, Informant> people =
                directory
                        .informants(
                                led.values().stream().map(Station::coordinator).toList())
                        .stream()
                        .collect(Collectors.toMap(Informant::id, Function.identity()));
        int mails = (int) fresh.stream()
                .filter(slip -> mail(slip, people.get(led.get(slip.station()).coordinator())))
                .count();
        audit.record(command, number.value(), Map.of("issued", fresh.size(), "mailed", mails));
        return new Issued(fresh.size(), mails);
    }

    /** @throws RuleViolation for a slip that is not open, and for a coordinator who is not reached by mail */
    void resend(ResendStationSlip command) {
        StationSlip slip = requireOpen(command.slip());
        if (!mail(slip, coordinator(slip))) {
            throw new RuleViolation("这个站点的召集人收不到邮件，请打印任务单当面送达。");
        }
        audit.record(command, slip.consultation().value(), details(slip));
    }

    /** @return the coordinator's own link, to be shown this once @throws RuleViolation for a slip that is not open */
    String print(PrintStationSlip command) {
        StationSlip slip = requireOpen(command.slip());
        audit.record(command, slip.consultation().value(), details(slip));
        return slipLinks.fresh(slip, coordinator(slip).id());
    }

    /** @throws RuleViolation for a slip that is not open */
    void withdraw(WithdrawStationSlip command) {
        StationSlip slip = requireOpen(command.slip());
        rows.withdraw(slip.id(), command.reason().strip(), clock.instant());
        audit.record(command, slip.consultation().value(), details(slip));
    }

    /** Again changes nothing. @throws RuleViolation for a slip that is not open */
    void claim(ClaimStationSlip command) {
        StationSlip slip = requireOpen(command.slip());
        if (slip.claimedAt() != null) {
            return;
        }
        rows.claim(slip.id(), leader(slip), clock.instant());
        audit.record(command, slip.consultation().value(), details(slip));
    }

    /** Whoever reports has claimed. @throws RuleViolation for a slip that is not open, and where all numbers are 0 */
    void report(ReportStationNumbers command) {
        StationSlip slip = requireOpen(command.slip());
        StationNumbers numbers = new StationNumbers(command.reached(), command.meetings(), command.handedOver());
        if (numbers.equals(StationNumbers.NONE)) {
            throw new RuleViolation("三个数字都是0，没有可以记下的。请至少填一个数字。");
        }
        if (reports.knows(slip.id(), command.formKey())) {
            return;
        }
        String note = command.note() == null || command.note().isBlank()
                ? null
                : command.note().strip();
        rows.claim(slip.id(), leader(slip), clock.instant());
        add(slip, numbers, note, null, command.formKey());
        audit.record(
                command,
                slip.consultation().value(),
                Map.of(
                        "station", slip.station().value(),
                        "reached", numbers.reached(),
                        "meetings", numbers.meetings(),
                        "handedOver", numbers.handedOver()));
    }

    /** Again changes nothing. @throws NotFound @throws RuleViolation for a slip that is not open */
    void takeBack(TakeBackStationReport command) {
        StationSlip slip = requireOpen(command.slip());
        StationReport report = reports.reports(slip.id()).stream()
                .filter(one -> one.id() == command.report() && one.takesBack() == null)
                .findFirst()
                .orElseThrow(() -> new NotFound("任务单上没有这次报数，请从列表中选择。"));
        if (report.takenBack()) {
            return;
        }
        add(slip, report.numbers().negated(), null, report.id(), "takes-back-" + report.id());
        audit.record(
                command,
                slip.consultation().value(),
                Map.of("station", slip.station().value(), "report", report.id()));
    }

    /** @throws RuleViolation for a slip that is not open, and when nothing is collected any more */
    void askForPaper(AskForPaperPacks command) {
        StationSlip slip = requireOpen(command.slip());
        if (!consultations.find(slip.consultation()).acceptsAt(clock.instant())) {
            throw new RuleViolation("征集已经截止或者暂停，不能再要纸质材料。");
        }
        Optional<PaperRequest> waiting = reports.waiting(slip.id());
        if (waiting.isPresent()) {
            reports.change(waiting.get(), command.copies(), actor.id(), clock.instant());
        } else if (command.copies() > 0) {
            reports.ask(slip.id(), command.copies(), actor.id(), clock.instant());
        } else {
            throw new RuleViolation("请填要几份，至少1份。");
        }
        audit.record(
                command,
                slip.consultation().value(),
                Map.of("station", slip.station().value(), "copies", command.copies()));
    }

    /** Again changes nothing; also after the slip was closed. @throws NotFound */
    void handOut(HandOutPaperPacks command) {
        StationSlip slip = require(command.slip());
        PaperRequest request = reports.requests(slip.id()).stream()
                .filter(one -> one.id() == command.request())
                .findFirst()
                .orElseThrow(() -> new NotFound("任务单上没有这次申请，请从列表中选择。"));
        if (!request.waiting()) {
            return;
        }
        reports.handOut(request, actor.id(), clock.instant());
        audit.record(
                command,
                slip.consultation().value(),
                Map.of("station", slip.station().value(), "copies", request.copies()));
    }

    /** @throws RuleViolation for a slip that is not open */
    void close(CloseStationSlip command) {
        StationSlip slip = requireOpen(command.slip());
        rows.close(slip.id(), actor.id(), clock.instant());
        audit.record(command, slip.consultation().value(), details(slip));
    }

    /** @throws RuleViolation for a slip that was not closed */
    void reopen(ReopenStationSlip command) {
        StationSlip slip = require(command.slip());
        if (slip.closedAt() == null) {
            throw new RuleViolation("这张任务单没有办结，不用恢复。");
        }
        requireRunning(slip);
        rows.reopen(slip.id());
        audit.record(command, slip.consultation().value(), details(slip));
    }

    /** The stations whose open slips the person behind this link holds; empty for links that lead nowhere. */
    @Transactional(readOnly = true)
    public List<String> duties(String token) {
        return slipLinks.behind(token).map(rows::ledBy).orElse(List.of()).stream()
                .filter(StationSlip::open)
                .map(slip -> directory.station(slip.station()).orElseThrow().name())
                .toList();
    }

    /** How many stations wait for paper packs. */
    @Transactional(readOnly = true)
    public int waitingForPaper(ConsultationNumber number) {
        return (int) reports.waiting(number).stream()
                .map(PaperRequest::slip)
                .distinct()
                .count();
    }

    @Transactional(readOnly = true)
    Optional<StationSlip> find(StationSlipId id) {
        return rows.find(id);
    }

    private void requireCollecting(Consultation consultation) {
        if (audiences.find(consultation.number()).filter(Audience::frozen).isEmpty()) {
            throw new RuleViolation("推送名单还没有确认，请先在“推送”页确认名单再下达任务单。");
        }
        if (!consultation.acceptsAt(clock.instant())) {
            throw new RuleViolation("征询" + consultation.number() + "现在不在征集，不能下达任务单；征集期间才能下达。");
        }
        // keeps a second click waiting until the first has written its slips
        audiences.frozen(consultation.number());
    }

    private Map<StationId, Station> led(IssueStationSlips command) {
        Map<StationId, Station> stations =
                directory.stations().stream().collect(Collectors.toMap(Station::id, Function.identity()));
        Map<StationId, Station> led = new LinkedHashMap<>();
        for (StationId id : command.stations()) {
            Station station =
                    Optional.ofNullable(stations.get(id)).orElseThrow(() -> new NotFound("名录中没有这个站点，请从列表中选择。"));
            if (!station.active()) {
                throw new RuleViolation("站点“" + station.name() + "”已停用，不能下达任务单；请先在名录中恢复，或不选它。");
            }
            if (station.coordinator() == null) {
                throw new RuleViolation("站点“" + station.name() + "”没有召集人，请先在名录中指定召集人，或不选它。");
            }
            led.put(id, station);
        }
        return led;
    }

    private void openChannels(Consultation consultation, List<StationSlip> slips) {
        if (consultation.visibility() == Visibility.INTERNAL) {
            return;
        }
        List<StationId> open = invitations.channels(consultation.number()).stream()
                .map(OpenChannel::station)
                .toList();
        slips.stream()
                .map(StationSlip::station)
                .filter(station -> !open.contains(station))
                .forEach(station -> invitations.openChannel(consultation.number(), station, OpenChannel.freshCode()));
    }

    /** @return false where neither mail nor message reaches the coordinator */
    private boolean mail(StationSlip slip, Informant coordinator) {
        if (!coordinator.active() || !reach.reaches(coordinator)) {
            return false;
        }
        String campaign = campaign(slip.consultation(), slip.station());
        Recipient recipient = Recipient.informant(coordinator.id());
        int last = Optional.ofNullable(outbox.latest(campaign).get(recipient))
                .map(state -> state.revision())
                .orElse(0);
        return outbox.queue(campaign, slip.consultation(), recipient, TEMPLATE, last + 1);
    }

    private void add(StationSlip slip, StationNumbers numbers, String note, Long takesBack, String formKey) {
        reports.insert(slip.id(), numbers, note, takesBack, leader(slip), actor.id(), formKey, clock.instant());
    }

    /** @return null where nobody leads the station */
    private InformantId leader(StationSlip slip) {
        return directory.station(slip.station()).map(Station::coordinator).orElse(null);
    }

    private Informant coordinator(StationSlip slip) {
        return Optional.ofNullable(leader(slip))
                .flatMap(directory::informant)
                .orElseThrow(() -> new RuleViolation("这个站点没有召集人，请先在名录中指定召集人。"));
    }

    private StationSlip require(StationSlipId id) {
        return rows.lock(id).orElseThrow(() -> new NotFound("没有这张任务单，请从列表中选择。"));
    }

    private StationSlip requireOpen(StationSlipId id) {
        StationSlip slip = require(id);
        if (slip.withdrawnAt() != null) {
            throw new RuleViolation("这张任务单已经撤回，要继续办请重新下达。");
        }
        if (slip.closedAt() != null) {
            throw new RuleViolation("这张任务单已经办结，要改请先恢复办理。");
        }
        requireRunning(slip);
        return slip;
    }

    private void requireRunning(StationSlip slip) {
        Consultation consultation = consultations.find(slip.consultation());
        if (consultation.status().closed()) {
            throw new RuleViolation(
                    "征询" + consultation.number() + consultation.status().chinese() + "，任务单不能再办。");
        }
    }

    private static Map<String, Object> details(StationSlip slip) {
        return Map.of("station", slip.station().value());
    }
}
