package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailText;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.QueuedMail;
import org.springframework.stereotype.Component;

/** The first letter: who asks, about what, until when, with one link. */
@Component
class InvitationWriter implements MailWriter {
    private final InviteeMail invitee;

    InvitationWriter(InviteeMail invitee) {
        this.invitee = invitee;
    }

    @Override
    public String template() {
        return "invitation";
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.addressee(mail);
        return new MailText("邀请您对" + to.quotedTitle() + "提意见")
                .paragraph(to.name() + "，您好：")
                .paragraph("%s受%s委托，正在就%s征求意见，请您说说看法。"
                        .formatted(invitee.office(), to.consultation().requestingBody(), to.quotedTitle()))
                .paragraph("请打开下面的链接填写，不用注册，也不用密码：")
                .link(invitee.freshLink(to))
                .paragraph("请在" + to.lastDay() + "前提出。可以只说一条，也可以只对其中一条条文说。您的原话会原样记录，以后会告诉您有没有被采纳。")
                .paragraph("这个链接只供您本人使用，请不要转给别人。")
                .paragraph("如果不愿参加，不理会这封邮件就可以；今后不想再收到邀请，请告诉" + invitee.office() + "，我们会停止发送。")
                .build();
    }
}
