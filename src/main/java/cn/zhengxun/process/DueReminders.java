package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Supervision.Reminder;
import cn.zhengxun.identity.Roles;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Campaigns;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Mail to the owners of a step that is nearly due; once overdue, to the director as well. The date stands in the
 * occasion's name, so that a moved date is a new occasion and the same date is told once.
 */
@Component
class DueReminders {
    private final Campaigns campaigns;
    private final Users users;
    private final MessageSource messages;

    DueReminders(Campaigns campaigns, Users users, MessageSource messages) {
        this.campaigns = campaigns;
        this.users = users;
        this.messages = messages;
    }

    void send(ConsultationNumber number, Reminder reminder) {
        Set<String> people = new HashSet<>(idsOf(reminder.group()));
        if (reminder.overdue()) {
            people.addAll(idsOf(Roles.DIRECTOR));
        }
        String name = "第%d步%s%s，时限%s"
                .formatted(
                        reminder.step(),
                        messages.getMessage("consultation.step." + reminder.step(), null, Locale.SIMPLIFIED_CHINESE),
                        reminder.overdue() ? "已超期" : "即将到期",
                        Shanghai.minute(reminder.dueAt()));
        campaigns.taskArrived(number, people, name, (reminder.overdue() ? "overdue_" : "due_") + reminder.step(), 1);
    }

    private List<String> idsOf(String group) {
        return users.in(group).stream().map(UserAccount::id).toList();
    }
}
