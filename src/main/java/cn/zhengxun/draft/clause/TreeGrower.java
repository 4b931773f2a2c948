package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Grows a clause tree from headings, marks and text in reading order. */
final class TreeGrower {

    /** Whether a list's next mark is still to come within the article. */
    interface Ahead {
        boolean comes(Mark.Style style, int number);
    }

    private static final Pattern FORMULA = Pattern.compile("[^。；：]{1,60}[=＝][^。；：]{1,80}");

    private final Branch root = Branch.root();
    private final ListState items = new ListState();
    private final ListState subitems = new ListState();
    private final ListState deeper = new ListState();
    private final ClauseKind scope;
    private final boolean bareCatchwords;
    private final Map<String, Integer> numbers = new HashMap<>();

    private Branch base = root;
    private Branch division = root;
    private Branch article;
    private Branch paragraph;
    private Branch item;
    private Branch subitem;
    private Branch table;
    private boolean titleOpen;

    /** The numbering that a list has reached. */
    private static final class ListState {
        private Mark.Style style;
        private int last;

        void clear() {
            style = null;
            last = 0;
        }

        void reach(Mark mark) {
            style = mark.style();
            last = mark.number();
        }

        /** （一） is always a mark; others may begin a sentence, so they must be in sequence. */
        boolean takes(Mark mark) {
            boolean mine = style == null || style == mark.style();
            return mine && (mark.style() == Mark.Style.CHINESE_IN_BRACKETS || mark.number() == last + 1);
        }
    }

    /**
     * @param scope the level within which articles count from one anew, null where they are numbered throughout
     * @param bareCatchwords whether articles begin with a short line that names their matter
     */
    TreeGrower(ClauseKind scope, boolean bareCatchwords) {
        this.scope = scope;
        this.bareCatchwords = bareCatchwords;
    }

    /** Adds what stands before the text, or the signature behind it; nothing where there are no lines. */
    void beside(ClauseKind kind, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            leaveParagraph();
            root.addBeside(kind, name).say(String.join("\n", lines));
        }
    }

    void heading(Heading heading) {
        leaveParagraph();
        if (heading.isArticle()) {
            article = addArticle(heading.numeral());
            paragraph = article.add(ClauseKind.PARAGRAPH);
            if (!heading.rest().isEmpty() && !mark(Mark.in(heading.rest()).orElse(null), heading.rest())) {
                paragraph.say(heading.rest());
                paragraph.keepOpen(heading.isOnlyCatchword() || bareCatchwords && Catchwords.isBare(heading.rest()));
            }
            return;
        }
        article = null;
        while (division != base && division.kind().ordinal() >= heading.kind().ordinal()) {
            division = division.parent();
        }
        division = division.addDivision(heading);
        titleOpen = true;
    }

    /** Articles that count anew within a division or an annex are cited with it; one that comes twice says so. */
    private Branch addArticle(Numeral numeral) {
        Branch within = division;
        while (within != base && within.kind() != scope) {
            within = within.parent();
        }
        String number = within.numberOfScope() + numeral;
        String name = within.nameOfScope() + numeral.with(ClauseKind.ARTICLE);
        int times = numbers.merge(number, 1, Integer::sum);
        return times == 1
                ? division.add(ClauseKind.ARTICLE, number, name)
                : division.add(
                        ClauseKind.ARTICLE, number + "~" + times, name + "（其" + ChineseNumber.write(times) + "）");
    }

    /** @param mark null for a line without one; @return false where the line is mere text */
    boolean mark(Mark mark, String line) {
        if (mark == null || paragraph == null) {
            return false;
        }
        titleOpen = false;
        boolean restarts = items.style == mark.style() && mark.number() == 1;
        if (restarts && mark.style() == Mark.Style.CHINESE_IN_BRACKETS) {
            beginParagraph("");
        }
        if (items.takes(mark)) {
            items.reach(mark);
            subitems.clear();
            deeper.clear();
            item = paragraph.add(ClauseKind.ITEM, mark);
            subitem = null;
            table = null;
            return true;
        }
        if (item == null || items.style == mark.style()) {
            return false;
        }
        if (subitems.takes(mark)) {
            subitems.reach(mark);
            deeper.clear();
            subitem = item.add(ClauseKind.SUBITEM, mark);
            table = null;
            return true;
        }
        if (subitem != null && subitems.style != mark.style() && deeper.takes(mark)) {
            deeper.reach(mark);
            subitem.sayOnNewLine(line);
            return true;
        }
        return false;
    }

    /** A line without a mark: more of an unfinished title or 项, or the next 款. */
    void text(String line, Ahead ahead) {
        table = null;
        if (titleOpen && Heading.isTitle(line)) {
            division.say(line);
            titleOpen = false;
        } else if (item != null && (ahead.comes(items.style, items.last + 1) || lowest().isTitleLikeTheOneBefore())) {
            lowest().sayOnNewLine(line);
        } else if (paragraph != null && paragraph.isOpen()) {
            paragraph.say(paragraph.isEmpty() || Heading.isCatchword(paragraph.text()) ? line : " " + line);
            paragraph.keepOpen(Heading.isCatchword(line));
        } else if (paragraph != null
                && lowest().announcesFormula()
                && FORMULA.matcher(line).matches()) {
            lowest().sayOnNewLine(line);
        } else if (paragraph != null && lowest().isCutShort()) {
            lowest().say(line);
        } else if (article == null && division != root && division.kind() == ClauseKind.ANNEX) {
            division.sayOnNewLine(line);
        } else {
            beginParagraph(line);
        }
    }

    /** A row of a table goes to the 款 or 项 that it stands in, else to the division or annex. */
    void row(String row) {
        titleOpen = false;
        if (table == null) {
            Branch holder = paragraph != null ? lowest() : division;
            table = holder.add(ClauseKind.TABLE);
        }
        table.sayOnNewLine(row);
    }

    private Branch lowest() {
        return subitem != null ? subitem : item != null ? item : paragraph;
    }

    /** An annex or an explanation opens; what follows belongs to it. */
    void attach(ClauseKind kind, String name, String line) {
        leaveParagraph();
        article = null;
        base = root.addBeside(kind, name);
        base.say(line);
        division = base;
    }

    /** A line of the annex or explanation that opened last. */
    void attached(String line) {
        table = null;
        if (base.isEmptyOfChildren()) {
            base.sayOnNewLine(line);
        } else {
            beginParagraph(line);
        }
    }

    ClauseTree grown() {
        List<Clause> clauses = new ArrayList<>();
        root.flatten(clauses);
        return new ClauseTree(clauses);
    }

    private void beginParagraph(String line) {
        leaveParagraph();
        paragraph = (article == null ? division : article).add(ClauseKind.PARAGRAPH);
        paragraph.say(line);
        paragraph.keepOpen(false);
    }

    private void leaveParagraph() {
        titleOpen = false;
        paragraph = null;
        item = null;
        subitem = null;
        table = null;
        items.clear();
        subitems.clear();
        deeper.clear();
    }
}
