package cn.zhengxun.draft.comparison;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What changed in the words of a text, to the character; Latin words and numbers count as one character each. Few long
 * runs are preferred to many short ones, since they are read by people.
 *
 * @param runs in reading order; where words were exchanged, those deleted stand before those inserted; none is empty,
 *     and no two of the same kind follow each other
 */
public record Difference(List<Run> runs) {
    /** Steps of the search for one passage, as the product of both lengths; above it the passage is compared by line. */
    private static final long MOST_STEPS = 400_000;

    /** The share of its units that a passage must find again for a comparison within it to be worth reading. */
    private static final double LEAST_ALIKE = 0.3;

    /** Or the share of the shorter passage that the longer must hold, since it may have been put around it. */
    private static final double LEAST_WITHIN = 0.6;

    public Difference {
        runs = List.copyOf(runs);
    }

    /** What became of a run of words. */
    public enum Fate {
        EQUAL,
        DELETED,
        INSERTED
    }

    /** Adjacent characters of the same fate. */
    public record Run(Fate fate, String text) {}

    public static Difference between(String before, String after) {
        List<Piece> pieces = new ArrayList<>();
        compare(Units.of(before), Units.of(after), pieces);
        return new Difference(ReadableRuns.of(pieces));
    }

    /** All of it new. */
    public static Difference inserted(String text) {
        return whole(Fate.INSERTED, text);
    }

    /** All of it gone. */
    public static Difference deleted(String text) {
        return whole(Fate.DELETED, text);
    }

    /** Nothing changed. */
    public static Difference none(String text) {
        return whole(Fate.EQUAL, text);
    }

    private static Difference whole(Fate fate, String text) {
        return new Difference(text.isEmpty() ? List.of() : List.of(new Run(fate, text)));
    }

    /** Units of one fate, before the runs are made readable. */
    record Piece(Fate fate, List<String> units) {}

    private static void compare(List<String> before, List<String> after, List<Piece> pieces) {
        int head = Units.commonHead(before, after);
        int tail = Units.commonTail(before.subList(head, before.size()), after.subList(head, after.size()));
        add(pieces, Fate.EQUAL, before.subList(0, head));
        within(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), pieces);
        add(pieces, Fate.EQUAL, before.subList(before.size() - tail, before.size()));
    }

    private static void within(List<String> before, List<String> after, List<Piece> pieces) {
        if (before.isEmpty() || after.isEmpty()) {
            replace(before, after, pieces);
        } else if ((long) before.size() * after.size() <= MOST_STEPS) {
            if (alike(before, after)) {
                byUnit(before, after, pieces);
            } else {
                replace(before, after, pieces);
            }
        } else {
            byLine(Units.lines(before), Units.lines(after), pieces);
        }
    }

    private static void byUnit(List<String> before, List<String> after, List<Piece> pieces) {
        int at = 0;
        for (Exchange change : exchanges(before, after)) {
            add(pieces, Fate.EQUAL, before.subList(at, change.beforeFrom()));
            replace(
                    before.subList(change.beforeFrom(), change.beforeTo()),
                    after.subList(change.afterFrom(), change.afterTo()),
                    pieces);
            at = change.beforeTo();
        }
        add(pieces, Fate.EQUAL, before.subList(at, before.size()));
    }

    /** Lines that stayed the same part a long text into passages that are short enough to be compared by unit. */
    private static void byLine(List<List<String>> before, List<List<String>> after, List<Piece> pieces) {
        boolean parted = before.size() > 1 || after.size() > 1;
        if (!parted || (long) before.size() * after.size() > MOST_STEPS) {
            replace(joined(before), joined(after), pieces);
            return;
        }
        int at = 0;
        for (Exchange change : exchanges(before, after)) {
            add(pieces, Fate.EQUAL, joined(before.subList(at, change.beforeFrom())));
            lines(
                    before.subList(change.beforeFrom(), change.beforeTo()),
                    after.subList(change.afterFrom(), change.afterTo()),
                    pieces);
            at = change.beforeTo();
        }
        add(pieces, Fate.EQUAL, joined(before.subList(at, before.size())));
    }

    /** As many lines on either side are taken to be one another's successors. */
    private static void lines(List<List<String>> before, List<List<String>> after, List<Piece> pieces) {
        List<String> old = joined(before);
        List<String> young = joined(after);
        if ((long) old.size() * young.size() <= MOST_STEPS) {
            compare(old, young, pieces);
        } else if (before.size() == after.size() && before.size() > 1) {
            for (int i = 0; i < before.size(); i++) {
                lines(before.subList(i, i + 1), after.subList(i, i + 1), pieces);
            }
        } else {
            replace(old, young, pieces);
        }
    }

    /** Units exchanged for units; either range may be empty. */
    private record Exchange(int beforeFrom, int beforeTo, int afterFrom, int afterTo) {}

    /** The library says a deletion and the insertion in its place apart; here they are one exchange. */
    private static <T> List<Exchange> exchanges(List<T> before, List<T> after) {
        List<Change> changes = new ArrayList<>(new MyersDiffWithLinearSpace<T>().computeDiff(before, after, null));
        changes.sort(Comparator.<Change>comparingInt(change -> change.startOriginal)
                .thenComparingInt(change -> change.startRevised));
        List<Exchange> exchanges = new ArrayList<>();
        for (Change change : changes) {
            Exchange last = exchanges.isEmpty() ? null : exchanges.get(exchanges.size() - 1);
            if (last != null && last.beforeTo() == change.startOriginal && last.afterTo() == change.startRevised) {
                exchanges.set(
                        exchanges.size() - 1,
                        new Exchange(last.beforeFrom(), change.endOriginal, last.afterFrom(), change.endRevised));
            } else {
                exchanges.add(
                        new Exchange(change.startOriginal, change.endOriginal, change.startRevised, change.endRevised));
            }
        }
        return exchanges;
    }

    private static boolean alike(List<String> before, List<String> after) {
        long kept = found(before, after);
        long known = found(after, before);
        boolean alike = kept + known >= LEAST_ALIKE * (before.size() + after.size());
        boolean within = before.size() < after.size()
                ? kept >= LEAST_WITHIN * before.size()
                : known >= LEAST_WITHIN * after.size();
        return alike || within;
    }

    /** How many of the units occur in the other passage. */
    private static long found(List<String> units, List<String> passage) {
        Set<String> known = new HashSet<>(passage);
        return units.stream().filter(known::contains).count();
    }

    private static void replace(List<String> before, List<String> after, List<Piece> pieces) {
        add(pieces, Fate.DELETED, before);
        add(pieces, Fate.INSERTED, after);
    }

    private static void add(List<Piece> pieces, Fate fate, List<String> units) {
        if (!units.isEmpty()) {
            pieces.add(new Piece(fate, List.copyOf(units)));
        }
    }

    private static List<String> joined(List<List<String>> lines) {
        return lines.stream().flatMap(Collection::stream).toList();
    }
}
