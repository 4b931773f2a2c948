package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives articles numbers that no two of a tree share: those that count anew within a division or an annex are numbered
 * with it, one that is printed twice says so.
 */
final class ArticleNumbers {
    private static final Pattern WITHIN_DIVISION = Pattern.compile("[0-9]+\\..*");

    private final ClauseKind scope;

    /** @param scope the level within which articles count anew, null where they are numbered throughout */
    ArticleNumbers(ClauseKind scope) {
        this.scope = scope;
    }

    /** @return the level within which the articles of a tree that was read count anew; null for none */
    static ClauseKind scopeOf(List<Part> parts) {
        for (Part part : parts) {
            if (part.kind != ClauseKind.ARTICLE
                    || !WITHIN_DIVISION.matcher(part.number).matches()) {
                continue;
            }
            String number = part.number.substring(0, part.number.indexOf('.'));
            for (Part above = part.above; above != null; above = above.above) {
                if (above.kind != null
                        && above.isDivision()
                        && above.number.equals(number)
                        && part.name.startsWith(above.name)) {
                    return above.kind;
                }
            }
        }
        return null;
    }

    void give(List<Part> inOrder) {
        Map<String, Integer> times = new HashMap<>();
        for (Part part : inOrder) {
            if (part.kind == ClauseKind.ARTICLE) {
                Part within = within(part);
                part.printedNumber()
                        .map(number -> number.within(numberOf(within), nameOf(within), 1))
                        .map(number -> number.within(
                                numberOf(within), nameOf(within), times.merge(number.number(), 1, Integer::sum)))
                        .ifPresent(part::number);
            }
        }
    }

    private Part within(Part article) {
        Part above = article.parent();
        while (above.kind != null
                && above.kind != scope
                && above.kind != ClauseKind.ANNEX
                && above.kind != ClauseKind.EXPLANATION) {
            above = above.parent();
        }
        return above;
    }

    private static String numberOf(Part within) {
        return within.kind == null
                ? ""
                : within.kind == ClauseKind.ANNEX ? "附" + within.number + "." : within.number + ".";
    }

    private static String nameOf(Part within) {
        return within.kind == null ? "" : within.name;
    }
}
