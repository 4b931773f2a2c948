package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Wordings;
import org.springframework.stereotype.Component;

/** Tells that a consultation takes no suggestions for the time being. */
@Component
class SuspendedWriter implements MailWriter {
    private final InviteeMail invitee;
    private final Wordings wordings;

    SuspendedWriter(InviteeMail invitee, Wordings wordings) {
        this.invitee = invitee;
        this.wordings = wordings;
    }

    @Override
    public String template() {
        return MessageKind.SUSPENDED.key();
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.addressee(mail);
        if (to.consultation().suspendedAt() == null) {
            throw new NotDue("已经恢复，不再告知中止");
        }
        return wordings.write(MessageKind.SUSPENDED, invitee.values(to));
    }
}
