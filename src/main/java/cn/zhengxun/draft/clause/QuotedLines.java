package cn.zhengxun.draft.clause;

import java.util.List;

/** Which lines are the new words that an amending instruction quotes, and so head nothing of this text. */
final class QuotedLines {
    private static final int LONGEST = 1_000;

    private final boolean[] quoted;
    private Numeral last = Numeral.NONE;

    QuotedLines(List<Line> lines) {
        quoted = new boolean[lines.size()];
        Quotation quotation = new Quotation();
        boolean instructed = false;
        int length = 0;
        for (int i = 0; i < quoted.length; i++) {
            String text = lines.get(i).text();
            Mark mark = Mark.in(text).orElse(null);
            String words = mark == null ? text : mark.rest();
            boolean instructs = Instruction.isIn(words) && !text.startsWith("“");
            boolean heads = headsNextArticle(text);
            boolean forgotten = mark != null && instructs && !isLikeQuoted(mark) || heads || length > LONGEST;
            if (!quotation.isOpen() || forgotten) {
                quotation.close();
                length = 0;
                instructed = instructs || instructed && quotation.holds(text);
            }
            if (!instructed) {
                continue;
            }
            quoted[i] = quotation.holds(text);
            quotation.read(text);
            length++;
            instructed = quotation.isOpen() || Instruction.quotes(words);
        }
    }

    /** Whether the line heads the article that is due outside of quotations: somebody forgot to close one. */
    private boolean headsNextArticle(String text) {
        Heading heading = Heading.in(text).orElse(null);
        boolean due = heading != null
                && heading.isArticle()
                && heading.setOff()
                && !heading.cites()
                && last.isFollowedBy(heading.numeral());
        last = due ? heading.numeral() : last;
        return due;
    }

    /** A 项 within quoted words may speak of changes, too; a point 一、 that does so is an instruction. */
    private static boolean isLikeQuoted(Mark mark) {
        return mark.style() != Mark.Style.CHINESE;
    }

    boolean at(int line) {
        return quoted[line];
    }
}
