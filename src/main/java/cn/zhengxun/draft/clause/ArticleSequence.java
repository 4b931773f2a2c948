package cn.zhengxun.draft.clause;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which lines that begin with 第×条 head an article: those in sequence, and those set off so clearly that they must. */
final class ArticleSequence {
    private static final String ENDS_SENTENCE = "。；：！？”）」】》.;:!?)";

    private final List<Line> lines;
    private final Heading[] headings;
    private final int end;
    private final Map<Numeral, TreeSet<Integer>> setOff = new HashMap<>();
    private final int[] scopeEnd;
    /** For each line the next that begins with an article's number and goes on as no citation does. */
    private final int[] nextUncited;

    private ClauseKind scope;

    ArticleSequence(List<Line> lines, Heading[] headings, int end) {
        this.lines = lines;
        this.headings = headings;
        this.end = end;
        this.scopeEnd = new int[end];
        this.nextUncited = new int[end];
        int next = end;
        for (int i = end - 1; i >= 0; i--) {
            nextUncited[i] = next;
            next = isArticle(i) && !headings[i].cites() ? i : next;
        }
        findScopes();
    }

    /** @return the level within which articles count from one anew, null where they are numbered throughout */
    ClauseKind scope() {
        return scope;
    }

    private boolean isArticle(int line) {
        return headings[line] != null && headings[line].isArticle();
    }

    private boolean isCandidate(int line) {
        return isArticle(line) && headings[line].setOff() && !headings[line].cites();
    }

    /** A new scope begins where a division comes between an article and a further 第一条. */
    private void findScopes() {
        ClauseKind between = null;
        boolean counting = false;
        int begun = 0;
        for (int i = 0; i < end; i++) {
            if (isCandidate(i)) {
                setOff.computeIfAbsent(headings[i].numeral(), n -> new TreeSet<>())
                        .add(i);
                if (headings[i].numeral().equals(Numeral.FIRST)) {
                    if (counting && between != null) {
                        scope = scope == null || between.compareTo(scope) < 0 ? between : scope;
                        Arrays.fill(scopeEnd, begun, i, i);
                        begun = i;
                    }
                }
                counting = true;
                between = null;
            } else if (headings[i] != null && headings[i].mayHeadDivision()) {
                between = between == null || headings[i].kind().compareTo(between) < 0 ? headings[i].kind() : between;
            }
        }
        Arrays.fill(scopeEnd, begun, end, end);
    }

    void keep() {
        Numeral last = Numeral.NONE;
        for (int i = 0; i < end; i++) {
            if (!isArticle(i)) {
                continue;
            }
            boolean restarts = i > 0 && scopeEnd[i - 1] == i;
            if (restarts || continues(last, headings[i], i)) {
                last = reached(restarts ? Numeral.NONE : last, headings[i].numeral(), i);
            } else {
                headings[i] = null;
            }
        }
    }

    /** A number far ahead that the text falls back from is a misprint and does not set the count. */
    private Numeral reached(Numeral last, Numeral numeral, int line) {
        if (numeral.compareTo(last) <= 0) {
            return last;
        }
        for (int i = line + 1; i < scopeEnd[line]; i++) {
            if (isCandidate(i)) {
                Numeral next = headings[i].numeral();
                return next.compareTo(last) > 0 && next.compareTo(numeral) < 0 ? last : numeral;
            }
        }
        return numeral;
    }

    /** A number that is due counts unless the same stands set off further on; any other must itself be set off. */
    private boolean continues(Numeral last, Heading candidate, int line) {
        Numeral numeral = candidate.numeral();
        if (candidate.cites()) {
            return last.following().equals(numeral) && beginsSentence(line) && isMissedOtherwise(numeral, line);
        }
        if (last.isFollowedBy(numeral)) {
            return candidate.setOff() || !isSetOffAfter(line, numeral);
        }
        boolean insertion = numeral.compareTo(last) > 0 && numeral.number() == last.number();
        boolean skips = numeral.compareTo(last) > 0 && !isSetOffAfter(line, last.following());
        return candidate.setOff() && (insertion || skips || beginsSentence(line) && !isSetOffAfter(line, numeral));
    }

    /** 第四条和平时期… reads like a citation; it heads an article where no other line does and the next number follows. */
    private boolean isMissedOtherwise(Numeral numeral, int line) {
        int next = nextUncited[line];
        return next < scopeEnd[line] && headings[next].numeral().equals(numeral.following());
    }

    private boolean isSetOffAfter(int line, Numeral numeral) {
        Integer next = setOff.getOrDefault(numeral, new TreeSet<>()).higher(line);
        return next != null && next < scopeEnd[line];
    }

    /** Whether the line before has ended, so that this one does not go on its sentence. */
    private boolean beginsSentence(int line) {
        if (line == 0 || lines.get(line).depth() > 0 || headings[line - 1] != null) {
            return true;
        }
        Line before = lines.get(line - 1);
        char last = before.text().charAt(before.text().length() - 1);
        return before.row() || before.depth() > 0 || ENDS_SENTENCE.indexOf(last) >= 0;
    }
}
