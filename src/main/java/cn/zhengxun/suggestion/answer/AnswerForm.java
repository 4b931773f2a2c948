package cn.zhengxun.suggestion.answer;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.suggestion.IdentityCategory;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed on a public page, kept exactly as typed until it is handed in.
 *
 * @param key the idempotency key minted with the form
 * @param basis the saved draft's version that the page started from; empty where nothing was saved
 * @param rows one for each opinion, at least one
 */
public record AnswerForm(String key, String basis, List<Row> rows, Person person, Consents consents) {
    static final int MOST_ROWS = 20;
    /** More than {@link #MOST_ROWS} are refused and shown again; a hostile form makes no bigger page than this. */
    static final int ROWS_READ = 100;

    /**
     * @param clause an article's id, or empty for 整体
     * @param part empty, or a 款 or 项 of an article: the article's id, a hyphen, and its own
     * @param kind a {@link SuggestionKind}'s name, or empty
     */
    public record Row(String clause, String part, String kind, String original, String proposed, String reason) {
        static final Row EMPTY = new Row("", "", "", "", "", "");

        public Row {
            // a draft that was saved before there were parts
            part = part == null ? "" : part;
        }

        public boolean untouched() {
            return original.isBlank() && proposed.isBlank() && reason.isBlank();
        }

        public boolean detailed() {
            return !proposed.isBlank() || !reason.isBlank();
        }

        Row about(String otherClause) {
            return new Row(otherClause, "", kind, original, proposed, reason);
        }

        /** The id that is meant; a part of an article that is no longer chosen says nothing. */
        private String place() {
            return !clause.isBlank() && part.startsWith(clause + "-") ? part.substring(clause.length() + 1) : clause;
        }

        /** Empty for the whole draft. */
        Optional<ClauseId> chosenClause() {
            return Optional.ofNullable(AnswerForm.clause(place()));
        }

        /** Empty where none was chosen yet. */
        Optional<SuggestionKind> chosenKind() {
            return kind.isBlank() ? Optional.empty() : Optional.of(AnswerForm.kind(kind));
        }

        private SubmitSuggestions.Item item() {
            return new SubmitSuggestions.Item(
                    AnswerForm.clause(place()), AnswerForm.kind(kind), original, orNull(proposed), orNull(reason));
        }
    }

    /** @param otherCategory in the person's own words, where {@link IdentityCategory#OTHER} is chosen */
    public record Person(
            String name,
            String contact,
            String identityCategory,
            String otherCategory,
            String unit,
            String ageBand,
            boolean guardian) {
        static final Person UNKNOWN = new Person("", "", "", "", "", "", false);
        static final String UNDER_14 = "未满14周岁";
        static final List<String> AGE_BANDS = List.of(UNDER_14, "14至17周岁", "18至35周岁", "36至59周岁", "60至74周岁", "75周岁以上");

        public Person {
            // a draft that was saved before these were asked
            otherCategory = otherCategory == null ? "" : otherCategory;
            unit = unit == null ? "" : unit;
        }

        /** As the directory knows somebody. @param category and @param ageBand may be null */
        static Person known(String category, String ageBand) {
            return new Person("", "", orEmpty(category), "", "", orEmpty(ageBand), false);
        }

        /** The same, with a category that is not among these as the person's own words. */
        Person choosingFrom(List<String> categories) {
            return identityCategory.isBlank()
                            || identityCategory.equals(IdentityCategory.OTHER)
                            || categories.contains(identityCategory)
                    ? this
                    : new Person(name, contact, IdentityCategory.OTHER, identityCategory, unit, ageBand, guardian);
        }

        /** @return null where it was left open */
        String category() {
            return IdentityCategory.read(
                    identityCategory.equals(IdentityCategory.OTHER) && !otherCategory.isBlank()
                            ? otherCategory
                            : identityCategory);
        }

        boolean needsGuardian() {
            return ageBand.equals(UNDER_14) && !guardian;
        }
    }

    public record Consents(boolean processing, boolean callBack, boolean publishName) {}

    static AnswerForm fresh(String clause) {
        return fresh(clause, Person.UNKNOWN);
    }

    static AnswerForm fresh(String clause, Person person) {
        return new AnswerForm(
                mintKey(), "", List.of(Row.EMPTY.about(clause)), person, new Consents(false, false, false));
    }

    /** The words of one suggestion again, to be changed. */
    public static AnswerForm again(Suggestion suggestion) {
        Row row = new Row(
                suggestion.clause() == null
                        ? ""
                        : Long.toString(suggestion.clause().value()),
                "",
                suggestion.kind().name(),
                suggestion.original(),
                orEmpty(suggestion.proposed()),
                orEmpty(suggestion.reason()));
        return fresh("").withRows(List.of(row));
    }

    private static String mintKey() {
        return UUID.randomUUID().toString();
    }

    /** As {@link #of(MultiValueMap, Person)} for somebody unknown. */
    public static AnswerForm of(MultiValueMap<String, String> typed) {
        return of(typed, Person.UNKNOWN);
    }

    /**
     * From the fields of a form; the rows' fields stand in parallel, in the order of the page.
     *
     * @param known who it is, for a form that does not ask
     */
    static AnswerForm of(MultiValueMap<String, String> typed, Person known) {
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
                        text(typed, "part", i),
                        text(typed, "kind", i),
                        text(typed, "original", i),
                        text(typed, "proposed", i),
                        text(typed, "reason", i)))
                .toList();
        String key = text(typed, "key", 0);
        return new AnswerForm(
                key.isBlank() || key.indexOf(SubmitSuggestions.OWN_KEY) >= 0 ? mintKey() : key,
                text(typed, "draft", 0),
                all,
                known.equals(Person.UNKNOWN) || asked(typed) ? person(typed) : known,
                new Consents(
                        typed.containsKey("consentProcessing"),
                        typed.containsKey("consentCallBack"),
                        typed.containsKey("consentPublishName")));
    }

    private static boolean asked(MultiValueMap<String, String> typed) {
        return typed.containsKey("identityCategory") || typed.containsKey("ageBand");
    }

    private static Person person(MultiValueMap<String, String> typed) {
        return new Person(
                text(typed, "proposerName", 0),
                text(typed, "proposerContact", 0),
                text(typed, "identityCategory", 0),
                text(typed, "otherCategory", 0),
                text(typed, "unit", 0),
                text(typed, "ageBand", 0),
                typed.containsKey("guardian"));
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

    public AnswerForm withNewKey() {
        return new AnswerForm(mintKey(), basis, rows, person, consents);
    }

    AnswerForm basedOn(String version) {
        return new AnswerForm(key, version, rows, person, consents);
    }

    AnswerForm by(Person other) {
        return new AnswerForm(key, basis, rows, other, consents);
    }

    /** With all that is written in another form, too, and nothing twice. */
    AnswerForm with(AnswerForm other) {
        List<Row> both = new ArrayList<>(touched());
        other.touched().stream().filter(row -> !both.contains(row)).forEach(both::add);
        return both.isEmpty() ? this : withRows(both);
    }

    /** Whether everything that is written here was handed in with these. */
    boolean within(List<SubmitSuggestions.Item> submitted) {
        return touched().stream().allMatch(row -> submitted.contains(row.item()));
    }

    private List<Row> touched() {
        return rows.stream().filter(row -> !row.untouched()).toList();
    }

    private List<Row> append(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return more;
    }

    private AnswerForm withRows(List<Row> others) {
        return new AnswerForm(key, basis, List.copyOf(others), person, consents);
    }

    /** Indexes of the rows that are handed in: all with something in them, and the first where none has. */
    List<Integer> kept() {
        List<Integer> kept = IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).untouched())
                .boxed()
                .toList();
        return kept.isEmpty() ? List.of(0) : kept;
    }

    public List<SubmitSuggestions.Item> items() {
        return kept().stream().map(rows::get).map(Row::item).toList();
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

    public static String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static String orEmpty(String known) {
        return known == null ? "" : known;
    }

    /**
     * The faults by the field of this page that they concern, such as original-2 for the third row.
     *
     * @param found by command component, such as suggestions[1].original for the second row that is handed in
     */
    public Map<String, String> faults(List<InvalidCommand.Fault> found) {
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
