package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.clause.ClauseId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which suggestions of a consultation the staff's list shows.
 *
 * @param wholeOnly those on the draft as a whole; then clause is null
 * @param clause null for all; @param channel and @param station likewise
 * @param timing null for the collected ones, in time and in grace
 * @param state null for all that are not withdrawn
 * @param words in what was said, or a suggestion's or receipt's number; empty for all
 */
record SuggestionFilter(
        ConsultationNumber consultation,
        boolean wholeOnly,
        ClauseId clause,
        Channel channel,
        StationId station,
        Timing timing,
        State state,
        String words) {
    /** The address's word for suggestions on the draft as a whole. */
    static final String WHOLE = "whole";

    private static final int LONGEST = 60;

    /** What became of a suggestion, as far as the list tells it. */
    enum State {
        LOOKED_AT("核查中", "WAITING"),
        HELD("暂存", "HOLD_PROPOSED", "HELD", "RELEASE_PROPOSED"),
        REROUTED("转办", "REROUTED"),
        WITHDRAWN("已撤回");

        private final String chinese;
        private final List<String> cases;

        State(String chinese, String... cases) {
            this.chinese = chinese;
            this.cases = List.of(cases);
        }

        public String chinese() {
            return chinese;
        }
    }

    SuggestionFilter {
        words = words == null ? "" : words.strip();
        words = words.substring(
                0, words.offsetByCodePoints(0, Math.min(LONGEST, words.codePointCount(0, words.length()))));
    }

    static SuggestionFilter collected(ConsultationNumber consultation) {
        return of(consultation, "", "", "", "", "", "");
    }

    /** What cannot be read is as if it were not said. */
    static SuggestionFilter of(
            ConsultationNumber consultation,
            String clause,
            String channel,
            String station,
            String timing,
            String state,
            String words) {
        return new SuggestionFilter(
                consultation,
                clause.equals(WHOLE),
                id(clause).map(ClauseId::new).orElse(null),
                named(Channel.values(), channel),
                id(station).map(StationId::new).orElse(null),
                named(Timing.values(), timing),
                named(State.values(), state),
                words);
    }

    /** Whether nothing was chosen. */
    public boolean everything() {
        return equals(collected(consultation));
    }

    /** The condition on suggestion s, submission m and suggestion_words w. @param values gets its parameters */
    String where(List<Object> values) {
        List<String> where = new ArrayList<>();
        where.add("s.consultation = ?");
        values.add(consultation.value());
        where.add(
                state == State.WITHDRAWN
                        ? "s.withdrawn_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM suggestion n WHERE n.submission_id = s.submission_id AND n.replaces_id = s.id)"
                        : "s.withdrawn_at IS NULL");
        add(where, values, timing == null ? "m.timing <> ?" : "m.timing = ?", timing == null ? Timing.LATE : timing);
        if (wholeOnly) {
            where.add("s.clause_id IS NULL");
        }
        if (clause != null) {
            where.add("s.clause_id = ?");
            values.add(clause.value());
        }
        if (channel != null) {
            add(where, values, "m.channel = ?", channel);
        }
        if (station != null) {
            where.add("m.station_id = ?");
            values.add(station.value());
        }
        if (state != null && !state.cases.isEmpty()) {
            where.add("EXISTS (SELECT 1 FROM arrival_case c WHERE c.suggestion_id = s.id AND c.state IN (%s))"
                    .formatted(String.join(
                            ", ", state.cases.stream().map(one -> "?").toList())));
            values.addAll(state.cases);
        }
        if (!words.isEmpty()) {
            where.add(said(values));
        }
        return " WHERE " + String.join(" AND ", where);
    }

    private String said(List<Object> values) {
        List<String> ways = new ArrayList<>();
        String pattern = "%" + words.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        for (String column : List.of("w.original", "w.proposed", "w.reason")) {
            ways.add("LOWER(%s) LIKE ? ESCAPE '!'".formatted(column));
            values.add(pattern);
        }
        if (words.matches("[0-9]{1,9}")) {
            ways.add("s.number = ?");
            values.add(Integer.parseInt(words));
        }
        ReceiptNumbers.read(words).ifPresent(receipt -> {
            ways.add("m.receipt = ?");
            values.add(receipt);
        });
        return "(" + String.join(" OR ", ways) + ")";
    }

    private static void add(List<String> where, List<Object> values, String condition, Enum<?> value) {
        where.add(condition);
        values.add(value.name());
    }

    private static Optional<Long> id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(typed)) : Optional.empty();
    }

    private static <E extends Enum<E>> E named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
