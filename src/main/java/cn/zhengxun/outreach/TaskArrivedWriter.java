package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.kernel.Shanghai;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells a user of a task that waits; what it is and when it is due is asked of the process when the mail is written. */
@Component
class TaskArrivedWriter implements MailWriter {
    private final Consultations consultations;
    private final ObjectProvider<ConsultationProcess> process;
    private final Links links;

    TaskArrivedWriter(Consultations consultations, ObjectProvider<ConsultationProcess> process, Links links) {
        this.consultations = consultations;
        this.process = process;
        this.links = links;
    }

    @Override
    public String template() {
        return Campaigns.TASK_ARRIVED;
    }

    @Override
    public Mail write(QueuedMail mail) {
        String taskKey = mail.campaign().substring(mail.campaign().lastIndexOf(':') + 1);
        ConsultationProcess.OpenTask task = process.getObject().openTasks(mail.consultation()).stream()
                .filter(open -> open.element().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> new NotDue("任务已经办结，不再通知"));
        String title =
                InviteeMail.quoted(consultations.find(mail.consultation()).title());
        MailText text = new MailText("待办：" + task.name() + "（" + mail.consultation() + "）")
                .paragraph("您有一项待办任务“%s”，属于%s（%s）。".formatted(task.name(), title, mail.consultation()));
        if (task.dueAt() != null) {
            text.paragraph("请在" + Shanghai.minute(task.dueAt()) + "前办结。");
        }
        return text.link(links.consultation(mail.consultation())).build();
    }
}
