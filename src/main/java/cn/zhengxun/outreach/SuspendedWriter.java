package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Suspension;
import cn.zhengxun.consultation.Suspensions;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Wordings;
import org.springframework.stereotype.Component;

/** Tells that a consultation takes no suggestions for the time being. */
@Component
class SuspendedWriter implements MailWriter {
    private final InviteeMail invitee;
    private final Wordings wordings;
    private final Suspensions suspensions;

    SuspendedWriter(InviteeMail invitee, Wordings wordings, Suspensions suspensions) {
        this.invitee = invitee;
        this.wordings = wordings;
        this.suspensions = suspensions;
    }

    @Override
    public String template() {
        return MessageKind.SUSPENDED.key();
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.openAddressee(mail);
        if (to.consultation().suspendedAt() == null) {
            throw new NotDue("已经恢复，不再告知暂停");
        }
        return wordings.write(
                MessageKind.SUSPENDED,
                invitee.values(to)
                        .set(
                                Placeholder.REASON,
                                suspensions.of(mail.consultation()).stream()
                                        .filter(one -> one.resumedAt() == null)
                                        .map(Suspension::reason)
                                        .findFirst()
                                        .orElse(null)));
    }
}
