package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which lines of a draft are headings. A line that begins like one counts only where it stands in sequence, so that
 * a paragraph that begins with a citation stays a paragraph and the table of contents stays outside the text.
 */
final class Outline {
    private final List<Line> lines;
    private final Heading[] headings;
    private final List<Integer> attachments;
    private final ArticleSequence sequence;

    Outline(List<Line> lines) {
        this.lines = lines;
        this.headings = new Heading[lines.size()];
        QuotedLines quoted = new QuotedLines(lines);
        for (int i = 0; i < headings.length; i++) {
            if (!lines.get(i).row() && !quoted.at(i)) {
                headings[i] = Heading.in(lines.get(i).text()).orElse(null);
            }
        }
        Contents.dropArticles(lines, headings);
        dropWithinEarlyExplanation();
        this.attachments = findAttachments();
        this.sequence = new ArticleSequence(lines, headings, attachment());
        sequence.keep();
        keepRulesOfAnnexes();
        nameDivisions();
        keepDivisionsThatLead();
        Contents.dropDivisions(headings);
    }

    /** @return the heading that the line is, empty for text */
    Optional<Heading> heading(int line) {
        return Optional.ofNullable(headings[line]);
    }

    /** @return the first heading's line; the number of lines where there is none */
    int start() {
        return next(0);
    }

    boolean hasArticles() {
        for (int i = 0; i < attachment(); i++) {
            if (isArticle(i)) {
                return true;
            }
        }
        return false;
    }

    /** @return the first line of what is attached behind the articles; the number of lines where nothing is */
    int attachment() {
        return attachments.isEmpty() ? headings.length : attachments.get(0);
    }

    /** @return the lines at which an annex or an explanation opens, in order */
    List<Integer> attachments() {
        return attachments;
    }

    /** @return the last heading's line before {@code end}, -1 where there is none */
    int lastHeadingBefore(int end) {
        int i = end - 1;
        while (i >= 0 && headings[i] == null) {
            i--;
        }
        return i;
    }

    /** @return the level within which articles count from one anew; empty where they are numbered throughout */
    Optional<ClauseKind> scope() {
        return Optional.ofNullable(sequence.scope());
    }

    private int next(int from) {
        int i = from;
        while (i < headings.length && headings[i] == null) {
            i++;
        }
        return i;
    }

    private boolean isArticle(int line) {
        return headings[line] != null && headings[line].isArticle();
    }

    private boolean isCandidate(int line) {
        return isArticle(line) && headings[line].setOff() && !headings[line].cites();
    }

    /** An explanation that stands before the title of the text heads none of it. */
    private void dropWithinEarlyExplanation() {
        int opens = -1;
        for (int i = 0; i < headings.length && opens < 0 && !isCandidate(i); i++) {
            if (Backmatter.opensExplanation(lines.get(i).text())) {
                opens = i;
            }
        }
        int title = opens < 0 ? -1 : Opening.titleAfter(lines, opens + 1);
        for (int i = Math.max(opens, 0); i < title; i++) {
            headings[i] = null;
        }
    }

    private List<Integer> findAttachments() {
        int firstArticle = 0;
        while (firstArticle < headings.length && (!isArticle(firstArticle) || headings[firstArticle].cites())) {
            firstArticle++;
        }
        List<Integer> openings = Backmatter.openings(lines, firstArticle, headings.length);
        for (int n = 0; n < openings.size(); n++) {
            if (explains(openings.get(n)) || explains(openings.get(n) + 1) || !textGoesOnAfter(openings.get(n))) {
                return openings.subList(n, openings.size());
            }
        }
        return List.of();
    }

    private boolean explains(int line) {
        return line < lines.size()
                && Backmatter.opensExplanation(lines.get(line).text());
    }

    /** Whether the articles go on behind a table or sheet put between them. */
    private boolean textGoesOnAfter(int opening) {
        int after = opening + 1;
        while (after < headings.length && !isCandidate(after)) {
            after++;
        }
        int before = opening - 1;
        while (before >= 0 && !isCandidate(before)) {
            before--;
        }
        return before >= 0
                && after < headings.length
                && headings[before].numeral().isFollowedBy(headings[after].numeral());
    }

    /** An annex that is a set of rules has articles of its own, from the first on. */
    private void keepRulesOfAnnexes() {
        for (int n = 0; n < attachments.size(); n++) {
            int end = n + 1 < attachments.size() ? attachments.get(n + 1) : headings.length;
            List<Integer> articles = new ArrayList<>();
            Numeral last = Numeral.NONE;
            for (int i = attachments.get(n); i < end; i++) {
                if (isCandidate(i) && last.isFollowedBy(headings[i].numeral())) {
                    last = headings[i].numeral();
                    articles.add(i);
                } else if (isArticle(i) || headings[i] != null && !headings[i].mayHeadDivision()) {
                    headings[i] = null;
                }
            }
            if (articles.size() < 2
                    || Backmatter.opensExplanation(lines.get(attachments.get(n)).text())) {
                for (int i = attachments.get(n); i < end; i++) {
                    headings[i] = null;
                }
            }
        }
    }

    /** Divisions without 第×章: 附则, and in judicial interpretations 一、管辖 directly above an article. */
    private void nameDivisions() {
        Map<ClauseKind, Integer> kinds = new HashMap<>();
        for (int i = 0; i < attachment(); i++) {
            if (headings[i] != null && headings[i].mayHeadDivision()) {
                kinds.merge(headings[i].kind(), 1, Integer::sum);
            }
        }
        ClauseKind outermost = kinds.containsKey(ClauseKind.PART) ? ClauseKind.PART : ClauseKind.CHAPTER;
        ClauseKind below = kinds.containsKey(ClauseKind.CHAPTER) ? ClauseKind.SECTION : ClauseKind.CHAPTER;
        Map<Mark.Style, Integer> reached = new HashMap<>();
        for (int i = 0; i + 1 < attachment(); i++) {
            if (headings[i] != null || lines.get(i).row()) {
                continue;
            }
            String text = lines.get(i).text();
            if (isArticle(i + 1) && !endsInBareDivision(i)) {
                headings[i] = Heading.named(outermost, text).orElse(null);
            }
            Mark mark = headings[i] == null ? markedTitle(i) : null;
            if (mark != null && mark.number() == reached.getOrDefault(mark.style(), 0) + 1 && leadsByMark(i, mark)) {
                boolean inner = mark.style() == Mark.Style.CHINESE_IN_BRACKETS;
                reached.put(mark.style(), mark.number());
                if (!inner) {
                    reached.remove(Mark.Style.CHINESE_IN_BRACKETS);
                }
                headings[i] = Heading.marked(inner ? ClauseKind.SECTION : below, mark);
            }
        }
    }

    private boolean endsInBareDivision(int line) {
        return line > 0
                && headings[line - 1] != null
                && headings[line - 1].rest().isEmpty();
    }

    private Mark markedTitle(int line) {
        Mark mark = Mark.in(lines.get(line).text()).orElse(null);
        boolean may = mark != null
                && (mark.style() == Mark.Style.CHINESE || mark.style() == Mark.Style.CHINESE_IN_BRACKETS)
                && !mark.rest().isEmpty()
                && Heading.isTitle(mark.rest())
                && mark.rest().indexOf('，') < 0;
        return may && (line == 0 || !lines.get(line - 1).text().endsWith("：")) ? mark : null;
    }

    private boolean leadsByMark(int line, Mark mark) {
        if (isArticle(line + 1)) {
            return true;
        }
        Mark below = line + 2 < attachment() && headings[line + 1] == null ? markedTitle(line + 1) : null;
        return below != null
                && mark.style() == Mark.Style.CHINESE
                && below.style() == Mark.Style.CHINESE_IN_BRACKETS
                && isArticle(line + 2);
    }

    /** A 章 leads to an article or to a further heading; its title may run over two lines. */
    private void keepDivisionsThatLead() {
        for (int i = headings.length - 1; i >= 0; i--) {
            if (headings[i] == null || headings[i].isArticle()) {
                continue;
            }
            boolean heads = headings[i].mayHeadDivision()
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
}
