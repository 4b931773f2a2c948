package cn.zhengxun.draft.clause;

import java.util.List;

/** Which lines are the new words that an amending instruction quotes, and so head nothing of this text. */
final class QuotedLines {
    private static final int LONGEST = 2_000;

    private final boolean[] quoted;

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
            if (!quotation.isOpen() || mark != null && instructs && !isLikeQuoted(mark) || length > LONGEST) {
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

    /** A 项 within quoted words may speak of changes, too; a point 一、 that does so is an instruction. */
    private static boolean isLikeQuoted(Mark mark) {
        return mark.style() != Mark.Style.CHINESE;
    }

    boolean at(int line) {
        return quoted[line];
    }
}
