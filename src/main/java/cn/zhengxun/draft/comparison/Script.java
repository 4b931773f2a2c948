package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text as it is compared: its articles and whatever else has words of its own, each with the headings above it. */
final class Script {

    /**
     * What is compared as a whole.
     *
     * @param place in reading order, from 0
     * @param headings that stand between it and the one before it
     */
    record Part(int place, Clause clause, String words, List<Clause> headings) {
        boolean isArticle() {
            return clause.kind() == ClauseKind.ARTICLE;
        }

        /** Alike in both texts for what is no article, such as a preamble or the second annex. */
        String key() {
            return clause.kind() + " " + clause.number();
        }

        boolean readsAs(Part other) {
            return words.equals(other.words)
                    || Wording.of(words).exact().equals(Wording.of(other.words).exact());
        }
    }

    private final List<Part> articles = new ArrayList<>();
    private final List<Part> preludes = new ArrayList<>();
    private final List<Part> appendages = new ArrayList<>();
    private final List<Clause> lastHeadings;

    Script(ClauseTree tree) {
        Map<ClauseId, Clause> wholes = new HashMap<>();
        Map<ClauseId, StringBuilder> words = new HashMap<>();
        for (Clause clause : tree.clauses()) {
            if (isHeading(clause)) {
                continue;
            }
            boolean whole = clause.kind() == ClauseKind.ARTICLE || !wholes.containsKey(clause.parent());
            Clause of = whole ? clause : wholes.get(clause.parent());
            wholes.put(clause.id(), of);
            say(words.computeIfAbsent(of.id(), id -> new StringBuilder()), clause, whole);
        }
        List<Clause> headings = new ArrayList<>();
        for (Clause clause : tree.clauses()) {
            if (isHeading(clause)) {
                headings.add(clause);
            } else if (wholes.get(clause.id()) == clause && isPartOfTheText(clause)) {
                List<Part> kind =
                        clause.kind() == ClauseKind.ARTICLE ? articles : articles.isEmpty() ? preludes : appendages;
                boolean article = clause.kind() == ClauseKind.ARTICLE;
                kind.add(new Part(
                        kind.size(), clause, words.get(clause.id()).toString(), article ? headings : List.of()));
                headings = article ? new ArrayList<>() : headings;
            }
        }
        lastHeadings = headings;
    }

    private static void say(StringBuilder words, Clause clause, boolean whole) {
        String printed = whole && !clause.isListed() ? clause.text() : clause.printed();
        if (!printed.isEmpty()) {
            words.append(words.isEmpty() ? "" : "\n").append(printed);
        }
    }

    private static boolean isHeading(Clause clause) {
        return switch (clause.kind()) {
            case PART, SUBPART, CHAPTER, SECTION -> true;
            default -> false;
        };
    }

    private static boolean isPartOfTheText(Clause clause) {
        return clause.kind() != ClauseKind.NOTE && clause.kind() != ClauseKind.EXPLANATION;
    }

    List<Part> articles() {
        return articles;
    }

    /** What stands before the first article. */
    List<Part> preludes() {
        return preludes;
    }

    /** What is no article and stands after the first. */
    List<Part> appendages() {
        return appendages;
    }

    /** Headings below which there is no article. */
    List<Clause> lastHeadings() {
        return lastHeadings;
    }
}
