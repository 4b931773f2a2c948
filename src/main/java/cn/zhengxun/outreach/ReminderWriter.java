package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailText;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.QueuedMail;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Sent to people who were invited and have not answered. */
@Component
class ReminderWriter implements MailWriter {
    private final InviteeMail invitee;
    private final Clock clock;

    ReminderWriter(InviteeMail invitee, Clock clock) {
        this.invitee = invitee;
        this.clock = clock;
    }

    @Override
    public String template() {
        return "reminder";
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.silentAddressee(mail, clock.instant());
        return new MailText("提醒：" + to.quotedTitle() + "还在等您的意见")
                .paragraph(to.name() + "，您好：")
                .paragraph("前几天请您对%s提意见，征集将在%s截止。一句话也有用。".formatted(to.quotedTitle(), to.lastDay()))
                .paragraph("请打开下面的链接填写，不用密码：")
                .link(invitee.freshLink(to))
                .paragraph("不愿参加就不必理会，我们最多提醒两次。——" + invitee.office())
                .build();
    }
}
