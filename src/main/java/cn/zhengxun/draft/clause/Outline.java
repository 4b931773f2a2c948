package cn.zhengxun.draft.clause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which lines of a draft are headings. A line that begins like one counts only where it stands in sequence, so that
 * a paragraph that begins with a citation stays a paragraph and the table of contents stays outside the text.
 */
final class Outline {
    private static final Pattern ANNEX = Pattern.compile("附(件|录|表|图)?[ 0-9一二三四五六七八九十]{0,4}([:：].*)?|关于.{2,60}的说明");

    private final List<Line> lines;
    private final Heading[] headings;
    private final int annex;
    private final Map<Numeral, Integer> lastSetOff = new HashMap<>();

    Outline(List<Line> lines) {
        this.lines = lines;
        this.headings = new Heading[lines.size()];
        for (int i = 0; i < headings.length; i++) {
            headings[i] = Heading.in(lines.get(i).text()).orElse(null);
        }
        this.annex = findAnnex();
        keepArticlesInSequence();
        keepDivisionsThatLead();
        dropTableOfContents();
    }

    /** @return the heading that the line is, empty for text */
    Optional<Heading> heading(int line) {
        return Optional.ofNullable(headings[line]);
    }

    /** @return the first heading's line; the number of lines where there is none */
    int start() {
        return next(0);
    }

    /** @return the first line of what is attached behind the articles; the number of lines where nothing is */
    int annex() {
        return annex;
    }

    static boolean opensAnnex(String line) {
        return ANNEX.matcher(line).matches();
    }

    private int next(int from) {
        int i = from;
        while (i < headings.length && headings[i] == null) {
            i++;
        }
        return i;
    }

    private int findAnnex() {
        boolean inText = false;
        for (int i = 0; i < headings.length; i++) {
            inText |= isArticle(i) && !headings[i].cites();
            if (inText && opensAnnex(lines.get(i).text())) {
                return i;
            }
        }
        return headings.length;
    }

    private boolean isArticle(int line) {
        return headings[line] != null && headings[line].isArticle();
    }

    private void keepArticlesInSequence() {
        for (int i = 0; i < annex; i++) {
            if (isArticle(i) && headings[i].setOff() && !headings[i].cites()) {
                lastSetOff.put(headings[i].numeral(), i);
            }
        }
        Numeral last = Numeral.NONE;
        for (int i = 0; i < headings.length; i++) {
            if (!isArticle(i)) {
                continue;
            }
            if (i < annex && continues(last, headings[i], i)) {
                last = headings[i].numeral();
            } else {
                headings[i] = null;
            }
        }
    }

    /** A number that is due counts unless the same stands set off further on; one that skips must itself be set off. */
    private boolean continues(Numeral last, Heading candidate, int line) {
        Numeral numeral = candidate.numeral();
        if (candidate.cites() || numeral.compareTo(last) <= 0) {
            return false;
        }
        if (last.isFollowedBy(numeral)) {
            return candidate.setOff() || !isSetOffAfter(line, numeral);
        }
        return candidate.setOff() && (numeral.number() == last.number() || !isSetOffAfter(line, last.following()));
    }

    private boolean isSetOffAfter(int line, Numeral numeral) {
        return lastSetOff.getOrDefault(numeral, -1) > line;
    }

    /** A 章 leads to an article or to a further heading; its title may run over two lines. */
    private void keepDivisionsThatLead() {
        for (int i = headings.length - 1; i >= 0; i--) {
            if (headings[i] == null || headings[i].isArticle()) {
                continue;
            }
            boolean heads = i < annex
                    && headings[i].mayHeadDivision()
                    && (lines.get(i).depth() > 0 || leads(i + 1) || isTitleText(i + 1) && leads(i + 2));
            if (!heads) {
                headings[i] = null;
            }
        }
    }

    private boolean leads(int line) {
        return line < headings.length && headings[line] != null;
    }

    private boolean isTitleText(int line) {
        if (line >= headings.length || headings[line] != null) {
            return false;
        }
        String text = lines.get(line).text();
        return Heading.isTitle(text) && Mark.in(text).isEmpty();
    }

    /** Of the divisions before the first article only those that enclose it are the text's own. */
    private void dropTableOfContents() {
        int first = 0;
        while (first < headings.length && !isArticle(first)) {
            first++;
        }
        if (first == headings.length) {
            return;
        }
        boolean fromTheBeginning = headings[first].numeral().number() == 1;
        int outermost = ClauseKind.ARTICLE.ordinal();
        for (int i = first - 1; i >= 0; i--) {
            if (headings[i] == null) {
                continue;
            }
            int rank = headings[i].kind().ordinal();
            if (rank < outermost && (headings[i].numeral().number() == 1 || !fromTheBeginning)) {
                outermost = rank;
            } else {
                headings[i] = null;
            }
        }
    }
}
