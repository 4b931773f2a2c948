package cn.zhengxun.outreach;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Recipient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Outbox outbox;
    private final Invitations invitations;
    private final Consultations consultations;
    private final Directory directory;
    private final AuditTrail audit;

    Campaigns(
            CampaignRows rows,
            Outbox outbox,
            Invitations invitations,
            Consultations consultations,
            Directory directory,
            AuditTrail audit) {
        this.rows = rows;
        this.outbox = outbox;
        this.invitations = invitations;
        this.consultations = consultations;
        this.directory = directory;
        this.audit = audit;
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
        return taskArrived(new TellTaskArrived(number, Set.copyOf(users), taskName, taskKey, revision));
    }

    /** @return how many were queued now */
    public int taskArrived(TellTaskArrived command) {
        ConsultationNumber number = command.consultation();
        int queued = outbox.queueAll(
                TaskArrivedWriter.campaign(number, command.taskKey(), command.taskName()),
                number,
                command.users().stream().map(Recipient::user).toList(),
                TASK_ARRIVED,
                command.revision());
        audit.record(
                command,
                number.value(),
                Map.of("queued", queued, "task", command.taskKey(), "name", command.taskName()));
        return queued;
    }

    private static Recipient recipient(Invitation invitation) {
        return Recipient.informant(invitation.informant());
    }

    private List<Recipient> reachable(List<Invitation> invited) {
        Set<InformantId> withAddress =
                directory.informants(invited.stream().map(Invitation::informant).toList()).stream()
                        .filter(informant ->
                                informant.email() != null && !informant.email().isBlank())
                        .map(Informant::id)
                        .collect(Collectors.toSet());
        List<Recipient> recipients = new ArrayList<>();
        for (Invitation invitation : invited) {
            if (withAddress.contains(invitation.informant())) {
                recipients.add(recipient(invitation));
            }
        }
        return recipients;
    }
}
