package cn.zhengxun.outreach;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.NotYet;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminding those who are silent, within limits that hold for each person; when they are used up, the coordinator is told. */
@Service
@Transactional
public class Reminders {
    private static final int WEEK = 7;

    private final ReminderRows rows;
    private final ReminderSettings settings;
    private final ReminderHours hours;
    private final Outbox outbox;
    private final Consultations consultations;
    private final AuditTrail audit;
    private final Clock clock;

    Reminders(
            ReminderRows rows,
            ReminderSettings settings,
            ReminderHours hours,
            Outbox outbox,
            Consultations consultations,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.hours = hours;
        this.outbox = outbox;
        this.consultations = consultations;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is due today: reminders, then word to the coordinators of those who were reminded in vain. @return reminders queued now */
    public int remind(ConsultationNumber number) {
        int queued = remind(new RemindInvitees(number));
        tellCoordinators(new TellCoordinators(number));
        return queued;
    }

    /**
     * Those whom the invitation reached and who have not answered, while suggestions are accepted; people with a saved
     * draft get words of their own. @return how many were queued now
     */
    public int remind(RemindInvitees command) {
        ConsultationNumber number = command.consultation();
        Consultation consultation = consultations.find(number);
        Instant now = clock.instant();
        if (!consultation.acceptsAt(now)) {
            return 0;
        }
        rows.takeTurn();
        Instant notBefore = hours.next(now, consultation.collectUntil());
        Map<Integer, Map<Boolean, List<Recipient>>> due = rows.due(number, limits()).stream()
                .collect(Collectors.groupingBy(
                        ReminderRows.Silent::reminded,
                        TreeMap::new,
                        Collectors.partitioningBy(
                                ReminderRows.Silent::drafted,
                                Collectors.mapping(one -> Recipient.informant(one.informant()), Collectors.toList()))));
        int queued = 0;
        int drafted = 0;
        for (Map.Entry<Integer, Map<Boolean, List<Recipient>>> group : due.entrySet()) {
            int reminder = group.getKey() + 1;
            queued += queue(Campaigns.REMINDER, number, group.getValue().get(false), reminder, notBefore);
            drafted += queue(Campaigns.REMINDER_DRAFT, number, group.getValue().get(true), reminder, notBefore);
        }
        if (queued + drafted > 0) {
            audit.record(command, number.value(), Map.of("queued", queued + drafted, "drafted", drafted));
        }
        return queued + drafted;
    }

    private int queue(
            String template, ConsultationNumber number, List<Recipient> people, int reminder, Instant notBefore) {
        return outbox.queueAll(
                Campaigns.campaign(Campaigns.REMINDER, number), number, people, template, reminder, notBefore);
    }

    /** One extra reminder to everyone who has not answered; only the first call does it. @return how many were queued now */
    public int chase(ConsultationNumber number) {
        return chase(new ChaseInvitees(number));
    }

    /** @return how many were queued now */
    public int chase(ChaseInvitees command) {
        ConsultationNumber number = command.consultation();
        Consultation consultation = consultations.find(number);
        Instant now = clock.instant();
        if (!consultation.acceptsAt(now)) {
            return 0;
        }
        rows.takeTurn();
        if (rows.chased(number)) {
            return 0;
        }
        int queued = outbox.queueAll(
                Campaigns.campaign(Campaigns.CHASE, number),
                number,
                recipients(rows.silent(number, limits())),
                Campaigns.CHASE,
                1,
                hours.next(now, consultation.collectUntil()));
        audit.record(command, number.value(), Map.of("queued", queued));
        return queued;
    }

    /** Each coordinator once for a consultation, of all their people who were reminded in vain. @return how many were queued now */
    public int tellCoordinators(TellCoordinators command) {
        ConsultationNumber number = command.consultation();
        Consultation consultation = consultations.find(number);
        Instant now = clock.instant();
        if (!consultation.acceptsAt(now)) {
            return 0;
        }
        int queued = outbox.queueAll(
                Campaigns.campaign(Campaigns.COORDINATOR_SILENT, number),
                number,
                recipients(rows.coordinatorsOfTheWornOut(number, limits())),
                Campaigns.COORDINATOR_SILENT,
                1,
                hours.next(now, consultation.collectUntil()));
        if (queued > 0) {
            audit.record(command, number.value(), Map.of("queued", queued));
        }
        return queued;
    }

    /** The people whom this coordinator is told of, as of now. */
    @Transactional(readOnly = true)
    List<ReminderRows.SilentAtStation> wornOutOf(ConsultationNumber number, InformantId coordinator) {
        return rows.wornOutOf(number, coordinator, limits());
    }

    /** Asked again when the mail is written, since a retry may fall into the night. @throws NotYet */
    void requireHours(Consultation consultation) {
        Instant now = clock.instant();
        Instant next = hours.next(now, consultation.collectUntil());
        if (next.isAfter(now)) {
            throw new NotYet("夜间和休息日不打扰，到时再发", next);
        }
    }

    /** Asked again when the mail is written, since others may have gone out meanwhile. @throws NotDue */
    @Transactional(readOnly = true)
    void requireBelowWeeklyLimit(QueuedMail mail) {
        if (rows.sentSince(mail, limits().week()) >= settings.mostPerWeek()) {
            throw new NotDue("这一周的提醒已达上限，不再提醒");
        }
    }

    /** Counted in days, so that a daily round at nine is not put off by the minutes that sending took the time before. */
    private ReminderRows.Limits limits() {
        LocalDate today = Shanghai.dateOf(clock.instant());
        return new ReminderRows.Limits(
                Shanghai.at(today.minusDays(settings.spacingDays() - 1L), LocalTime.MIDNIGHT),
                Shanghai.at(today.minusDays(WEEK - 1L), LocalTime.MIDNIGHT),
                settings.mostPerConsultation(),
                settings.mostPerWeek());
    }

    private static List<Recipient> recipients(List<InformantId> people) {
        return people.stream().map(Recipient::informant).toList();
    }
}
