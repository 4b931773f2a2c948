package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailText;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.QueuedMail;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Sent once where nobody has answered by the set share of the window. */
@Component
class ChaseWriter implements MailWriter {
    private final InviteeMail invitee;
    private final Clock clock;

    ChaseWriter(InviteeMail invitee, Clock clock) {
        this.invitee = invitee;
        this.clock = clock;
    }

    @Override
    public String template() {
        return "chase";
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.silentAddressee(mail, clock.instant());
        return new MailText("还没有人对" + to.quotedTitle() + "提意见，想听听您的")
                .paragraph(to.name() + "，您好：")
                .paragraph("%s的征集时间已过大半，还没有收到意见。您的看法对我们很重要，请在%s前告诉我们。".formatted(to.quotedTitle(), to.lastDay()))
                .paragraph("请打开下面的链接填写，不用密码；也可以到所在站点当面说，由工作人员代为记录：")
                .link(invitee.freshLink(to))
                .paragraph("——" + invitee.office())
                .build();
    }
}
