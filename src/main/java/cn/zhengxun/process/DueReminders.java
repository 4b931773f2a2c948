package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Supervision.Reminder;
import cn.zhengxun.identity.Roles;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.identity.Users;
import cn.zhengxun.outreach.Campaigns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Mail to the owners of a step that is nearly due; once overdue, to the director as well. */
@Component
class DueReminders {
    private final Campaigns campaigns;
    private final Users users;

    DueReminders(Campaigns campaigns, Users users) {
        this.campaigns = campaigns;
        this.users = users;
    }

    void send(ConsultationNumber number, Reminder reminder) {
        Set<String> people = new HashSet<>(idsOf(reminder.group()));
        if (reminder.overdue()) {
            people.addAll(idsOf(Roles.DIRECTOR));
        }
        String name = "第" + reminder.step() + "步" + (reminder.overdue() ? "已超期" : "即将到期");
        campaigns.taskArrived(number, people, name, (reminder.overdue() ? "overdue_" : "due_") + reminder.step(), 1);
    }

    private List<String> idsOf(String group) {
        return users.in(group).stream().map(UserAccount::id).toList();
    }
}
