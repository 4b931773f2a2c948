package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How much of one law was read right from one format. A 款 is right where the 款 at that place of that article has
 * exactly the words of the Markdown; a 项 likewise at its place of its 款. What was read beside these is surplus.
 */
record FormatScore(
        String law,
        Part divisions,
        Part articles,
        Part paragraphs,
        Part items,
        int surplus,
        long millis,
        List<String> faults) {

    record Part(int right, int expected) {
        Part plus(Part other) {
            return new Part(right + other.right, expected + other.expected);
        }

        double share() {
            return expected == 0 ? 1 : (double) right / expected;
        }

        @Override
        public String toString() {
            return right + " / " + expected;
        }
    }

    static FormatScore of(String name, LawText law, ClauseTree tree, long millis) {
        return new Judge(law, tree).score(name, millis);
    }

    FormatScore plus(FormatScore other) {
        return new FormatScore(
                "合计",
                divisions.plus(other.divisions),
                articles.plus(other.articles),
                paragraphs.plus(other.paragraphs),
                items.plus(other.items),
                surplus + other.surplus,
                millis + other.millis,
                List.of());
    }

    static FormatScore none() {
        Part nothing = new Part(0, 0);
        return new FormatScore("合计", nothing, nothing, nothing, nothing, 0, 0, List.of());
    }

    /** Compares one tree with one law. */
    private static final class Judge {
        private final LawText law;
        private final ClauseTree tree;
        private final Map<ClauseId, List<Clause>> below;
        private final List<String> faults = new ArrayList<>();

        Judge(LawText law, ClauseTree tree) {
            this.law = law;
            this.tree = tree;
            this.below = tree.clauses().stream()
                    .filter(clause -> clause.parent() != null)
                    .collect(Collectors.groupingBy(Clause::parent));
        }

        FormatScore score(String name, long millis) {
            List<List<LawText.Paragraph>> expected = law.articles();
            List<Clause> found = tree.articles();
            List<String> paragraphsExpected = new ArrayList<>();
            List<String> itemsExpected = new ArrayList<>();
            int articles = 0;
            int paragraphs = 0;
            int items = 0;
            for (int a = 0; a < expected.size(); a++) {
                String number = String.valueOf(a + 1);
                boolean there = a < found.size() && found.get(a).number().equals(number);
                articles += there ? 1 : 0;
                List<Clause> read = there ? children(found.get(a), ClauseKind.PARAGRAPH) : List.of();
                for (int p = 0; p < expected.get(a).size(); p++) {
                    String place = "第" + number + "条第" + (p + 1) + "款";
                    Clause paragraph = p < read.size() ? read.get(p) : null;
                    LawText.Paragraph truth = expected.get(a).get(p);
                    paragraphsExpected.add(place);
                    paragraphs += right(place, truth.words(), paragraph);
                    List<Clause> listed = paragraph == null ? List.of() : children(paragraph, ClauseKind.ITEM);
                    for (int i = 0; i < truth.items().size(); i++) {
                        itemsExpected.add(place);
                        items += right(
                                place + "第" + (i + 1) + "项",
                                truth.items().get(i),
                                i < listed.size() ? listed.get(i) : null);
                    }
                }
            }
            return new FormatScore(
                    name,
                    divisions(),
                    new Part(articles, expected.size()),
                    new Part(paragraphs, paragraphsExpected.size()),
                    new Part(items, itemsExpected.size()),
                    surplus(expected.size(), paragraphsExpected.size(), itemsExpected.size()),
                    millis,
                    faults);
        }

        private List<Clause> children(Clause parent, ClauseKind kind) {
            return below.getOrDefault(parent.id(), List.of()).stream()
                    .filter(clause -> clause.kind() == kind)
                    .toList();
        }

        private int right(String place, String expected, Clause read) {
            String words = read == null ? null : LawText.unspaced(read.text());
            if (Objects.equals(expected, words)) {
                return 1;
            }
            faults.add(place + "\n    应为 " + expected + "\n    读出 " + words);
            return 0;
        }

        private Part divisions() {
            List<String> expected = law.divisions();
            List<String> read = tree.clauses().stream()
                    .filter(clause -> clause.kind().compareTo(ClauseKind.ARTICLE) < 0)
                    .map(clause -> LawText.unspaced(clause.label()))
                    .toList();
            int right = 0;
            for (int i = 0; i < expected.size(); i++) {
                boolean same = i < read.size() && read.get(i).equals(expected.get(i));
                right += same ? 1 : 0;
                if (!same) {
                    faults.add(expected.get(i) + " / " + (i < read.size() ? read.get(i) : null));
                }
            }
            return new Part(right, expected.size());
        }

        private int surplus(int articles, int paragraphs, int items) {
            return Math.max(0, count(ClauseKind.ARTICLE) - articles)
                    + Math.max(0, count(ClauseKind.PARAGRAPH) - paragraphs)
                    + Math.max(0, count(ClauseKind.ITEM) - items)
                    + count(ClauseKind.SUBITEM)
                    + count(ClauseKind.TABLE)
                    + count(ClauseKind.PREAMBLE);
        }

        private int count(ClauseKind kind) {
            return (int) tree.clauses().stream().filter(c -> c.kind() == kind).count();
        }
    }
}
