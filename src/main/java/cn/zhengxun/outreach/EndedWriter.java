package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Wordings;
import org.springframework.stereotype.Component;

/** Tells that a consultation was ended before its time. */
@Component
class EndedWriter implements MailWriter {
    private final InviteeMail invitee;
    private final Wordings wordings;

    EndedWriter(InviteeMail invitee, Wordings wordings) {
        this.invitee = invitee;
        this.wordings = wordings;
    }

    @Override
    public String template() {
        return MessageKind.ENDED.key();
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.addressee(mail);
        return wordings.write(
                MessageKind.ENDED,
                invitee.values(to).set(Placeholder.REASON, to.consultation().endReason()));
    }
}
