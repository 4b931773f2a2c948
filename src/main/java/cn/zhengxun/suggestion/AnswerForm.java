package cn.zhengxun.suggestion;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.InvalidCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed on a public page, kept exactly as typed until it is handed in.
 *
 * @param key the idempotency key minted with the form
 * @param rows one for each opinion, at least one
 * @param person empty texts on a personal link
 */
record AnswerForm(String key, List<Row> rows, Person person, Consents consents) {
    static final int MOST_ROWS = 20;
    /** More than {@link #MOST_ROWS} are refused and shown again; a hostile form makes no bigger page than this. */
    static final int ROWS_READ = 100;

    /** @param clause a clause's id, or empty for 整体; @param kind a {@link SuggestionKind}'s name, or empty */
    record Row(String clause, String kind, String original, String proposed, String reason) {
        static final Row EMPTY = new Row("", "", "", "", "");

        public boolean untouched() {
            return original.isBlank() && proposed.isBlank() && reason.isBlank();
        }

        public boolean detailed() {
            return !proposed.isBlank() || !reason.isBlank();
        }

        Row about(String otherClause) {
            return new Row(otherClause, kind, original, proposed, reason);
        }
    }

    record Person(String name, String contact, String identityCategory, String ageBand, boolean guardian) {
        static final Person UNKNOWN = new Person("", "", "", "", false);
        static final String UNDER_14 = "未满14周岁";
        static final List<String> AGE_BANDS = List.of(UNDER_14, "14至17周岁", "18至35周岁", "36至59周岁", "60至74周岁", "75周岁以上");

        boolean needsGuardian() {
            return ageBand.equals(UNDER_14) && !guardian;
        }
    }

    record Consents(boolean processing, boolean callBack, boolean publishName) {}

    static AnswerForm fresh(String clause) {
        return new AnswerForm(
                mintKey(), List.of(Row.EMPTY.about(clause)), Person.UNKNOWN, new Consents(false, false, false));
    }

    private static String mintKey() {
        return UUID.randomUUID().toString();
    }

    /** From the fields of a form; the rows' fields stand in parallel, in the order of the page. */
    static AnswerForm of(MultiValueMap<String, String> typed) {
        int rows = IntStream.of(
                        count(typed, "clause"),
                        count(typed, "kind"),
                        count(typed, "original"),
                        count(typed, "proposed"),
                        count(typed, "reason"))
                .max()
                .orElse(0);
        List<Row> all = IntStream.range(0, Math.min(Math.max(rows, 1), ROWS_READ))
                .mapToObj(i -> new Row(
                        text(typed, "clause", i),
                        text(typed, "kind", i),
                        text(typed, "original", i),
                        text(typed, "proposed", i),
                        text(typed, "reason", i)))
                .toList();
        String key = text(typed, "key", 0);
        return new AnswerForm(
                key.isBlank() ? mintKey() : key,
                all,
                new Person(
                        text(typed, "proposerName", 0),
                        text(typed, "proposerContact", 0),
                        text(typed, "identityCategory", 0),
                        text(typed, "ageBand", 0),
                        typed.containsKey("guardian")),
                new Consents(
                        typed.containsKey("consentProcessing"),
                        typed.containsKey("consentCallBack"),
                        typed.containsKey("consentPublishName")));
    }

    private static int count(MultiValueMap<String, String> typed, String field) {
        List<String> values = typed.get(field);
        return values == null ? 0 : values.size();
    }

    /** NUL alone is left out: nobody types it, and PostgreSQL cannot keep it. */
    private static String text(MultiValueMap<String, String> typed, String field, int index) {
        List<String> values = typed.get(field);
        return values == null || values.size() <= index ? "" : values.get(index).replace("\0", "");
    }

    public boolean full() {
        return rows.size() >= MOST_ROWS;
    }

    public boolean untouched() {
        return rows.stream().allMatch(Row::untouched);
    }

    AnswerForm withAnotherRow() {
        return full() ? this : withRows(append(Row.EMPTY));
    }

    /** Uses the last row where nothing was written in it yet. */
    AnswerForm withRowAbout(String clause) {
        Row last = rows.get(rows.size() - 1);
        if (last.untouched()) {
            List<Row> changed = new ArrayList<>(rows);
            changed.set(rows.size() - 1, last.about(clause));
            return withRows(changed);
        }
        return full() ? this : withRows(append(Row.EMPTY.about(clause)));
    }

    AnswerForm withNewKey() {
        return new AnswerForm(mintKey(), rows, person, consents);
    }

    private List<Row> append(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return more;
    }

    private AnswerForm withRows(List<Row> others) {
        return new AnswerForm(key, List.copyOf(others), person, consents);
    }

    /** Indexes of the rows that are handed in: all with something in them, and the first where none has. */
    List<Integer> kept() {
        List<Integer> kept = IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).untouched())
                .boxed()
                .toList();
        return kept.isEmpty() ? List.of(0) : kept;
    }

    List<SubmitSuggestions.Item> items() {
        return kept().stream()
                .map(rows::get)
                .map(row -> new SubmitSuggestions.Item(
                        clause(row.clause()),
                        kind(row.kind()),
                        row.original(),
                        orNull(row.proposed()),
                        orNull(row.reason())))
                .toList();
    }

    /** What is no clause's id must not pass for 整体: no clause has the id 0, so it is refused like a foreign one. */
    private static ClauseId clause(String chosen) {
        if (chosen.isBlank()) {
            return null;
        }
        return new ClauseId(chosen.matches("\\d{1,18}") ? Long.parseLong(chosen) : 0);
    }

    private static SuggestionKind kind(String name) {
        for (SuggestionKind kind : SuggestionKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return SuggestionKind.OTHER;
    }

    static String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    /**
     * The faults by the field of this page that they concern, such as original-2 for the third row.
     *
     * @param found by command component, such as suggestions[1].original for the second row that is handed in
     */
    Map<String, String> faults(List<InvalidCommand.Fault> found) {
        Map<String, String> faults = new LinkedHashMap<>();
        List<Integer> kept = kept();
        for (var fault : found) {
            var row = ROW_FIELD.matcher(fault.field());
            if (row.matches()) {
                int index = kept.get(Integer.parseInt(row.group(1)));
                String field = row.group(2);
                faults.putIfAbsent(field + "-" + index, tooLong(field, rows.get(index), fault.sentence()));
            } else {
                faults.putIfAbsent(fault.field(), fault.sentence());
            }
        }
        return faults;
    }

    private static final Pattern ROW_FIELD = Pattern.compile("suggestions\\[(\\d+)]\\.(\\w+)");

    private static String tooLong(String field, Row row, String sentence) {
        String text = switch (field) {
            case "original" -> row.original();
            case "proposed" -> row.proposed();
            case "reason" -> row.reason();
            default -> "";
        };
        int length = text.codePointCount(0, text.length());
        return length <= SubmitSuggestions.LONGEST
                ? sentence
                : "这里写了%d个字，最多%d个字，多出%d个字。请删减，或者分成几条来写。"
                        .formatted(length, SubmitSuggestions.LONGEST, length - SubmitSuggestions.LONGEST);
    }
}
