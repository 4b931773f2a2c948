package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.Difference.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts beside each other (对照表): every article of either beside what it became or came from, in the order of the
 * later text; what was removed stands where it stood.
 */
public record Synopsis(Summary summary, List<Row> rows) {
    public Synopsis {
        rows = List.copyOf(rows);
    }

    /** @param links what is mapped; an article without any counts as new or removed */
    public static Synopsis of(ClauseTree before, ClauseTree after, List<Link> links) {
        return new Layout(new Script(before), new Script(after), links).synopsis();
    }

    /** What became of the articles in one row, as readers are told. */
    public enum Change {
        SAME,
        /** Same words and same order; the number changed because of what was put in or taken out before. */
        SHIFTED,
        /** Same words at another place in the order. */
        MOVED,
        CHANGED,
        SPLIT,
        JOINED,
        /** Several live on in several others. */
        REGROUPED,
        NEW,
        REMOVED;

        /** Whether those who look for changes want to see it. */
        public boolean isWorthSeeing() {
            return this != SAME && this != SHIFTED;
        }
    }

    /**
     * How many 条. Those of the earlier text are the sum of all but {@code added}.
     *
     * @param added articles of the later text without forerunner
     * @param changed articles of the earlier text that live on in other words, also split or joined
     * @param moved same words at another place
     * @param shifted same words in the same order under another number
     */
    public record Summary(int added, int removed, int changed, int moved, int shifted, int same) {
        public int before() {
            return removed + changed + moved + shifted + same;
        }
    }

    public sealed interface Row permits Heading, Passage, Pointer {

        /** heading, passage or pointer: for pages, which cannot ask for the type. */
        String shape();
    }

    /** A 编, 章 or 节; before or after is null where only the other text has it. */
    public record Heading(String before, String after, Difference difference) implements Row {
        @Override
        public String shape() {
            return "heading";
        }

        public boolean isChanged() {
            return before == null || after == null || !before.equals(after);
        }
    }

    /** An article with the runs that its own text has: none inserted in the earlier, none deleted in the later. */
    public record Article(String label, List<Run> runs) {}

    /**
     * Articles beside each other.
     *
     * @param anchor names the row within the synopsis
     * @param ordinal of the change, from 1; 0 where nothing worth seeing changed
     * @param displaced whether it stands at another place in the order, whatever else changed
     * @param article whether it is made of 条; else it is a preamble, an annex or the like
     * @param before empty where it is new; several where they were joined
     * @param after empty where it was removed; several where it was split
     * @param difference of all words before to all words after
     */
    public record Passage(
            String anchor,
            int ordinal,
            Change change,
            boolean displaced,
            boolean article,
            List<Article> before,
            List<Article> after,
            Difference difference)
            implements Row {
        @Override
        public String shape() {
            return "passage";
        }

        Passage numbered(int ordinal) {
            return new Passage(anchor, ordinal, change, displaced, article, before, after, difference);
        }
    }

    /**
     * Holds an article's place where it is shown in another row.
     *
     * @param earlier whether the article is one of the earlier text
     * @param others the articles of the other text that it is shown beside
     * @param anchor of the row where it is shown
     */
    public record Pointer(boolean earlier, String label, Change change, List<String> others, String anchor)
            implements Row {
        @Override
        public String shape() {
            return "pointer";
        }
    }

    /** Only what changed, with the headings above it. */
    public List<Row> changes() {
        List<Row> kept = new ArrayList<>();
        List<Row> headings = new ArrayList<>();
        for (Row row : rows) {
            if (row instanceof Heading heading) {
                headings.add(heading);
                continue;
            }
            if (!(row instanceof Passage passage) || passage.ordinal() > 0) {
                kept.addAll(headings);
                kept.add(row);
            } else {
                headings.stream().filter(above -> ((Heading) above).isChanged()).forEach(kept::add);
            }
            headings.clear();
        }
        headings.stream().filter(above -> ((Heading) above).isChanged()).forEach(kept::add);
        return kept;
    }
}
