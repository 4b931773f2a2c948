package cn.zhengxun.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The one zone of the office, and how it writes dates. */
public final class Shanghai {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZONE);

    private Shanghai() {}

    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    /** For example 2026年11月3日. */
    public static String date(Instant instant) {
        return DATE.format(instant);
    }

    /** For example 2026年11月3日. */
    public static String date(LocalDate date) {
        return DATE.format(date.atStartOfDay(ZONE));
    }

    /** For example 2026年11月3日 17:30. Midnight is the end of a day, as in every deadline: 2026年11月3日 24:00. */
    public static String minute(Instant instant) {
        return instant.atZone(ZONE).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? DATE.format(instant.minusSeconds(1)) + " 24:00"
                : MINUTE.format(instant);
    }
}
