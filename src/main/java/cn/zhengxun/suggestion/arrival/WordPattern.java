package cn.zhengxun.suggestion.arrival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Words as staff write them in a rule: {@code *} stands for up to {@value #GAP} characters of any kind, {@code ?} for
 * exactly one. Not a regular expression, since those can be written so that one text takes hours: this one looks at each
 * place of a text once for each of its parts.
 */
final class WordPattern {
    static final int GAP = 10;
    static final int LONGEST = 60;
    private static final int NONE = -1;

    /** Between two of them stands a *. A ? within one stands for any character. */
    private final List<String> parts;

    private WordPattern(List<String> parts) {
        this.parts = parts;
    }

    /** @return empty where nothing but signs is left; a pattern of a single character would find itself everywhere */
    static Optional<WordPattern> of(String line) {
        List<String> parts = Arrays.stream(ReadText.folded(line).split("\\*"))
                .filter(part -> !part.isEmpty())
                .toList();
        long said = String.join("", parts).chars().filter(c -> c != '?').count();
        boolean plain = parts.stream().allMatch(part -> part.chars().anyMatch(c -> c != '?'));
        return said < 2 || !plain || line.length() > LONGEST ? Optional.empty() : Optional.of(new WordPattern(parts));
    }

    /** The first place only: one is enough to call a person. */
    Optional<Span> find(ReadText text) {
        String read = text.read();
        if (parts.size() == 1 && parts.get(0).indexOf('?') < 0) {
            int at = read.indexOf(parts.get(0));
            return at < 0
                    ? Optional.empty()
                    : Optional.of(text.written(at, at + parts.get(0).length()));
        }
        // where the parts so far began, by where they end
        int[] reached = null;
        for (String part : parts) {
            int[] ends = new int[read.length() + 1];
            Arrays.fill(ends, NONE);
            boolean any = false;
            int latest = NONE;
            for (int at = 0; at + part.length() <= read.length(); at++) {
                if (reached != null && reached[at] != NONE) {
                    latest = at;
                }
                boolean follows = reached == null || latest != NONE && at - latest <= GAP;
                if (follows && matches(part, read, at)) {
                    ends[at + part.length()] = reached == null ? at : reached[latest];
                    any = true;
                }
            }
            if (!any) {
                return Optional.empty();
            }
            reached = ends;
        }
        return first(reached, text);
    }

    private static Optional<Span> first(int[] reached, ReadText text) {
        for (int end = 0; end < reached.length; end++) {
            if (reached[end] != NONE) {
                return Optional.of(text.written(reached[end], end));
            }
        }
        return Optional.empty();
    }

    private static boolean matches(String part, String read, int at) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) != '?' && part.charAt(i) != read.charAt(at + i)) {
                return false;
            }
        }
        return true;
    }

    /** One pattern a line; lines that say too little are left out. */
    static List<WordPattern> lines(String words) {
        List<WordPattern> patterns = new ArrayList<>();
        words.lines().forEach(line -> of(line).ifPresent(patterns::add));
        return patterns;
    }
}
