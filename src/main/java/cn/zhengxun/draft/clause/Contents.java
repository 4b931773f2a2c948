package cn.zhengxun.draft.clause;

import java.util.List;
import java.util.regex.Pattern;

/** The table of contents (目录), with or without that word, of chapters alone or with articles: none of it is text. */
final class Contents {
    private static final Pattern WORD = Pattern.compile("[【〖]?目 ?(录|次)[】〗]?([ :：].*)?");
    private static final Pattern ENTRY_END = Pattern.compile(".*(\\.{3,}|…+|·{3,}|—{2,}|[ (（])\\d{1,4}[）)]?");
    private static final Pattern SENTENCE = Pattern.compile(".*[。；;：:]");

    private Contents() {}

    static boolean isWord(String line) {
        return WORD.matcher(line).matches();
    }

    /** Whether the line names a place in the text and a page. */
    static boolean isEntry(String line) {
        return ENTRY_END.matcher(line).matches();
    }

    /** Articles listed before the text begin a count that the text begins again. */
    static void dropArticles(List<Line> lines, Heading[] headings) {
        int first = indexOfFirstArticle(headings, 0);
        int again = indexOfFirstArticle(headings, first + 1);
        if (again >= headings.length) {
            return;
        }
        for (int i = first; i < again; i++) {
            String text = lines.get(i).text();
            if (text.length() > 60 || SENTENCE.matcher(text).matches() || headings[i] == null && !isEntry(text)) {
                return;
            }
        }
        for (int i = first; i < again; i++) {
            if (headings[i] != null && headings[i].isArticle()) {
                headings[i] = null;
            }
        }
    }

    private static int indexOfFirstArticle(Heading[] headings, int from) {
        int i = from;
        while (i < headings.length
                && (headings[i] == null
                        || !headings[i].isArticle()
                        || headings[i].cites()
                        || !headings[i].numeral().equals(Numeral.FIRST))) {
            i++;
        }
        return i;
    }

    /** Of the divisions before the first article only those that enclose it are the text's own. */
    static void dropDivisions(Heading[] headings) {
        int first = 0;
        while (first < headings.length && (headings[first] == null || !headings[first].isArticle())) {
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
            if (rank < outermost && (headings[i].numeral().number() <= 1 || !fromTheBeginning)) {
                outermost = rank;
            } else {
                headings[i] = null;
            }
        }
    }
}
