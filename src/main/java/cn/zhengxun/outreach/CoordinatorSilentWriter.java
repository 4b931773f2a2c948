package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Wordings;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells a station's coordinator which of its people were reminded in vain; who has answered by now is left out. */
@Component
class CoordinatorSilentWriter implements MailWriter {
    /** Nobody rings more people than that; the rest is told as a number. */
    private static final int MOST_NAMES = 100;

    private final InviteeMail invitee;
    private final Reminders reminders;
    private final Consultations consultations;
    private final Directory directory;
    private final PersonalLinks links;
    private final StationSlipRows slips;
    private final SlipLinks slipLinks;
    private final Wordings wordings;
    private final Clock clock;

    CoordinatorSilentWriter(
            InviteeMail invitee,
            Reminders reminders,
            Consultations consultations,
            Directory directory,
            PersonalLinks links,
            StationSlipRows slips,
            SlipLinks slipLinks,
            Wordings wordings,
            Clock clock) {
        this.invitee = invitee;
        this.reminders = reminders;
        this.consultations = consultations;
        this.directory = directory;
        this.links = links;
        this.slips = slips;
        this.slipLinks = slipLinks;
        this.wordings = wordings;
        this.clock = clock;
    }

    @Override
    public String template() {
        return MessageKind.COORDINATOR_SILENT.key();
    }

    @Override
    public Mail write(QueuedMail mail) {
        InformantId id = new InformantId(Long.parseLong(mail.recipient().id()));
        Informant coordinator = directory.informant(id).orElseThrow(() -> new NotDue("名录中已没有此人"));
        Consultation consultation = consultations.find(mail.consultation());
        if (!consultation.acceptsAt(clock.instant())) {
            throw new NotDue("征集已经截止，不再告知");
        }
        List<ReminderRows.SilentAtStation> silent = reminders.wornOutOf(mail.consultation(), id);
        if (silent.isEmpty()) {
            throw new NotDue("站点的人都已答复，不再告知");
        }
        reminders.requireHours(consultation);
        return wordings.write(
                MessageKind.COORDINATOR_SILENT,
                invitee.values(consultation)
                        .set(Placeholder.NAME, coordinator.name())
                        .set(Placeholder.COUNT, Integer.toString(silent.size()))
                        .set(Placeholder.NAMES, byStation(silent))
                        .set(Placeholder.LINK, link(mail.consultation(), id)));
    }

    /** Who was not invited comes in by the station's task slip. @return null where there is neither */
    private String link(ConsultationNumber number, InformantId coordinator) {
        return links.fresh(number, coordinator)
                .or(() -> slips.of(number).stream()
                        .filter(slip -> slip.open() && leads(coordinator, slip.station()))
                        .findFirst()
                        .map(slip -> slipLinks.fresh(slip, coordinator)))
                .orElse(null);
    }

    private boolean leads(InformantId coordinator, StationId station) {
        return directory
                .station(station)
                .filter(one -> one.active() && coordinator.equals(one.coordinator()))
                .isPresent();
    }

    private static List<String> byStation(List<ReminderRows.SilentAtStation> silent) {
        Map<String, List<String>> stations = silent.stream()
                .collect(Collectors.groupingBy(
                        ReminderRows.SilentAtStation::station,
                        LinkedHashMap::new,
                        Collectors.mapping(ReminderRows.SilentAtStation::name, Collectors.toList())));
        return stations.entrySet().stream()
                .map(one -> "%s（%d人）：%s%s"
                        .formatted(
                                one.getKey(),
                                one.getValue().size(),
                                one.getValue().stream().limit(MOST_NAMES).collect(Collectors.joining("、")),
                                one.getValue().size() > MOST_NAMES ? "等" : ""))
                .toList();
    }
}
