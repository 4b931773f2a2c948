package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;

/** Grows a clause tree from headings, marks and text in reading order. */
final class TreeGrower {

    /** Whether a list's next mark is still to come within the article. */
    interface Ahead {
        boolean comes(Mark.Style style, int number);
    }

    private final Branch root = Branch.root();
    private final ListState items = new ListState();
    private final ListState subitems = new ListState();

    private Branch division = root;
    private Branch article;
    private Branch paragraph;
    private Branch item;
    private Branch subitem;
    private Branch attachment;
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

    void preamble(List<String> sentences) {
        if (!sentences.isEmpty()) {
            root.add(ClauseKind.PREAMBLE, "1", "序言").say(String.join("\n", sentences));
        }
    }

    void heading(Heading heading) {
        leaveParagraph();
        if (heading.isArticle()) {
            article = division.add(
                    ClauseKind.ARTICLE,
                    heading.numeral().toString(),
                    heading.numeral().with(ClauseKind.ARTICLE));
            paragraph = article.add(ClauseKind.PARAGRAPH);
            titleOpen = false;
            if (!heading.rest().isEmpty() && !mark(Mark.in(heading.rest()).orElse(null))) {
                paragraph.say(heading.rest());
                paragraph.keepOpen(heading.isOnlyCatchword());
            }
            return;
        }
        article = null;
        while (division != root && division.kind().ordinal() >= heading.kind().ordinal()) {
            division = division.parent();
        }
        division = division.add(
                heading.kind(), heading.numeral().toString(), heading.numeral().with(heading.kind()));
        division.say(heading.title());
        titleOpen = true;
    }

    /** @param mark null for a line without one; @return false where the line is mere text */
    boolean mark(Mark mark) {
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
            item = paragraph.add(ClauseKind.ITEM, mark);
            subitem = null;
            return true;
        }
        if (item != null && items.style != mark.style() && subitems.takes(mark)) {
            subitems.reach(mark);
            subitem = item.add(ClauseKind.SUBITEM, mark);
            return true;
        }
        return false;
    }

    /** A line without a mark: more of an unfinished title or 项, or the next 款. */
    void text(String line, Ahead ahead) {
        if (titleOpen && Heading.isTitle(line)) {
            division.say(line);
            titleOpen = false;
        } else if (item != null && items.style != null && ahead.comes(items.style, items.last + 1)) {
            (subitem == null ? item : subitem).sayOnNewLine(line);
        } else if (paragraph != null && paragraph.isOpen()) {
            paragraph.say(line);
            paragraph.keepOpen(false);
        } else {
            beginParagraph(line);
        }
    }

    void annex(String line) {
        leaveParagraph();
        if (attachment == null || Outline.opensAnnex(line)) {
            attachment = root.add(ClauseKind.ANNEX);
            attachment.say(line);
        } else {
            attachment.sayOnNewLine(line);
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
        items.clear();
        subitems.clear();
    }
}
