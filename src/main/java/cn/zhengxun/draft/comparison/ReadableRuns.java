package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.comparison.Difference.Fate;
import cn.zhengxun.draft.comparison.Difference.Piece;
import cn.zhengxun.draft.comparison.Difference.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the shortest difference one that people read easily: a change begins and ends where a clause of the sentence
 * does if it may as well, and a few equal characters between two changes are taken to be changed too.
 */
final class ReadableRuns {
    /** Equal characters between two changes that are confetti, whatever the changes. */
    private static final int CONFETTI = 2;

    /** Up to this many are so too, where neither change beside them is shorter. */
    private static final int MOST_CONFETTI = 5;

    private static final String SENTENCE_ENDS = "。；：！？;:!?";
    private static final String CLAUSE_ENDS = "，、,";

    /** What stayed, and what was then exchanged for what; either side of the exchange may be empty. */
    private record Passage(List<String> equal, List<String> deleted, List<String> inserted) {
        boolean changes() {
            return !deleted.isEmpty() || !inserted.isEmpty();
        }

        int length() {
            return Math.max(characters(deleted), characters(inserted));
        }
    }

    private ReadableRuns() {}

    static List<Run> of(List<Piece> pieces) {
        List<Run> runs = new ArrayList<>();
        List<Passage> once = withoutConfetti(slid(passages(pieces)));
        for (Passage passage : withoutConfetti(slid(passages(trimmed(once))))) {
            add(runs, Fate.EQUAL, passage.equal());
            add(runs, Fate.DELETED, passage.deleted());
            add(runs, Fate.INSERTED, passage.inserted());
        }
        return runs;
    }

    private static void add(List<Run> runs, Fate fate, List<String> units) {
        if (!units.isEmpty()) {
            runs.add(new Run(fate, String.join("", units)));
        }
    }

    private static List<Passage> passages(List<Piece> pieces) {
        List<Passage> passages = new ArrayList<>();
        Passage open = empty();
        for (Piece piece : pieces) {
            if (piece.fate() == Fate.EQUAL && open.changes()) {
                passages.add(open);
                open = empty();
            }
            switch (piece.fate()) {
                case EQUAL -> open.equal().addAll(piece.units());
                case DELETED -> open.deleted().addAll(piece.units());
                case INSERTED -> open.inserted().addAll(piece.units());
            }
        }
        passages.add(open);
        return passages;
    }

    /** What an exchange begins or ends with on both sides did not change; confetti taken into it may have hidden that. */
    private static List<Piece> trimmed(List<Passage> passages) {
        List<Piece> pieces = new ArrayList<>();
        for (Passage passage : passages) {
            List<String> deleted = passage.deleted();
            List<String> inserted = passage.inserted();
            int head = Units.commonHead(deleted, inserted);
            int tail = Units.commonTail(deleted.subList(head, deleted.size()), inserted.subList(head, inserted.size()));
            pieces.add(new Piece(Fate.EQUAL, passage.equal()));
            pieces.add(new Piece(Fate.EQUAL, deleted.subList(0, head)));
            pieces.add(new Piece(Fate.DELETED, deleted.subList(head, deleted.size() - tail)));
            pieces.add(new Piece(Fate.INSERTED, inserted.subList(head, inserted.size() - tail)));
            pieces.add(new Piece(Fate.EQUAL, deleted.subList(deleted.size() - tail, deleted.size())));
        }
        pieces.removeIf(piece -> piece.units().isEmpty());
        return pieces;
    }

    private static Passage empty() {
        return new Passage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static List<Passage> slid(List<Passage> passages) {
        List<Passage> slid = new ArrayList<>(passages);
        for (int i = 0; i < slid.size(); i++) {
            Passage passage = slid.get(i);
            if (passage.deleted().isEmpty() != passage.inserted().isEmpty()) {
                List<String> following = i + 1 < slid.size() ? slid.get(i + 1).equal() : List.of();
                boolean insertion = passage.deleted().isEmpty();
                List<String> changed = insertion ? passage.inserted() : passage.deleted();
                List<String> all = new ArrayList<>(passage.equal());
                all.addAll(changed);
                all.addAll(following);
                int begin = bestBegin(all, passage.equal().size(), changed.size());
                int end = begin + changed.size();
                List<String> moved = new ArrayList<>(all.subList(begin, end));
                slid.set(
                        i,
                        new Passage(
                                new ArrayList<>(all.subList(0, begin)),
                                insertion ? new ArrayList<>() : moved,
                                insertion ? moved : new ArrayList<>()));
                List<String> rest = new ArrayList<>(all.subList(end, all.size()));
                if (i + 1 < slid.size()) {
                    Passage next = slid.get(i + 1);
                    slid.set(i + 1, new Passage(rest, next.deleted(), next.inserted()));
                } else if (!rest.isEmpty()) {
                    slid.add(new Passage(rest, new ArrayList<>(), new ArrayList<>()));
                }
            }
        }
        return slid;
    }

    /** Where a change of this length may begin as well as at {@code begin}, and reads best. */
    private static int bestBegin(List<String> all, int begin, int length) {
        int first = begin;
        while (first > 0 && all.get(first - 1).equals(all.get(first - 1 + length))) {
            first--;
        }
        int last = begin;
        while (last + length < all.size() && all.get(last).equals(all.get(last + length))) {
            last++;
        }
        int best = begin;
        for (int at = first; at <= last; at++) {
            if (fitness(all, at, length) > fitness(all, best, length)) {
                best = at;
            }
        }
        return best;
    }

    private static int fitness(List<String> all, int begin, int length) {
        int before = begin == 0 ? 4 : weight(all.get(begin - 1));
        int within = begin + length == all.size() ? 4 : weight(all.get(begin + length - 1));
        return before + within;
    }

    private static int weight(String unit) {
        if (unit.equals("\n")) {
            return 4;
        }
        return SENTENCE_ENDS.contains(unit) ? 3 : CLAUSE_ENDS.contains(unit) ? 2 : 0;
    }

    private static List<Passage> withoutConfetti(List<Passage> passages) {
        List<Passage> kept = new ArrayList<>();
        for (Passage passage : passages) {
            Passage before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (before != null && before.changes() && passage.changes() && isConfetti(before, passage)) {
                before.deleted().addAll(passage.equal());
                before.deleted().addAll(passage.deleted());
                before.inserted().addAll(passage.equal());
                before.inserted().addAll(passage.inserted());
            } else if (before != null && !before.changes()) {
                before.equal().addAll(passage.equal());
                before.deleted().addAll(passage.deleted());
                before.inserted().addAll(passage.inserted());
            } else {
                kept.add(passage);
            }
        }
        return kept;
    }

    /** A line's end is none: it keeps the lines of the two texts beside each other. */
    private static boolean isConfetti(Passage before, Passage after) {
        int length = characters(after.equal());
        return !after.equal().contains("\n")
                && (length <= CONFETTI
                        || length <= MOST_CONFETTI && length <= before.length() && length <= after.length());
    }

    private static int characters(List<String> units) {
        return units.stream()
                .mapToInt(unit -> unit.codePointCount(0, unit.length()))
                .sum();
    }
}
