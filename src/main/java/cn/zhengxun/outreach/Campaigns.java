package cn.zhengxun.outreach;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.mail.MailState;
import cn.zhengxun.outreach.mail.MailStatus;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    static final String CHASE = "chase";
    static final String DEADLINE_MOVED = "deadline-moved";
    static final String ENDED = "ended";
    static final String TASK_ARRIVED = "task-arrived";
    private static final Duration QUIET = Duration.ofDays(3);
    private static final int MOST_REMINDERS = 2;

    private final Outbox outbox;
    private final Invitations invitations;
    private final Consultations consultations;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;

    Campaigns(
            Outbox outbox,
            Invitations invitations,
            Consultations consultations,
            Directory directory,
            AuditTrail audit,
            Clock clock) {
        this.outbox = outbox;
        this.invitations = invitations;
        this.consultations = consultations;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    static String campaign(String template, ConsultationNumber number) {
        return template + ":" + number;
    }

    /** The first mail to everyone invited who has an address. @return how many were queued now */
    public int queueInvitations(ConsultationNumber number) {
        return queueInvitations(new QueueInvitations(number));
    }

    /** @return how many were queued now */
    public int queueInvitations(QueueInvitations command) {
        ConsultationNumber number = command.consultation();
        int queued = outbox.queueAll(campaign(INVITATION, number), number, reachable(invited(number)), INVITATION, 1);
        audit.record(command, number.value(), Map.of("queued", queued));
        return queued;
    }

    /**
     * Reminds those who got the invitation and have not answered: not in the first three days, at most once in three
     * days and twice in all, and only while suggestions are accepted. @return how many were queued now
     */
    public int remind(ConsultationNumber number) {
        return remind(new RemindInvitees(number));
    }

    /** @return how many were queued now */
    public int remind(RemindInvitees command) {
        ConsultationNumber number = command.consultation();
        Instant now = clock.instant();
        if (!consultations.find(number).acceptsAt(now)) {
            return 0;
        }
        Map<Recipient, MailState> reminded = outbox.latest(campaign(REMINDER, number));
        Map<Recipient, MailState> chased = outbox.latest(campaign(CHASE, number));
        Instant quietSince = now.minus(QUIET);
        List<Invitation> silent = silent(number).stream()
                .filter(invitation -> !invitation.issuedAt().isAfter(quietSince))
                .filter(invitation -> rested(reminded.get(recipient(invitation)), quietSince))
                .filter(invitation -> rested(chased.get(recipient(invitation)), quietSince))
                .toList();
        int queued = 0;
        for (int reminder = 1; reminder <= MOST_REMINDERS; reminder++) {
            int before = reminder - 1;
            List<Recipient> due = reachable(silent).stream()
                    .filter(recipient -> revision(reminded.get(recipient)) == before)
                    .toList();
            queued += outbox.queueAll(campaign(REMINDER, number), number, due, REMINDER, reminder);
        }
        if (queued > 0) {
            audit.record(command, number.value(), Map.of("queued", queued));
        }
        return queued;
    }

    /** One extra reminder to everyone who has not answered; only the first call does it. @return how many were queued now */
    public int chase(ConsultationNumber number) {
        return chase(new ChaseInvitees(number));
    }

    /** @return how many were queued now */
    public int chase(ChaseInvitees command) {
        ConsultationNumber number = command.consultation();
        if (!consultations.find(number).acceptsAt(clock.instant())
                || !outbox.latest(campaign(CHASE, number)).isEmpty()) {
            return 0;
        }
        int queued = outbox.queueAll(campaign(CHASE, number), number, reachable(silent(number)), CHASE, 1);
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
                campaign(DEADLINE_MOVED, number), number, reachable(invited(number)), DEADLINE_MOVED, changes);
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
        List<Invitation> unanswered = invited(number).stream()
                .filter(invitation -> invitation.answeredAt() == null)
                .toList();
        int queued = outbox.queueAll(campaign(ENDED, number), number, reachable(unanswered), ENDED, 1);
        audit.record(command, number.value(), Map.of("queued", queued));
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

    /** @throws NotFound @throws RuleViolation for a person without an address and for a closed consultation */
    public void resend(ResendInvitation command) {
        Invitation invitation =
                invitations.find(command.invitation()).orElseThrow(() -> new NotFound("没有这份邀请，请从名单中选择。"));
        ConsultationNumber number = invitation.consultation();
        if (consultations.find(number).status().closed()) {
            throw new RuleViolation("这项征询已经结束，不能再发邀请。");
        }
        if (reachable(List.of(invitation)).isEmpty()) {
            throw new RuleViolation("这位信息员没有邮箱，请打印邀请当面送达。");
        }
        invitations.reinstate(invitation.id());
        int last = revision(outbox.latest(campaign(INVITATION, number)).get(recipient(invitation)));
        outbox.queue(campaign(INVITATION, number), number, recipient(invitation), INVITATION, last + 1);
        audit.record(
                command, number.value(), Map.of("invitation", invitation.id().value(), "revision", last + 1));
    }

    private static boolean rested(MailState latest, Instant quietSince) {
        return latest == null || !latest.createdAt().isAfter(quietSince);
    }

    private static int revision(MailState latest) {
        return latest == null ? 0 : latest.revision();
    }

    private static Recipient recipient(Invitation invitation) {
        return Recipient.informant(invitation.informant());
    }

    private List<Invitation> invited(ConsultationNumber number) {
        Set<InvitationId> revoked = invitations.revoked(number);
        return invitations.of(number).stream()
                .filter(invitation -> !revoked.contains(invitation.id()))
                .toList();
    }

    /** Those whose invitation mail arrived and who have not answered. */
    private List<Invitation> silent(ConsultationNumber number) {
        Map<Recipient, MailState> invitationMails = outbox.latest(campaign(INVITATION, number));
        return invited(number).stream()
                .filter(invitation -> invitation.answeredAt() == null)
                .filter(invitation -> Optional.ofNullable(invitationMails.get(recipient(invitation)))
                        .filter(mail -> mail.status() == MailStatus.SENT)
                        .isPresent())
                .toList();
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
