package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Wordings;
import org.springframework.stereotype.Component;

/** The first letter: who asks, about what, until when, with one link. */
@Component
class InvitationWriter implements MailWriter {
    private final InviteeMail invitee;
    private final Wordings wordings;

    InvitationWriter(InviteeMail invitee, Wordings wordings) {
        this.invitee = invitee;
        this.wordings = wordings;
    }

    @Override
    public String template() {
        return MessageKind.INVITATION.key();
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.openAddressee(mail);
        // invitations leave before the collection opens, so only its end counts
        if (to.consultation().collectClosedAt() != null) {
            throw new NotDue("征集已经截止，不再邀请");
        }
        return wordings.write(MessageKind.INVITATION, invitee.valuesWithLink(to));
    }
}
