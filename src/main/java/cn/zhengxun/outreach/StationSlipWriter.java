package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Wordings;
import org.springframework.stereotype.Component;

/** Asks a station's coordinator to take the consultation on. */
@Component
class StationSlipWriter implements MailWriter {
    private final StationSlipRows rows;
    private final SlipLinks slipLinks;
    private final Consultations consultations;
    private final Directory directory;
    private final InviteeMail invitee;
    private final Wordings wordings;

    StationSlipWriter(
            StationSlipRows rows,
            SlipLinks slipLinks,
            Consultations consultations,
            Directory directory,
            InviteeMail invitee,
            Wordings wordings) {
        this.rows = rows;
        this.slipLinks = slipLinks;
        this.consultations = consultations;
        this.directory = directory;
        this.invitee = invitee;
        this.wordings = wordings;
    }

    @Override
    public String template() {
        return StationSlips.TEMPLATE;
    }

    /** @throws NotDue where the slip is no longer open, or somebody else coordinates the station by now */
    @Override
    public Mail write(QueuedMail mail) {
        StationId id = new StationId(
                Long.parseLong(mail.campaign().substring(mail.campaign().lastIndexOf(':') + 1)));
        StationSlip slip = rows.of(mail.consultation()).stream()
                .filter(one -> one.station().equals(id) && one.open())
                .findFirst()
                .orElseThrow(() -> new NotDue("任务单已撤回或办结，不再发送"));
        InformantId recipient = new InformantId(Long.parseLong(mail.recipient().id()));
        Station station = directory
                .station(id)
                .filter(one -> one.active() && recipient.equals(one.coordinator()))
                .orElseThrow(() -> new NotDue("站点已换召集人或已停用，不再发送"));
        Informant coordinator = directory.informant(recipient).orElseThrow(() -> new NotDue("名录中已没有此人"));
        return wordings.write(
                MessageKind.STATION_SLIP,
                invitee.values(consultations.find(mail.consultation()))
                        .set(Placeholder.NAME, coordinator.name())
                        .set(Placeholder.STATION, station.name())
                        .set(Placeholder.LINK, slipLinks.fresh(slip, recipient)));
    }
}
