package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.DeadlineChange;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailText;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import java.util.List;
import org.springframework.stereotype.Component;

/** Quotes the new deadline and the requesting body's reason; the mail's revision says which change, from 1. */
@Component
class DeadlineMovedWriter implements MailWriter {
    private final InviteeMail invitee;
    private final Consultations consultations;

    DeadlineMovedWriter(InviteeMail invitee, Consultations consultations) {
        this.invitee = invitee;
        this.consultations = consultations;
    }

    @Override
    public String template() {
        return "deadline-moved";
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.addressee(mail);
        List<DeadlineChange> changes = consultations.deadlineChanges(mail.consultation());
        if (mail.revision() < changes.size()) {
            throw new NotDue("截止时间又有新的变动，由后一封邮件告知");
        }
        DeadlineChange change = changes.get(0);
        return new MailText(to.quotedTitle() + "征求意见的截止时间有变动")
                .paragraph(to.name() + "，您好：")
                .paragraph("%s的征求意见截止日期由%s改为%s，原因是：%s"
                        .formatted(
                                to.quotedTitle(),
                                Shanghai.date(change.from()),
                                Shanghai.date(change.to()),
                                change.reason()))
                .paragraph("现在请在" + to.lastDay() + "前提出意见。原来的链接照常可用，也可以用这个：")
                .link(invitee.freshLink(to))
                .paragraph("——" + invitee.office())
                .build();
    }
}
