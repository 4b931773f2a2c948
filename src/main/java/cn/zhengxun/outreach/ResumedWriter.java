package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Wordings;
import org.springframework.stereotype.Component;

/** Tells that a suspended consultation goes on, and until when. */
@Component
class ResumedWriter implements MailWriter {
    private final InviteeMail invitee;
    private final Wordings wordings;

    ResumedWriter(InviteeMail invitee, Wordings wordings) {
        this.invitee = invitee;
        this.wordings = wordings;
    }

    @Override
    public String template() {
        return MessageKind.RESUMED.key();
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.openAddressee(mail);
        if (to.consultation().suspendedAt() != null) {
            throw new NotDue("又已暂停，不再告知恢复");
        }
        return wordings.write(MessageKind.RESUMED, invitee.valuesWithLink(to));
    }
}
