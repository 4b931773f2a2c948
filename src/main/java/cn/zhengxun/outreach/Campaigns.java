package cn.zhengxun.outreach;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Recipient;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The occasions on which invited people and users get mail. Every method may be called again; nobody gets a mail twice. */
@Service
@Transactional
public class Campaigns {
    static final String INVITATION = "invitation";
    static final String REMINDER = "reminder";
    static final String REMINDER_DRAFT = "reminder-draft";
    static final String CHASE = "chase";
    static final String COORDINATOR_SILENT = "coordinator-silent";
    static final String SUSPENDED = "suspended";
    static final String RESUMED = "resumed";
    static final String DEADLINE_MOVED = "deadline-moved";
    static final String ENDED = "ended";
    static final String TASK_ARRIVED = "task-arrived";

    private final CampaignRows rows;
    private final MailProgressRows progress;
    private final Outbox outbox;
    private final Consultations consultations;
    private final AuditTrail audit;
    private final Clock clock;

    Campaigns(
            CampaignRows rows,
            MailProgressRows progress,
            Outbox outbox,
            Consultations consultations,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.outbox = outbox;
        this.consultations = consultations;
        this.audit = audit;
        this.clock = clock;
    }

    static String campaign(String template, ConsultationNumber number) {
        return template + ":" + number;
    }

    /** The campaigns that reminders depend on, by the names that statements give them. */
    static Map<String, String> names(ConsultationNumber number) {
        return Map.of(
                "invitations", campaign(INVITATION, number),
                "reminders", campaign(REMINDER, number),
                "chases", campaign(CHASE, number));
    }

    /** The first mail to everyone invited who has an address. @return how many were queued now */
    public int queueInvitations(ConsultationNumber number) {
        return queueInvitations(new QueueInvitations(number));
    }

    /** @return how many were queued now */
    public int queueInvitations(QueueInvitations command) {
        ConsultationNumber number = command.consultation();
        int queued = outbox.queueAll(campaign(INVITATION, number), number, rows.reachable(number), INVITATION, 1);
        audit.record(command, number.value(), Map.of("queued", queued));
        return queued;
    }

    /** Each change of the deadline is told once. @return how many were queued now */
    public int tellDeadlineMoved(ConsultationNumber number) {
        return tellDeadlineMoved(new TellDeadlineMoved(number));
    }

    /** @return how many were queued now */
    public int tellDeadlineMoved(TellDeadlineMoved command) {
        ConsultationNumber number = command.consultation();
        int changes = consultations.deadlineChanges(number).size();
        if (changes == 0) {
            return 0;
        }
        int queued = outbox.queueAll(
                campaign(DEADLINE_MOVED, number), number, rows.reachable(number), DEADLINE_MOVED, changes);
        audit.record(command, number.value(), Map.of("queued", queued, "change", changes));
        return queued;
    }

    /** Those who answered are told by the letter about their own suggestions instead. @return how many were queued now */
    public int tellEnded(ConsultationNumber number) {
        return tellEnded(new TellEnded(number));
    }

    /** @return how many were queued now */
    public int tellEnded(TellEnded command) {
        ConsultationNumber number = command.consultation();
        int queued = outbox.queueAll(campaign(ENDED, number), number, rows.reachableUnanswered(number), ENDED, 1);
        audit.record(command, number.value(), Map.of("queued", queued));
        return queued;
    }

    /** Each suspension is told once. @return how many were queued now */
    public int tellSuspended(ConsultationNumber number) {
        return tellSuspended(new TellSuspended(number));
    }

    /** @return how many were queued now */
    public int tellSuspended(TellSuspended command) {
        ConsultationNumber number = command.consultation();
        int suspended = rows.latestRevision(campaign(SUSPENDED, number));
        int resumed = rows.latestRevision(campaign(RESUMED, number));
        int suspension = suspended > resumed ? suspended : resumed + 1;
        int queued =
                outbox.queueAll(campaign(SUSPENDED, number), number, rows.reachable(number), SUSPENDED, suspension);
        audit.record(command, number.value(), Map.of("queued", queued, "suspension", suspension));
        return queued;
    }

    /** The end of each suspension is told once. @return how many were queued now */
    public int tellResumed(ConsultationNumber number) {
        return tellResumed(new TellResumed(number));
    }

    /** @return how many were queued now */
    public int tellResumed(TellResumed command) {
        ConsultationNumber number = command.consultation();
        int suspended = rows.latestRevision(campaign(SUSPENDED, number));
        int resumed = rows.latestRevision(campaign(RESUMED, number));
        int suspension = Math.max(1, Math.max(suspended, resumed));
        int queued = outbox.queueAll(campaign(RESUMED, number), number, rows.reachable(number), RESUMED, suspension);
        audit.record(command, number.value(), Map.of("queued", queued, "suspension", suspension));
        return queued;
    }

    /** @param taskKey the task's id in its model, or another key of a standing duty; @param revision how often it has arrived. @return how many were queued now */
    public int taskArrived(
            ConsultationNumber number, Collection<String> users, String taskName, String taskKey, int revision) {
        return taskArrived(new TellTaskArrived(number, Set.copyOf(users), taskName, taskKey, revision, null));
    }

    /** @return how many were queued now */
    public int taskArrived(TellTaskArrived command) {
        ConsultationNumber number = command.consultation();
        int queued = outbox.queueAll(
                TaskArrivedWriter.campaign(number, command.taskKey(), command.taskName()),
                number,
                command.users().stream().map(Recipient::user).toList(),
                TASK_ARRIVED,
                command.revision(),
                command.notBefore() == null ? clock.instant() : command.notBefore());
        audit.record(
                command,
                number.value(),
                Map.of("queued", queued, "task", command.taskKey(), "name", command.taskName()));
        return queued;
    }

    /** All at once, as one new revision. @return how many were queued now @throws RuleViolation once the collection is closed and where nobody can be reached */
    public int resend(ResendFailed command) {
        ConsultationNumber number = command.consultation();
        Invitees.requireInviting(consultations.find(number));
        List<Recipient> people = progress.resendable(number);
        if (people.isEmpty()) {
            throw new RuleViolation("没有可以重发的人：请先在名录中更正邮箱，或打印邀请当面送达。");
        }
        int revision = rows.latestRevision(campaign(INVITATION, number)) + 1;
        int queued = outbox.queueAll(campaign(INVITATION, number), number, people, INVITATION, revision);
        audit.record(command, number.value(), Map.of("queued", queued, "revision", revision));
        return queued;
    }
}
