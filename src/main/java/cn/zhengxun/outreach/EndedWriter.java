package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailText;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.QueuedMail;
import org.springframework.stereotype.Component;

/** Tells that a consultation was ended before its time. */
@Component
class EndedWriter implements MailWriter {
    private final InviteeMail invitee;

    EndedWriter(InviteeMail invitee) {
        this.invitee = invitee;
    }

    @Override
    public String template() {
        return "ended";
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.addressee(mail);
        String reason = to.consultation().endReason();
        return new MailText(to.quotedTitle() + "的征求意见已终止")
                .paragraph(to.name() + "，您好：")
                .paragraph(
                        "%s的征求意见已经终止%s，不再接收新的意见。".formatted(to.quotedTitle(), reason == null ? "" : "，原因是：" + reason))
                .paragraph("感谢您的参与。您已经提出的意见会按原话保存归档，不会丢失。")
                .paragraph("——" + invitee.office())
                .build();
    }
}
