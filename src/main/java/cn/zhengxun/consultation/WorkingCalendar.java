package cn.zhengxun.consultation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Working days in China: Monday to Friday, less the State Council's holidays, plus its make-up days. One file a year in
 * {@code calendar/}; a year without a file counts weekends only, and {@link #knows} says so.
 */
@Component
public class WorkingCalendar {
    private static final String FILES = "classpath:calendar/*.json";

    private final Set<Integer> years = new HashSet<>();
    private final Map<LocalDate, Boolean> offByDay = new HashMap<>();

    WorkingCalendar() {
        ObjectMapper json = new ObjectMapper();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                try (InputStream content = file.getInputStream()) {
                    read(json.readTree(content));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a file of " + FILES + " cannot be read", unreadable);
        }
    }

    private void read(JsonNode year) {
        years.add(year.get("year").asInt());
        for (JsonNode day : year.get("days")) {
            offByDay.put(
                    LocalDate.parse(day.get("date").asText()), day.get("off").asBoolean());
        }
    }

    /** Whether the State Council's days of this year are on file. */
    public boolean knows(int year) {
        return years.contains(year);
    }

    public boolean works(LocalDate day) {
        Boolean off = offByDay.get(day);
        return off == null ? !weekend(day) : !off;
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

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
