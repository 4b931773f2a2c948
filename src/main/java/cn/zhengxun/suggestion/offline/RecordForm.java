package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.InvalidCommand.Fault;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.IdentityCategory;
import cn.zhengxun.suggestion.SuggestionKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/**
 * What a clerk typed about one record, exactly as typed.
 *
 * @param record empty for one that was not saved yet
 * @param fields the texts that are there once, by their names
 * @param attendance categories and numbers of people
 */
record RecordForm(
        String record,
        String key,
        int version,
        boolean meeting,
        Map<String, String> fields,
        List<Attended> attendance,
        List<Speaker> speakers,
        List<Row> rows) {

    /** More are cut off, so that a hostile form makes no bigger page than this. */
    static final int ROWS_READ = SaveRecord.MOST + 20;

    static final int ATTENDANCE_ROWS = 30;
    private static final List<String> TEXTS = List.of(
            "channel",
            "station",
            "collector",
            "heldOn",
            "from",
            "to",
            "place",
            "chair",
            "explainer",
            "notes",
            "noticeRead",
            "confirmed");
    private static final Pattern PLACED =
            Pattern.compile("(occasion|attendance|speakers|statements)(?:\\[(\\d+)])?\\.?(\\w*).*");
    /** What a speaker's choice says where no namesake of the directory is meant. */
    private static final String NOBODY_KNOWN = "none";

    record Attended(String category, String people) {
        boolean untouched() {
            return category.isBlank() && people.isBlank();
        }
    }

    /** @param kind a {@link SuggestionKind}'s name, or empty */
    record Row(String speaker, String clause, String kind, String original, String proposed, String reason) {
        public boolean untouched() {
            return clause.isBlank() && original.isBlank() && proposed.isBlank() && reason.isBlank();
        }

        public boolean detailed() {
            return !proposed.isBlank() || !reason.isBlank();
        }
    }

    /** For the page: a text that is there once. */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean ticked(String field) {
        return !text(field).isEmpty();
    }

    /** What a browser would not show in a date or time field is shown as text, so that nothing typed is lost. */
    public String inputType(String field) {
        String typed = text(field);
        if (field.equals("heldOn")) {
            return typed.isEmpty() || typed.matches("\\d{4}-\\d{2}-\\d{2}") ? "date" : "text";
        }
        return typed.isEmpty() || typed.matches("\\d{2}:\\d{2}(:\\d{2})?") ? "time" : "text";
    }

    /** How many people attended, as far as the numbers can be read. */
    public int people() {
        return attendance.stream()
                .map(Attended::people)
                .map(String::strip)
                .filter(number -> number.matches("\\d{1,5}"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    static RecordForm fresh(boolean meeting, Map<String, String> fields) {
        return new RecordForm("", UUID.randomUUID().toString(), 0, meeting, fields, List.of(), List.of(), List.of());
    }

    static RecordForm of(OfflineRecord record) {
        Occasion then = record.occasion();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("channel", then.channel().name());
        fields.put(
                "station",
                then.station() == null ? "" : Long.toString(then.station().value()));
        fields.put("collector", orEmpty(then.collector()));
        fields.put("heldOn", orEmpty(then.heldOn()));
        fields.put("from", orEmpty(then.from()));
        fields.put("to", orEmpty(then.to()));
        fields.put("place", orEmpty(then.place()));
        fields.put("chair", orEmpty(then.chair()));
        fields.put("explainer", orEmpty(then.explainer()));
        fields.put("notes", orEmpty(then.notes()));
        fields.put("noticeRead", then.noticeRead() ? "true" : "");
        fields.put("confirmed", then.confirmed() ? "true" : "");
        return new RecordForm(
                Long.toString(record.id().value()),
                record.key(),
                record.version(),
                then.meeting(),
                fields,
                record.attendance().stream()
                        .map(one -> new Attended(one.category(), Integer.toString(one.people())))
                        .toList(),
                record.speakers(),
                record.statements().stream()
                        .map(one -> new Row(
                                orEmpty(one.speaker()),
                                orEmpty(one.clause()),
                                one.kind() == null ? "" : one.kind().name(),
                                orEmpty(one.original()),
                                orEmpty(one.proposed()),
                                orEmpty(one.reason())))
                        .toList());
    }

    /** From the fields of a form; those of rows stand in parallel. Rows without anything in them are left out. */
    static RecordForm of(MultiValueMap<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>();
        TEXTS.forEach(name -> fields.put(name, text(typed, name, 0)));
        List<Row> rows = IntStream.range(0, count(typed, ROWS_READ, "original", "clause", "speaker"))
                .mapToObj(i -> new Row(
                        text(typed, "speaker", i),
                        text(typed, "clauseChoice-" + i, 0).isEmpty()
                                ? text(typed, "clause", i)
                                : text(typed, "clauseChoice-" + i, 0),
                        text(typed, "kind", i),
                        text(typed, "original", i),
                        text(typed, "proposed", i),
                        text(typed, "reason", i)))
                .filter(row -> !row.untouched())
                .toList();
        List<Attended> attendance = IntStream.range(0, count(typed, ATTENDANCE_ROWS + 1, "category", "people"))
                .mapToObj(i -> new Attended(text(typed, "category", i), text(typed, "people", i)))
                .filter(one -> !one.untouched())
                .toList();
        List<Speaker> speakers = IntStream.range(0, count(typed, ROWS_READ, "label"))
                .mapToObj(i -> speaker(typed, i))
                .toList();
        String key = text(typed, "key", 0);
        String version = text(typed, "version", 0);
        return new RecordForm(
                text(typed, "record", 0),
                key.isBlank() ? UUID.randomUUID().toString() : key,
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                text(typed, "meeting", 0).equals("true"),
                fields,
                attendance,
                speakers,
                rows);
    }

    private static Speaker speaker(MultiValueMap<String, String> typed, int i) {
        String choice = text(typed, "informant", i);
        return new Speaker(
                text(typed, "label", i),
                choice.matches("\\d{1,18}") ? new InformantId(Long.parseLong(choice)) : null,
                choice.equals(NOBODY_KNOWN),
                text(typed, "contact", i),
                category(text(typed, "identityCategory", i), text(typed, "otherCategory", i)),
                text(typed, "ageBand", i),
                text(typed, "unit", i),
                ticked(typed, "checked", i),
                ticked(typed, "guardian", i),
                ticked(typed, "callBack", i),
                ticked(typed, "publishName", i));
    }

    /** @param own the person's words, which a page has a field for where it offers a list */
    private static String category(String chosen, String own) {
        return chosen.equals(IdentityCategory.OTHER) && !own.isBlank() ? own : chosen;
    }

    /** A box sends its row's number, since one that is not ticked sends nothing. */
    private static boolean ticked(MultiValueMap<String, String> typed, String field, int i) {
        return typed.getOrDefault(field, List.of()).contains(Integer.toString(i));
    }

    private static int count(MultiValueMap<String, String> typed, int most, String... fields) {
        return Math.min(
                most,
                List.of(fields).stream()
                        .mapToInt(field -> typed.getOrDefault(field, List.of()).size())
                        .max()
                        .orElse(0));
    }

    /** NUL alone is left out: nobody types it, and PostgreSQL cannot keep it. */
    private static String text(MultiValueMap<String, String> typed, String field, int index) {
        List<String> values = typed.get(field);
        return values == null || values.size() <= index ? "" : values.get(index).replace("\0", "");
    }

    /** With the people as they are kept: those who spoke, in that order, then others of whom something is written. */
    RecordForm tidied() {
        return new RecordForm(
                record,
                key,
                version,
                meeting,
                fields,
                attendance,
                Turns.speakers(meeting, speakers, statements()),
                rows);
    }

    /** @param account from a name as shown on the page */
    RecordForm collectedBy(UnaryOperator<String> account) {
        Map<String, String> others = new LinkedHashMap<>(fields);
        others.computeIfPresent("collector", (field, name) -> account.apply(name));
        return new RecordForm(record, key, version, meeting, others, attendance, speakers, rows);
    }

    RecordForm saved(OfflineRecords.Saved saved) {
        return new RecordForm(
                Long.toString(saved.id().value()), key, saved.version(), meeting, fields, attendance, speakers, rows);
    }

    /** The same as a record of its own. */
    RecordForm copy() {
        return new RecordForm("", UUID.randomUUID().toString(), 0, meeting, fields, attendance, speakers, rows);
    }

    /** @throws InvalidCommand naming the components of {@link SaveRecord} */
    SaveRecord command(ConsultationNumber consultation) {
        List<Fault> faults = new ArrayList<>();
        LocalDate heldOn = read("heldOn", LocalDate::parse, "日期看不懂，请写成 2026-11-23 这样。", faults);
        LocalTime from = read("from", LocalTime::parse, "开始时间看不懂，请写成 09:30 这样。", faults);
        LocalTime to = read("to", LocalTime::parse, "结束时间看不懂，请写成 11:30 这样。", faults);
        StationId station =
                text("station").matches("\\d{1,18}") ? new StationId(Long.parseLong(text("station"))) : null;
        if (station == null && !text("station").isBlank()) {
            faults.add(new Fault("occasion.station", "站点不在名录中，请重新选择。"));
        }
        List<Attendance> people = new ArrayList<>();
        for (int i = 0; i < attendance.size(); i++) {
            people.add(new Attendance(attendance.get(i).category(), people(i, faults)));
        }
        if (!faults.isEmpty()) {
            throw new InvalidCommand(faults);
        }
        return new SaveRecord(
                record.matches("\\d{1,18}") ? new OfflineRecordId(Long.parseLong(record)) : null,
                key,
                version,
                consultation,
                new Occasion(
                        meeting,
                        channel(),
                        station,
                        text("collector"),
                        heldOn,
                        from,
                        to,
                        text("place"),
                        text("chair"),
                        text("explainer"),
                        text("notes"),
                        ticked("noticeRead"),
                        ticked("confirmed")),
                people,
                speakers,
                statements());
    }

    private List<Statement> statements() {
        return rows.stream()
                .map(row -> new Statement(
                        row.speaker(), row.clause(), kind(row.kind()), row.original(), row.proposed(), row.reason()))
                .toList();
    }

    private int people(int i, List<Fault> faults) {
        String number = attendance.get(i).people().strip();
        if (number.matches("\\d{1,5}")) {
            return Integer.parseInt(number);
        }
        faults.add(new Fault("attendance[" + i + "].people", "人数请写成数字。"));
        return 0;
    }

    private <T> T read(String field, Function<String, T> reader, String sentence, List<Fault> faults) {
        if (text(field).isBlank()) {
            return null;
        }
        try {
            return reader.apply(text(field).strip());
        } catch (DateTimeException unreadable) {
            faults.add(new Fault("occasion." + field, sentence));
            return null;
        }
    }

    /** @return null where none or no such channel was chosen */
    Channel channel() {
        for (Channel channel : Channel.values()) {
            if (channel.name().equals(text("channel"))) {
                return channel;
            }
        }
        return null;
    }

    private static SuggestionKind kind(String name) {
        for (SuggestionKind kind : SuggestionKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** @return the sentences by the field of the page, such as original-2 for the third row */
    static Map<String, String> faults(InvalidCommand invalid) {
        Map<String, String> faults = new LinkedHashMap<>();
        invalid.faults().forEach(fault -> faults.putIfAbsent(field(fault.field()), fault.sentence()));
        return faults;
    }

    private static String field(String component) {
        Matcher placed = PLACED.matcher(component);
        if (!placed.matches() || placed.group(3).isEmpty()) {
            return "";
        }
        return placed.group(2) == null ? placed.group(3) : placed.group(3) + "-" + placed.group(2);
    }

    private static String orEmpty(Object value) {
        return value == null ? "" : value.toString();
    }
}
