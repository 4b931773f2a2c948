package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Shanghai;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Working days in China: Monday to Friday, less the State Council's holidays, plus its make-up days, see {@link
 * HolidayFiles}. A year without a file counts weekends only, and {@link #gap} says so.
 */
@Component
public class WorkingCalendar {
    private static final LocalTime OPENS = LocalTime.of(8, 30);

    private final Path folder;
    private final Set<Integer> years;
    private final Map<LocalDate, Boolean> offByDay = new HashMap<>();

    @Autowired
    WorkingCalendar(@Value("${zhengxun.calendar.dir:}") String folder) {
        this(folder.isBlank() ? null : Path.of(folder));
    }

    /** @param folder the operator's own files; null for those that came with the program */
    WorkingCalendar(Path folder) {
        this.folder = folder;
        Map<Integer, Map<LocalDate, Boolean>> files = HolidayFiles.read(folder);
        this.years = Set.copyOf(files.keySet());
        files.values().forEach(offByDay::putAll);
    }

    /** Whether the State Council's days of this year are on file. */
    public boolean knows(int year) {
        return years.contains(year);
    }

    /** The years from the first of these days to the last whose holidays are not on file. */
    public HolidayGap gap(LocalDate first, LocalDate last) {
        List<Integer> missing = IntStream.rangeClosed(first.getYear(), last.getYear())
                .filter(year -> !knows(year))
                .boxed()
                .toList();
        return new HolidayGap(missing, folder == null ? null : folder.toString());
    }

    public boolean works(LocalDate day) {
        Boolean off = offByDay.get(day);
        return off == null ? !weekend(day) : !off;
    }

    /** This moment on a working day; on a day off the next working day at 8:30, when the office looks at its mail. */
    public Instant nextAtWork(Instant now) {
        LocalDate today = Shanghai.dateOf(now);
        return works(today) ? now : Shanghai.at(plus(today, 0), OPENS);
    }

    /** The n-th working day after this one; a day off counts from the next working day. @param days 0 or more */
    public LocalDate plus(LocalDate day, int days) {
        LocalDate reached = day;
        while (!works(reached)) {
            reached = reached.plusDays(1);
        }
        for (int left = days; left > 0; left--) {
            do {
                reached = reached.plusDays(1);
            } while (!works(reached));
        }
        return reached;
    }

    /** The n-th working day before this one; a day off counts from the working day before it. @param days 0 or more */
    public LocalDate minus(LocalDate day, int days) {
        LocalDate reached = day;
        while (!works(reached)) {
            reached = reached.minusDays(1);
        }
        for (int left = days; left > 0; left--) {
            do {
                reached = reached.minusDays(1);
            } while (!works(reached));
        }
        return reached;
    }

    /** Working days after {@code from} until {@code to}, that day included; 0 where to is not later. */
    public int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::works)
                .count();
    }

    /**
     * When this share of a span has passed, counted in the time of working days only, so that a week off moves nothing
     * forward. Each working day counts from 0:00 to 24:00.
     *
     * @param share 0 to 1
     * @return {@code until} for a span without working time
     */
    public Instant passed(Instant from, Instant until, double share) {
        Duration left = Duration.ofMillis((long) (worked(from, until).toMillis() * share));
        for (LocalDate day = Shanghai.dateOf(from); !day.isAfter(Shanghai.dateOf(until)); day = day.plusDays(1)) {
            Duration today = workedOn(day, from, until);
            if (!today.isZero() && left.compareTo(today) <= 0) {
                return later(startOf(day), from).plus(left);
            }
            left = left.minus(today);
        }
        return until;
    }

    private Duration worked(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = Shanghai.dateOf(from); !day.isAfter(Shanghai.dateOf(until)); day = day.plusDays(1)) {
            sum = sum.plus(workedOn(day, from, until));
        }
        return sum;
    }

    private Duration workedOn(LocalDate day, Instant from, Instant until) {
        Instant begins = later(startOf(day), from);
        Instant next = startOf(day.plusDays(1));
        Instant ends = next.isBefore(until) ? next : until;
        return works(day) && begins.isBefore(ends) ? Duration.between(begins, ends) : Duration.ZERO;
    }

    private static Instant startOf(LocalDate day) {
        return Shanghai.at(day, LocalTime.MIDNIGHT);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
