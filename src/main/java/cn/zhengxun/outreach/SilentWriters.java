package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Wordings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One writer for each template that goes to silent people. */
@Configuration(proxyBeanMethods = false)
class SilentWriters {

    @Bean
    MailWriter reminderWriter(InviteeMail invitee, Reminders reminders, Wordings wordings, Clock clock) {
        return new SilentWriter(MessageKind.REMINDER, invitee, reminders, wordings, clock);
    }

    @Bean
    MailWriter reminderDraftWriter(InviteeMail invitee, Reminders reminders, Wordings wordings, Clock clock) {
        return new SilentWriter(MessageKind.REMINDER_DRAFT, invitee, reminders, wordings, clock);
    }

    @Bean
    MailWriter chaseWriter(InviteeMail invitee, Reminders reminders, Wordings wordings, Clock clock) {
        return new SilentWriter(MessageKind.CHASE, invitee, reminders, wordings, clock);
    }
}
