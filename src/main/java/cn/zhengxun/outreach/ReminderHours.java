package cn.zhengxun.outreach;

import cn.zhengxun.consultation.WorkingCalendar;
import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** When people may be reminded: by day, and on days when the office can be asked back. */
@Component
@EnableConfigurationProperties(ReminderSettings.class)
class ReminderHours {
    private final ReminderSettings settings;
    private final WorkingCalendar calendar;

    ReminderHours(ReminderSettings settings, WorkingCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    /**
     * The first moment from now on that is neither at night nor on a day off. Where days off would carry it past the last
     * day of collection, only the night counts: a reminder on a holiday helps more than one that comes too late.
     */
    Instant next(Instant now, Instant collectUntil) {
        Instant byDay = afterTheNight(now);
        LocalDate day = Shanghai.dateOf(byDay);
        if (settings.daysOff() || calendar.works(day)) {
            return byDay;
        }
        Instant atWork = Shanghai.at(calendar.plus(day, 0), settings.quietUntil());
        return atWork.isBefore(collectUntil) ? atWork : byDay;
    }

    private Instant afterTheNight(Instant now) {
        LocalDate day = Shanghai.dateOf(now);
        LocalTime time = now.atZone(Shanghai.ZONE).toLocalTime();
        if (time.isBefore(settings.quietUntil())) {
            return Shanghai.at(day, settings.quietUntil());
        }
        return time.isBefore(settings.quietFrom()) ? now : Shanghai.at(day.plusDays(1), settings.quietUntil());
    }
}
