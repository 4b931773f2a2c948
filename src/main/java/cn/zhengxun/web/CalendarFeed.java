package cn.zhengxun.web;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.TimetableEntry;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.web.CalendarEventRows.Key;
import cn.zhengxun.web.CalendarEventRows.Told;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The due dates of the consultations that a user may see, as an iCalendar (RFC 5545) in UTC. It names no person, and of
 * an internal draft only the number, since calendars are copied to other companies' servers.
 */
@Component
class CalendarFeed {
    private static final java.time.Duration LENGTH = java.time.Duration.ofMinutes(30);
    /** How long calendars are told that an ended consultation's dates are off. */
    private static final java.time.Duration CANCELLED_FOR = java.time.Duration.ofDays(90);

    private static final int COLLECT = 5;

    private final Consultations consultations;
    private final Timetables timetables;
    private final ConsultationAccess access;
    private final CalendarEventRows events;
    private final MessageSource messages;
    private final Clock clock;
    private final String baseUrl;

    CalendarFeed(
            Consultations consultations,
            Timetables timetables,
            ConsultationAccess access,
            CalendarEventRows events,
            MessageSource messages,
            Clock clock,
            @Value("${zhengxun.base-url}") String baseUrl) {
        this.consultations = consultations;
        this.timetables = timetables;
        this.access = access;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** What a calendar shows of one due date. */
    private record Shown(
            Consultation consultation, TimetableEntry entry, String summary, boolean cancelled, boolean done) {
        String fingerprint() {
            return Sha256.of(entry.dueAt() + "\n" + summary + "\n" + cancelled + "\n" + done);
        }
    }

    /** The text of the feed, lines folded and ended as the standard asks. */
    String of(UserAccount user) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Zhengxun//Due dates//ZH");
        calendar.addExperimentalProperty(
                "X-WR-CALNAME", messages.getMessage("web.calendar.name", null, Locale.SIMPLIFIED_CHINESE));
        calendar.addExperimentalProperty("X-WR-TIMEZONE", Shanghai.ZONE.getId());
        calendar.setRefreshInterval(Duration.builder().hours(6).build());
        var entries = timetables.all();
        Map<Key, Told> told = events.all();
        consultations.list().stream()
                .filter(access.of(user.id(), user.roles()))
                .flatMap(one -> entries.getOrDefault(one.number(), List.of()).stream()
                        .filter(entry -> entry.dueAt() != null)
                        .map(entry -> shown(one, entry)))
                .filter(shown -> concerns(shown, told.get(key(shown))))
                .map(shown -> event(shown, told.get(key(shown))))
                .forEach(calendar::addEvent);
        return FoldedLines.of(unfolded(calendar));
    }

    private static String unfolded(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory takes every line", impossible);
        }
        return text.toString();
    }

    private Shown shown(Consultation consultation, TimetableEntry entry) {
        String step = messages.getMessage("consultation.step." + entry.step(), null, Locale.SIMPLIFIED_CHINESE);
        String summary = messages.getMessage(
                entry.step() == COLLECT ? "web.calendar.collect" : "web.calendar.due",
                new Object[] {consultation.number().value(), entry.step(), step},
                Locale.SIMPLIFIED_CHINESE);
        boolean cancelled = consultation.status().closed() || consultation.suspended();
        return new Shown(consultation, entry, summary, cancelled, !cancelled && entry.step() < consultation.step());
    }

    /** What runs is shown; what ended is taken back only from those who were told, and not for ever. */
    private boolean concerns(Shown shown, Told before) {
        if (!shown.consultation().status().closed()) {
            return true;
        }
        return before != null
                && (!before.fingerprint().equals(shown.fingerprint())
                        || before.changedAt().plus(CANCELLED_FOR).isAfter(clock.instant()));
    }

    private VEvent event(Shown shown, Told before) {
        Told now = events.tell(key(shown), shown.fingerprint(), before, clock.instant());
        Instant due = shown.entry().dueAt();
        VEvent event = new VEvent();
        event.setUid(uid(shown));
        event.setDateTimeStamp(Date.from(now.changedAt()));
        event.setLastModified(Date.from(now.changedAt()));
        event.setSequence(now.sequence());
        event.setDateStart(Date.from(due.minus(LENGTH)), true);
        event.setDateEnd(Date.from(due), true);
        event.setSummary(shown.summary());
        event.setDescription(description(shown));
        event.setUrl(address(shown.consultation()));
        event.setTransparency(true);
        event.setStatus(shown.cancelled() ? Status.cancelled() : Status.confirmed());
        if (!shown.cancelled() && !shown.done()) {
            Trigger dayBefore =
                    new Trigger(Duration.builder().prior(true).days(1).build(), Related.START);
            event.addAlarm(VAlarm.display(dayBefore, shown.summary()));
        }
        return event;
    }

    private String description(Shown shown) {
        String about = shown.consultation().visibility() == Visibility.INTERNAL
                ? ""
                : shown.consultation().title() + "\n";
        return about + Shanghai.minute(shown.entry().dueAt()) + "\n" + address(shown.consultation());
    }

    private String address(Consultation consultation) {
        return baseUrl + "/consultations/" + encoded(consultation);
    }

    private String uid(Shown shown) {
        return encoded(shown.consultation()) + "-" + shown.entry().step() + "@"
                + URI.create(baseUrl).getHost();
    }

    private static String encoded(Consultation consultation) {
        return URLEncoder.encode(consultation.number().value(), StandardCharsets.UTF_8);
    }

    private static Key key(Shown shown) {
        return new Key(shown.consultation().number(), shown.entry().step());
    }
}
