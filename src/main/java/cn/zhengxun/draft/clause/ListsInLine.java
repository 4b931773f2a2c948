package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives each 项 a line of its own where several were printed in one: 有下列情形之一的：（一）…；（二）…。 Only where the
 * numbers count on from one another and each part before has ended, so that a sentence that cites 项 stays whole.
 */
final class ListsInLine {
    private static final String OPENS = "：:";
    private static final String ENDS = "；;。";
    private static final int LONGEST_MARK = 12;

    private ListsInLine() {}

    static List<Line> split(List<Line> lines) {
        List<Line> split = new ArrayList<>(lines.size());
        for (Line line : lines) {
            List<Integer> begins = line.row() || quotesNewText(line.text()) ? List.of() : begins(line.text());
            int from = 0;
            for (int begin : begins) {
                if (begin > from) {
                    split.add(new Line(line.text().substring(from, begin).strip(), from == 0 ? line.depth() : 0));
                    from = begin;
                }
            }
            split.add(from == 0 ? line : new Line(line.text().substring(from).strip(), 0));
        }
        return split;
    }

    private static boolean quotesNewText(String text) {
        return text.startsWith("“") || text.contains("：“") && Instruction.isIn(text);
    }

    /** @return where each 项 of the line begins; empty where there are not at least two */
    private static List<Integer> begins(String text) {
        List<Integer> begins = new ArrayList<>();
        Mark last = Mark.in(head(text, 0)).orElse(null);
        if (last != null) {
            begins.add(0);
        }
        for (int i = 1; i < text.length(); i++) {
            int before = text.charAt(i - 1) == ' ' && i > 1 ? i - 2 : i - 1;
            boolean opens = last == null && OPENS.indexOf(text.charAt(before)) >= 0;
            boolean goesOn = last != null && ENDS.indexOf(text.charAt(before)) >= 0;
            if ((opens || goesOn) && text.charAt(i) != ' ') {
                Mark mark = Mark.in(head(text, i)).orElse(null);
                if (mark != null && (opens ? mark.number() == 1 : follows(last, mark))) {
                    begins.add(i);
                    last = mark;
                }
            }
        }
        return begins.size() > 1 ? begins : List.of();
    }

    private static String head(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + LONGEST_MARK));
    }

    private static boolean follows(Mark last, Mark mark) {
        return mark.style() == last.style() && mark.number() == last.number() + 1;
    }
}
