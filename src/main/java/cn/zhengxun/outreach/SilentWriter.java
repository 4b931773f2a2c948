package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Wordings;
import java.time.Clock;

/** Reminders and the chase: only to people who are silent at the moment of writing, and within their weekly limit, by day. */
class SilentWriter implements MailWriter {
    private final MessageKind queuedAs;
    private final InviteeMail invitee;
    private final Reminders reminders;
    private final Wordings wordings;
    private final Clock clock;

    SilentWriter(MessageKind queuedAs, InviteeMail invitee, Reminders reminders, Wordings wordings, Clock clock) {
        this.queuedAs = queuedAs;
        this.invitee = invitee;
        this.reminders = reminders;
        this.wordings = wordings;
        this.clock = clock;
    }

    @Override
    public String template() {
        return queuedAs.key();
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.silentAddressee(mail, clock.instant());
        reminders.requireBelowWeeklyLimit(mail);
        reminders.requireHours(to.consultation());
        return wordings.write(kindFor(to), invitee.valuesWithLink(to));
    }

    /** A draft may have been begun or thrown away since the mail was queued. */
    private MessageKind kindFor(InviteeMail.Addressee to) {
        if (queuedAs == MessageKind.CHASE) {
            return queuedAs;
        }
        return to.invitation().draftedAt() == null ? MessageKind.REMINDER : MessageKind.REMINDER_DRAFT;
    }
}
