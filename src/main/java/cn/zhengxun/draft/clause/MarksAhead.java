package cn.zhengxun.draft.clause;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The marks of 项 and 目, and for each line which mark comes next within its article. */
final class MarksAhead {
    private final Mark[] marks;
    private final int[][] next;

    MarksAhead(List<Line> lines, Outline outline) {
        int end = lines.size();
        Set<Integer> opensAttachment = new HashSet<>(outline.attachments());
        this.marks = new Mark[end];
        this.next = new int[end][];
        int[] ahead = nothing();
        for (int i = end - 1; i >= 0; i--) {
            next[i] = ahead;
            if (outline.heading(i).isPresent() || opensAttachment.contains(i)) {
                ahead = nothing();
                continue;
            }
            marks[i] = lines.get(i).row() ? null : Mark.in(lines.get(i).text()).orElse(null);
            if (marks[i] != null) {
                ahead = ahead.clone();
                ahead[marks[i].style().ordinal()] = marks[i].number();
            }
        }
    }

    private static int[] nothing() {
        int[] none = new int[Mark.Style.values().length];
        Arrays.fill(none, -1);
        return none;
    }

    /** @return null where the line has no mark */
    Mark at(int line) {
        return marks[line];
    }

    /** Whether the next mark of that style, before the article ends, is that number. */
    boolean comesAfter(int line, Mark.Style style, int number) {
        return next[line][style.ordinal()] == number;
    }
}
