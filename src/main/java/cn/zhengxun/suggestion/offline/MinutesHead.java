package cn.zhengxun.suggestion.offline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands above the statements: when, where, who led, who came. */
final class MinutesHead {
    /** The entries of a head, by everything they are called. */
    enum Entry {
        TIME("时间", "会议时间", "座谈时间", "日期", "召开时间"),
        PLACE("地点", "会议地点", "座谈地点", "召开地点", "会议室"),
        STATION("站点", "联络站", "立法联络站", "征询站点"),
        CHAIR("主持人", "主持", "会议主持", "主持人员"),
        EXPLAINER("解读人", "宣讲人", "讲解人", "解读", "宣讲", "解读专家", "法条解读"),
        COLLECTOR("记录人", "记录", "记录员", "整理人"),
        ATTENDEES("参加人员", "参会人员", "出席人员", "参加人", "参会人", "与会人员", "出席", "参加", "列席人员", "列席"),
        /** What follows are statements. */
        BODY("会议内容", "会议记录", "发言记录", "发言内容", "座谈内容", "讨论内容", "意见建议", "主要意见", "发言情况", "意见和建议", "会议发言", "讨论发言", "征求意见情况");

        private final List<String> names;

        Entry(String... names) {
            this.names = List.of(names);
        }

        /** @param label with or without spaces between its characters */
        static Optional<Entry> called(String label) {
            String plain =
                    label.replaceAll("[\\s\\u3000\\u00a0:：]+", "").replaceFirst("^[一二三四五六七八九十]+、|^[0-9]+[.、．]", "");
            return Arrays.stream(values())
                    .filter(entry -> entry.names.contains(plain))
                    .findFirst();
        }
    }

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern CLOCK =
            Pattern.compile("(上午|下午|晚上|中午)?\\s*(\\d{1,2})\\s*(?:[:：]\\s*(\\d{2})|[时点]\\s*(?:(\\d{1,2})\\s*分?|(半))?)");
    private static final Pattern COUNTED =
            Pattern.compile("([^，,、；;。：:\\d（()）\\s]{1,30}?)\\s*(?:[（(]\\s*)?(\\d{1,4})\\s*(?:人|名|位)(?:\\s*[)）])?");
    private static final int NOON = 12;

    LocalDate heldOn;
    LocalTime from;
    LocalTime to;
    String place;
    String station;
    String chair;
    String explainer;
    String collector;
    final List<Attendance> attendance = new ArrayList<>();

    /** @return whether it was understood to its last word; else the line belongs to the notes as well */
    boolean take(Entry entry, String value) {
        String plain = value.strip();
        if (plain.isEmpty()) {
            return true;
        }
        return switch (entry) {
            case TIME -> time(plain);
            case PLACE -> place == null && plain.length() <= 200 && (place = plain) != null;
            case STATION -> station == null && (station = plain) != null;
            case CHAIR -> chair == null && plain.length() <= 60 && (chair = plain) != null;
            case EXPLAINER -> explainer == null && plain.length() <= 60 && (explainer = plain) != null;
            case COLLECTOR -> collector == null && plain.length() <= 64 && (collector = plain) != null;
            case ATTENDEES -> attendees(plain);
            case BODY -> false;
        };
    }

    private boolean time(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.find()) {
            return false;
        }
        try {
            heldOn = LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        } catch (DateTimeException none) {
            return false;
        }
        Matcher clock = CLOCK.matcher(text.substring(day.end()));
        boolean afternoon = false;
        int last = 0;
        while (clock.find() && to == null) {
            afternoon = clock.group(1) == null ? afternoon : clock.group(1).matches("下午|晚上");
            int hour = Integer.parseInt(clock.group(2))
                    + (afternoon && Integer.parseInt(clock.group(2)) < NOON ? NOON : 0);
            int minute = clock.group(5) != null
                    ? 30
                    : clock.group(3) != null
                            ? Integer.parseInt(clock.group(3))
                            : clock.group(4) == null ? 0 : Integer.parseInt(clock.group(4));
            if (hour > 23 || minute > 59) {
                return false;
            }
            LocalTime at = LocalTime.of(hour, minute);
            to = from == null ? null : at;
            from = from == null ? at : from;
            last = clock.end();
        }
        return text.substring(day.end() + last).matches("[\\s，。至到—\\-~～]*");
    }

    private boolean attendees(String text) {
        Matcher counted = COUNTED.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (counted.find()) {
            attendance.add(new Attendance(counted.group(1).strip(), Integer.parseInt(counted.group(2))));
            counted.appendReplacement(rest, "");
        }
        counted.appendTail(rest);
        return rest.toString().matches("[\\s，,、；;。共等和及]*");
    }
}
