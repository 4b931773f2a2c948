package cn.zhengxun.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts by which one person is recognised: names, telephone numbers, addresses. A number is found however its digits
 * are grouped, an address in capitals, too. A name of a single character and anything shorter than five is no contact:
 * it would be found in everybody's words.
 */
public final class Traces {
    /** What stands where a trace was. */
    public static final String BLACKENED = "■■";

    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_CONTACT = 5;
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9][0-9 \\-]{3,}[0-9]");

    private final List<String> texts;
    private final List<Pattern> patterns;

    private Traces(List<String> names, List<String> contacts) {
        this.texts = Stream.concat(names.stream(), contacts.stream())
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .toList();
        this.patterns = texts.stream().map(Traces::pattern).toList();
    }

    /** Nulls and blanks are left out. */
    public static Traces of(Collection<String> names, Collection<String> contacts) {
        return new Traces(known(names, SHORTEST_NAME), known(contacts, SHORTEST_CONTACT));
    }

    private static List<String> known(Collection<String> texts, int shortest) {
        return texts.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> text.codePointCount(0, text.length()) >= shortest)
                .distinct()
                .toList();
    }

    private static Pattern pattern(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
        String grouped = text.chars()
                .filter(Character::isDigit)
                .mapToObj(digit -> String.valueOf((char) digit))
                .collect(Collectors.joining("[ \\-　]?"));
        return Pattern.compile("(?<![0-9])" + grouped + "(?![0-9])");
    }

    /** As they are known, longest first; for a first look with LIKE. */
    public List<String> texts() {
        return texts;
    }

    public boolean none() {
        return texts.isEmpty();
    }

    /** @param text may be null, which stays null */
    public String blacken(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String blackened = text;
        for (Pattern pattern : patterns) {
            blackened = pattern.matcher(blackened).replaceAll(BLACKENED);
        }
        return blackened;
    }
}
