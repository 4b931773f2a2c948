package cn.zhengxun.draft.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is compared as one: a Latin word, a number, else a character with whatever belongs to it. */
final class Units {
    private static final Pattern UNIT = Pattern.compile(
            "[\\p{IsLatin}\\p{M}]*\\p{IsLatin}[\\p{IsLatin}\\p{M}]*|\\p{Nd}+(?:[.,．]\\p{Nd}+){0,9}|\\X",
            Pattern.DOTALL);

    private Units() {}

    /** @return units that follow each other without a gap: joined they are the text */
    static List<String> of(String text) {
        List<String> units = new ArrayList<>();
        Matcher unit = UNIT.matcher(text);
        while (unit.find()) {
            units.add(unit.group());
        }
        return units;
    }

    /** @return the same units by line; each line but the last ends with its line feed */
    static List<List<String>> lines(List<String> units) {
        List<List<String>> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).equals("\n")) {
                lines.add(List.copyOf(units.subList(begin, i + 1)));
                begin = i + 1;
            }
        }
        if (begin < units.size()) {
            lines.add(List.copyOf(units.subList(begin, units.size())));
        }
        return lines;
    }

    /** How many units both begin with. */
    static int commonHead(List<String> one, List<String> other) {
        int most = Math.min(one.size(), other.size());
        int head = 0;
        while (head < most && one.get(head).equals(other.get(head))) {
            head++;
        }
        return head;
    }

    /** How many units both end with. */
    static int commonTail(List<String> one, List<String> other) {
        int most = Math.min(one.size(), other.size());
        int tail = 0;
        while (tail < most && one.get(one.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
            tail++;
        }
        return tail;
    }
}
