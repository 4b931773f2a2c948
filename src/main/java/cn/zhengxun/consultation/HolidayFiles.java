package cn.zhengxun.consultation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The State Council's holidays, one file a year: those that came with the program, and the operator's own, which stand
 * in for a shipped file of the same year. A wrong date would put deadlines wrong, so a faulty file stops the start.
 */
class HolidayFiles {
    private static final String SHIPPED = "classpath:calendar/*.json";
    private static final Pattern NAME = Pattern.compile("(\\d{4})\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private HolidayFiles() {}

    /**
     * @param folder the operator's own; null for none
     * @return for each year the days that differ from the ordinary week, true for a day off
     * @throws IllegalStateException naming the file and what is wrong with it
     */
    static Map<Integer, Map<LocalDate, Boolean>> read(Path folder) {
        Map<Integer, Map<LocalDate, Boolean>> years = new TreeMap<>();
        try {
            addAll(List.of(new PathMatchingResourcePatternResolver().getResources(SHIPPED)), years);
            if (folder != null) {
                addAll(filesIn(folder), years);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("节假日文件读不出来：" + unreadable.getMessage(), unreadable);
        }
        requireAgreement(years);
        return years;
    }

    private static List<Resource> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("设置 zhengxun.calendar.dir 指定的文件夹不存在：" + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .<Resource>map(FileSystemResource::new)
                    .toList();
        }
    }

    private static void addAll(List<Resource> files, Map<Integer, Map<LocalDate, Boolean>> years) throws IOException {
        for (Resource file : files) {
            String name = file.getFilename();
            Matcher year = NAME.matcher(name);
            if (!year.matches()) {
                throw faulty(name, "文件名应当是四位年份加 .json，例如 2027.json，一年一个文件");
            }
            try (InputStream content = file.getInputStream()) {
                years.put(
                        Integer.valueOf(year.group(1)),
                        days(name, Integer.parseInt(year.group(1)), tree(name, content)));
            }
        }
    }

    private static JsonNode tree(String name, InputStream content) {
        try {
            return JSON.readTree(content);
        } catch (IOException broken) {
            throw faulty(name, "不是完整的 JSON");
        }
    }

    private static Map<LocalDate, Boolean> days(String name, int year, JsonNode content) {
        if (content == null || content.path("year").asInt() != year) {
            throw faulty(name, "“year”应当是 " + year);
        }
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (JsonNode day : content.path("days")) {
            if (!day.path("off").isBoolean()) {
                throw faulty(name, "每一天都要写“off”：放假 true，补班 false");
            }
            LocalDate date = date(name, day.path("date").asText());
            // the days around New Year belong to the next year's notice
            if (Math.abs(date.getYear() - year) > 1
                    || date.isBefore(LocalDate.of(year - 1, 12, 1))
                    || date.isAfter(LocalDate.of(year + 1, 1, 31))) {
                throw faulty(name, date + " 不是 " + year + " 年的日子");
            }
            if (days.put(date, day.get("off").asBoolean()) != null) {
                throw faulty(name, date + " 写了两次");
            }
        }
        if (!days.containsValue(true)) {
            throw faulty(name, "“days”里没有放假的日子");
        }
        return days;
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw faulty(name, "“date”应当像 2027-01-01，现在是“" + text + "”");
        }
    }

    private static void requireAgreement(Map<Integer, Map<LocalDate, Boolean>> years) {
        Map<LocalDate, Boolean> known = new HashMap<>();
        years.forEach((year, days) -> days.forEach((date, off) -> {
            Boolean other = known.putIfAbsent(date, off);
            if (other != null && !other.equals(off)) {
                throw faulty(year + ".json", date + " 和另一年的文件不一致");
            }
        }));
    }

    private static IllegalStateException faulty(String name, String what) {
        return new IllegalStateException("节假日文件 " + name + " 不对：" + what + "。");
    }
}
