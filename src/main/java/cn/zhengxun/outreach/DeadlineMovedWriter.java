package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Shanghai;
import org.springframework.stereotype.Component;

/** Quotes the new deadline and the requesting body's reason; the mail's revision is the change's id. */
@Component
class DeadlineMovedWriter implements MailWriter {
    private final InviteeMail invitee;
    private final CampaignRows rows;

    DeadlineMovedWriter(InviteeMail invitee, CampaignRows rows) {
        this.invitee = invitee;
        this.rows = rows;
    }

    @Override
    public String template() {
        return "deadline-moved";
    }

    @Override
    public Mail write(QueuedMail mail) {
        InviteeMail.Addressee to = invitee.addressee(mail);
        CampaignRows.DeadlineMove move = rows.deadlineMove(mail.revision());
        return new MailText(to.quotedTitle() + "征求意见的截止时间有变动")
                .paragraph(to.name() + "，您好：")
                .paragraph("%s的征求意见截止日期由%s改为%s，原因是：%s"
                        .formatted(
                                to.quotedTitle(), Shanghai.date(move.from()), Shanghai.date(move.to()), move.reason()))
                .paragraph("现在请在" + to.lastDay() + "前提出意见。原来的链接照常可用，也可以用这个：")
                .link(invitee.freshLink(to))
                .paragraph("——" + invitee.office())
                .build();
    }
}
