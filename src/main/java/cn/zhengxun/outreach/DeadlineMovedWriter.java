package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.DeadlineChange;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Wordings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Quotes the new deadline and the requesting body's reason; the mail's revision says which change, from 1. */
@Component
class DeadlineMovedWriter implements MailWriter {
    private final InviteeMail invitee;
    private final Wordings wordings;
    private final Consultations consultations;

    DeadlineMovedWriter(InviteeMail invitee, Wordings wordings, Consultations consultations) {
        this.invitee = invitee;
        this.wordings = wordings;
        this.consultations = consultations;
    }

    @Override
    public String template() {
        return MessageKind.DEADLINE_MOVED.key();
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.openAddressee(mail);
        List<DeadlineChange> changes = consultations.deadlineChanges(mail.consultation());
        if (mail.revision() < changes.size()) {
            throw new NotDue("截止时间又有新的变动，由后一封邮件告知");
        }
        DeadlineChange change = changes.get(0);
        return wordings.write(
                MessageKind.DEADLINE_MOVED,
                invitee.valuesWithLink(to)
                        .set(Placeholder.FROM_DAY, Shanghai.date(change.from()))
                        .set(Placeholder.TO_DAY, Shanghai.date(change.to()))
                        .set(Placeholder.REASON, change.reason()));
    }
}
