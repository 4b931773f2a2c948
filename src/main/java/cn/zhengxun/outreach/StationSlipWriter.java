package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailText;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks a station's coordinator to take the consultation on. */
@Component
class StationSlipWriter implements MailWriter {
    private final StationSlipRows rows;
    private final SlipLinks slipLinks;
    private final Consultations consultations;
    private final Directory directory;
    private final String office;

    StationSlipWriter(
            StationSlipRows rows,
            SlipLinks slipLinks,
            Consultations consultations,
            Directory directory,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.rows = rows;
        this.slipLinks = slipLinks;
        this.consultations = consultations;
        this.directory = directory;
        this.office = office;
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
        Consultation consultation = consultations.find(mail.consultation());
        String title = InviteeMail.quoted(consultation.title());
        return new MailText("请" + station.name() + "对" + title + "征求意见")
                .paragraph(coordinator.name() + "，您好：")
                .paragraph("您是%s的召集人。%s受%s委托，正在就%s征求意见，请您的站点帮忙。"
                        .formatted(station.name(), office, consultation.requestingBody(), title))
                .paragraph("请打开下面的链接看任务单，点一下“认领”就算接下了。以后报人数、要纸质材料也在这个链接里，不用注册，也不用密码：")
                .link(slipLinks.fresh(slip, recipient))
                .paragraph("请在" + InviteeMail.lastDay(consultation) + "前完成。可以开座谈会、上门走访，也可以发纸质材料。大家的原话请照原样记下来。")
                .paragraph("这个链接只供您本人使用，请不要转给别人，也不要张贴。不方便上网的，打电话告诉" + office + "，工作人员替您记。")
                .build();
    }
}
