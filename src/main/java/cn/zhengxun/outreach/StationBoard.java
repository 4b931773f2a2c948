package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.mail.MailState;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Reach;
import cn.zhengxun.outreach.mail.Recipient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the staff see of the stations of one consultation. */
@Component
@Transactional(readOnly = true)
class StationBoard {
    private final StationSlipRows rows;
    private final StationReportRows reports;
    private final Directory directory;
    private final Outbox outbox;
    private final Reach reach;

    StationBoard(StationSlipRows rows, StationReportRows reports, Directory directory, Outbox outbox, Reach reach) {
        this.rows = rows;
        this.reports = reports;
        this.directory = directory;
        this.outbox = outbox;
        this.reach = reach;
    }

    /** Why nothing can be sent to a station, with what to do; NONE where all is well. */
    enum Trouble {
        NONE,
        NOBODY,
        COORDINATOR_INACTIVE,
        STATION_INACTIVE
    }

    /**
     * @param coordinator null where nobody leads the station
     * @param slip null before one was issued
     * @param numbers sums of the reports that stand
     * @param paper copies that wait, 0 where none do
     */
    record Line(
            Station station,
            Informant coordinator,
            boolean byMail,
            Trouble trouble,
            int invited,
            int answered,
            StationSlip slip,
            SlipState state,
            StationNumbers numbers,
            int paper) {

        /** Whether a slip may be issued to it. */
        public boolean issuable() {
            return trouble == Trouble.NONE && (state == SlipState.NOT_ISSUED || state == SlipState.WITHDRAWN);
        }
    }

    /** Active stations, and others that still hold a slip. */
    List<Line> lines(ConsultationNumber number) {
        Map<StationId, StationSlip> slips =
                rows.of(number).stream().collect(Collectors.toMap(StationSlip::station, Function.identity()));
        Map<StationId, StationSlipRows.Tally> tallies = rows.tallies(number).stream()
                .collect(Collectors.toMap(StationSlipRows.Tally::station, Function.identity()));
        Map<StationSlipId, StationNumbers> sums = reports.sums(number);
        Map<StationSlipId, Integer> paper = reports.waiting(number).stream()
                .collect(Collectors.groupingBy(PaperRequest::slip, Collectors.summingInt(PaperRequest::copies)));
        List<Station> stations = directory.stations().stream()
                .filter(station -> station.active() || slips.containsKey(station.id()))
                .toList();
        Map<InformantId, Informant> people =
                directory
                        .informants(stations.stream()
                                .map(Station::coordinator)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Informant::id, Function.identity()));
        return stations.stream()
                .map(station -> {
                    StationSlip slip = slips.get(station.id());
                    Informant coordinator = station.coordinator() == null ? null : people.get(station.coordinator());
                    StationSlipRows.Tally tally = tallies.get(station.id());
                    return new Line(
                            station,
                            coordinator,
                            coordinator != null && reach.reaches(coordinator),
                            trouble(station, coordinator),
                            tally == null ? 0 : tally.invited(),
                            tally == null ? 0 : tally.answered(),
                            slip,
                            SlipState.of(slip, slip != null && sums.containsKey(slip.id())),
                            slip == null ? StationNumbers.NONE : sums.getOrDefault(slip.id(), StationNumbers.NONE),
                            slip == null ? 0 : paper.getOrDefault(slip.id(), 0));
                })
                .toList();
    }

    /** How far the slip's latest mail got, in words; null where none was sent. */
    String mailed(StationSlip slip, Informant coordinator) {
        MailState mail = coordinator == null
                ? null
                : outbox.latest(StationSlips.campaign(slip.consultation(), slip.station()))
                        .get(Recipient.informant(coordinator.id()));
        if (mail == null) {
            return null;
        }
        return switch (mail.status()) {
            case SENT -> "已于" + Shanghai.minute(mail.sentAt()) + "送出";
            case FAILED -> "发送失败：" + mail.lastError();
            case CANCELLED -> "没有发送：" + mail.lastError();
            default -> mail.lastError() == null ? "等待发送" : "发送未成，稍后重试：" + mail.lastError();
        };
    }

    private static Trouble trouble(Station station, Informant coordinator) {
        if (!station.active()) {
            return Trouble.STATION_INACTIVE;
        }
        if (coordinator == null) {
            return Trouble.NOBODY;
        }
        return coordinator.active() ? Trouble.NONE : Trouble.COORDINATOR_INACTIVE;
    }
}
