package cn.zhengxun.suggestion.offline;

import cn.zhengxun.draft.file.WrittenRecord.Piece;
import cn.zhengxun.suggestion.offline.Minutes.Said;
import cn.zhengxun.suggestion.offline.Minutes.Voice;
import cn.zhengxun.suggestion.offline.MinutesHead.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the records of meetings that offices write: a head of lines or a table, then statements by paragraphs,
 * numbered or not, or in a table. What it is not sure of it leaves for a person: as a note, or as a statement of nobody.
 */
final class MinutesReader {
    private static final int LONGEST_LABEL = 12;
    private static final int LONGEST_HEADING = 40;
    private static final int LONGEST_CATEGORY = 40;
    private static final Pattern NUMBERED = Pattern.compile(
            "\\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\\d{1,3})[)）]|(?:[一二三四五六七八九十]{1,3}|\\d{1,3})[、.．](?!\\d))\\s*");
    private static final Pattern LABELLED = Pattern.compile("\\s*([^：:。，]{1,16})[：:]\\s*(.*)", Pattern.DOTALL);
    private static final Pattern CITED = Pattern.compile(
            "第[一二三四五六七八九十百千零〇两\\d]+条(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十\\d]+款)?(?:第?[（(]?[一二三四五六七八九十\\d]+[）)]?项)?");
    private static final Pattern OVER = Pattern.compile(
            "(?:散会|会议(?:到此)?结束|会议于.{0,20}结束|[（(]?(?:签到表|照片)?附后[）)]?|附(?:件)?[:：].*|[（(]?以下无正文[）)]?)[。]?",
            Pattern.DOTALL);

    private final ClauseNumbers clauses;
    private final MinutesHead head = new MinutesHead();
    private final SpeakerNames names = new SpeakerNames();
    private final Map<String, Voice> voices = new LinkedHashMap<>();
    private final List<Said> said = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<Integer, String> columns = new HashMap<>();
    private int table;
    private boolean body;
    /** Whether the last statement goes on with the next paragraph. */
    private boolean speaking;
    /** Whether whoever speaks leads the meeting: what they say is kept, and is no opinion. */
    private boolean leading;

    private String headingClause = "";

    private MinutesReader(ClauseNumbers clauses) {
        this.clauses = clauses;
    }

    static Minutes read(List<Piece> pieces, ClauseNumbers clauses) {
        MinutesReader reader = new MinutesReader(clauses);
        for (Piece piece : pieces) {
            if (piece.table() == 0) {
                reader.paragraph(piece.number(), piece.cells().get(0));
            } else {
                reader.row(piece);
            }
        }
        return reader.minutes();
    }

    private Minutes minutes() {
        List<Said> spoken = said.stream()
                .filter(one -> !one.original().isBlank() || one.proposed() != null || one.reason() != null)
                .map(one -> one.clause().isEmpty() ? guessed(one) : one)
                .toList();
        return new Minutes(
                head.heldOn,
                head.from,
                head.to,
                head.place,
                head.chair,
                head.explainer,
                head.collector,
                head.station,
                List.copyOf(head.attendance),
                List.copyOf(voices.values()),
                spoken,
                List.copyOf(notes));
    }

    /** The first clause that the words name and the draft has. */
    private Said guessed(Said one) {
        return citedIn(one.original()).map(one::about).orElse(one);
    }

    private Optional<String> citedIn(String words) {
        Matcher cited = CITED.matcher(words);
        while (cited.find()) {
            ClauseNumbers.Meant meant = clauses.find(cited.group());
            if (meant.clause() != null) {
                return Optional.of(clauses.code(meant.clause()));
            }
        }
        return Optional.empty();
    }

    private void paragraph(String number, String text) {
        if (text.isBlank()) {
            return;
        }
        Matcher numbering = NUMBERED.matcher(text);
        boolean typed = numbering.lookingAt();
        String words = typed ? text.substring(numbering.end()) : text;
        boolean numbered = typed || !number.isEmpty();
        if (head(words) || OVER.matcher(text.strip()).matches() && note(text)) {
            speaking = false;
            return;
        }
        Optional<SpeakerNames.Start> start = names.at(words.stripLeading());
        if (start.isPresent()) {
            statements(words.stripLeading(), start.get());
        } else if (isHeading(words, numbered)) {
            headingClause = citedIn(words).orElse("");
            speaking = false;
            note(text);
        } else if (leading && speaking) {
            note(text);
        } else if (numbered && body
                || !speaking && (body || CITED.matcher(words).find())) {
            String speaker = numbered && speaking && !said.isEmpty()
                    ? said.get(said.size() - 1).speaker()
                    : "";
            begin(speaker, words);
        } else if (speaking) {
            said.set(said.size() - 1, said.get(said.size() - 1).followedBy(text));
        } else {
            note(text);
        }
    }

    /** Time: …, place: …; also two of them in one line. */
    private boolean head(String text) {
        Matcher labelled = LABELLED.matcher(text);
        Optional<Entry> entry = labelled.matches() ? Entry.called(labelled.group(1)) : Entry.called(text);
        if (entry.isEmpty()) {
            return false;
        }
        take(entry.get(), text, labelled.matches() ? labelled.group(2) : "");
        return true;
    }

    private void take(Entry entry, String line, String value) {
        if (entry == Entry.BODY) {
            body = true;
            headingClause = "";
            speaking = false;
            value.lines().forEach(one -> paragraph("", one));
            return;
        }
        if (entry == Entry.ATTENDEES) {
            for (String one : value.split("[，,、；;\\s\\u3000]+")) {
                String name = one.replaceAll("[（(].*|[)）].*", "");
                if (name.length() >= 2 && name.length() <= 4 && names.isName(name)) {
                    names.know(name);
                }
            }
        }
        if (!head.take(entry, value)) {
            note(line);
        }
    }

    private boolean isHeading(String words, boolean numbered) {
        String plain = words.strip();
        return plain.length() <= LONGEST_HEADING
                && !plain.matches("(?s).*[。！？；].*")
                && (numbered || plain.startsWith("关于") || plain.startsWith("对"))
                && (plain.startsWith("关于")
                        || plain.startsWith("对")
                        || CITED.matcher(plain).matches());
    }

    /** A paragraph that begins with a speaker; others may follow in it. */
    private void statements(String text, SpeakerNames.Start first) {
        SpeakerNames.Start start = first;
        String rest = text;
        while (true) {
            Optional<Integer> next = names.next(rest, start.end());
            String words =
                    rest.substring(start.end(), next.orElse(rest.length())).stripLeading();
            speak(start, next.isPresent() ? words.stripTrailing() : words);
            if (next.isEmpty()) {
                return;
            }
            rest = rest.substring(next.get());
            start = names.at(rest).orElseThrow();
        }
    }

    private void speak(SpeakerNames.Start start, String words) {
        body = true;
        leading = leads(start.name());
        if (leading) {
            speaking = true;
            note(start.name() + "：" + words);
        } else {
            begin(voice(start.name(), start.identity(), start.contact()), words);
        }
    }

    private boolean leads(String name) {
        return Entry.called(name)
                        .filter(entry -> entry == Entry.CHAIR || entry == Entry.EXPLAINER)
                        .isPresent()
                || isNamedIn(head.chair, name)
                || isNamedIn(head.explainer, name);
    }

    private static boolean isNamedIn(String entry, String name) {
        return entry != null && entry.replaceAll("[\\s\\u3000]+", "").startsWith(name);
    }

    private void begin(String speaker, String words) {
        said.add(new Said(speaker, headingClause, !headingClause.isEmpty(), null, words, null, null));
        speaking = true;
        leading = false;
    }

    /** @return the label under which the person is kept; two of one name are told apart by what they are */
    private String voice(String name, String identity, String contact) {
        if (name.isEmpty()) {
            return "";
        }
        String category = identity == null || identity.length() > LONGEST_CATEGORY ? null : identity;
        if (identity != null && category == null) {
            note(name + "（" + identity + "）");
        }
        Voice before = voices.get(name);
        boolean other = before != null
                && category != null
                && before.category() != null
                && !before.category().equals(category);
        String label = other ? name + "（" + category + "）" : name;
        Voice kept = voices.get(label);
        voices.put(
                label,
                new Voice(
                        label,
                        kept == null || kept.category() == null ? category : kept.category(),
                        kept == null || kept.contact() == null ? contact : kept.contact()));
        return label;
    }

    private void row(Piece piece) {
        if (piece.table() != table) {
            table = piece.table();
            columns.clear();
        }
        List<String> cells = piece.cells();
        Map<Integer, String> headings = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = StatementColumns.named(cells.get(i));
            if (column != null) {
                headings.put(i, column);
            }
        }
        if (headings.containsValue(StatementColumns.WORDS) && headings.size() > 1) {
            columns.clear();
            columns.putAll(headings);
            speaking = false;
        } else if (!columns.isEmpty()) {
            statement(cells);
        } else {
            entries(cells);
        }
    }

    private void statement(List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = columns.get(i);
            String text = cells.get(i);
            if (column != null) {
                row.put(column, text);
            } else if (!text.isBlank() && !text.strip().matches("\\d{1,4}[.、]?")) {
                note(text);
            }
        }
        String words = row.getOrDefault(StatementColumns.WORDS, "");
        String who = row.getOrDefault(StatementColumns.SPEAKER, "").strip();
        if (words.isBlank()) {
            cells.stream().filter(text -> !text.isBlank()).forEach(this::note);
            return;
        }
        SpeakerNames.Start start = names.at(who + "：").orElse(new SpeakerNames.Start(who, null, null, 0));
        String category = given(row.get(StatementColumns.CATEGORY));
        String contact = given(row.get(StatementColumns.CONTACT));
        String label = who.length() > 60
                ? ""
                : voice(
                        start.name(),
                        category == null ? start.identity() : category,
                        contact == null ? start.contact() : contact);
        if (who.length() > 60) {
            note(who);
        }
        String clause = row.getOrDefault(StatementColumns.CLAUSE, "").strip();
        said.add(new Said(
                label,
                clause,
                false,
                given(row.get(StatementColumns.KIND)),
                words,
                given(row.get(StatementColumns.PROPOSED)),
                given(row.get(StatementColumns.REASON))));
        speaking = false;
    }

    /** A row of the head: label and value, perhaps twice; or somebody and what they said; or a cell full of paragraphs. */
    private void entries(List<String> cells) {
        List<String> filled = cells.stream().filter(text -> !text.isBlank()).toList();
        if (filled.size() == 2
                && filled.get(0).strip().length() <= LONGEST_LABEL
                && Entry.called(filled.get(0)).isEmpty()) {
            Optional<SpeakerNames.Start> start = names.at(filled.get(0).strip() + "：");
            if (start.isPresent()) {
                speak(start.get(), filled.get(1));
                speaking = false;
                return;
            }
        }
        for (int i = 0; i < filled.size(); i++) {
            Optional<Entry> entry = Entry.called(filled.get(i));
            if (entry.isPresent() && i + 1 < filled.size()) {
                take(entry.get(), filled.get(i) + "：" + filled.get(i + 1), filled.get(i + 1));
                i++;
            } else {
                filled.get(i).lines().forEach(line -> paragraph("", line));
            }
        }
        speaking = false;
    }

    private boolean note(String text) {
        if (!text.isBlank()) {
            notes.add(text.strip());
        }
        return true;
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
