package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Wordings;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells a user of a task that waits; whether it still waits for this user, and when it is due, is asked of the process when the mail is written. */
@Component
class TaskArrivedWriter implements MailWriter {
    /** How the ids of user tasks begin; other keys name a standing duty, such as a reminder. */
    private static final String USER_TASK = "userTask_";

    /** A campaign is task:number:key:name. */
    private static final int PARTS = 4;

    private static final int KEY = 2;
    private static final int NAME = 3;

    private final Consultations consultations;
    private final ObjectProvider<ConsultationProcess> process;
    private final Links links;
    private final InviteeMail invitee;
    private final Wordings wordings;

    TaskArrivedWriter(
            Consultations consultations,
            ObjectProvider<ConsultationProcess> process,
            Links links,
            InviteeMail invitee,
            Wordings wordings) {
        this.consultations = consultations;
        this.process = process;
        this.links = links;
        this.invitee = invitee;
        this.wordings = wordings;
    }

    static String campaign(ConsultationNumber number, String taskKey, String taskName) {
        return "task:" + number + ":" + taskKey + ":" + taskName;
    }

    @Override
    public String template() {
        return Campaigns.TASK_ARRIVED;
    }

    @Override
    public Mail write(QueuedMail mail) {
        String[] occasion = mail.campaign().split(":", PARTS);
        String key = occasion[KEY];
        String name = occasion[NAME];
        Optional<ConsultationProcess.OpenTask> task = process.getObject().openTasks(mail.consultation()).stream()
                .filter(open -> open.element().equals(key))
                .filter(open -> open.assignee() == null
                        || open.assignee().equals(mail.recipient().id()))
                .findFirst();
        if (task.isEmpty() && key.startsWith(USER_TASK)) {
            throw new NotDue("任务已经办结或由他人办理，不再通知");
        }
        return wordings.write(
                MessageKind.TASK_ARRIVED,
                invitee.values(consultations.find(mail.consultation()))
                        .set(Placeholder.TASK, name)
                        .set(
                                Placeholder.DUE,
                                task.map(ConsultationProcess.OpenTask::dueAt)
                                        .map(Shanghai::minute)
                                        .orElse(null))
                        .set(Placeholder.LINK, links.consultation(mail.consultation())));
    }
}
