package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which lines of a text without 第×条 begin its numbered points, and which merely stand in words it quotes. */
final class Points {
    private final List<Line> lines;
    private final Mark[] marks;
    private final boolean[] instructions;
    private final QuotedLines quoted;
    private final Map<Integer, Heading> headings = new HashMap<>();
    private List<Integer> attachments = List.of();
    private int start;
    private int last = -1;
    private int found;

    private Points(List<Line> lines) {
        this.lines = lines;
        this.marks = new Mark[lines.size()];
        this.instructions = new boolean[lines.size()];
        this.quoted = new QuotedLines(lines);
    }

    static Points in(List<Line> lines) {
        Points points = new Points(lines);
        points.find();
        return points;
    }

    private void find() {
        Mark.Style[] styles = new Mark.Style[lines.size()];
        for (int i = 0; i < marks.length; i++) {
            if (!quoted.at(i) && !lines.get(i).row()) {
                marks[i] = Mark.in(lines.get(i).text()).orElse(null);
                styles[i] = marks[i] == null ? null : marks[i].style();
            }
        }
        Mark.Style top = topStyle();
        findTitles(top);
        int number = 0;
        for (int i = 0; i < marks.length; i++) {
            boolean point =
                    marks[i] != null && styles[i] == top && marks[i].number() == number + 1 && !isPartOfTitle(i);
            if (point) {
                number++;
                found++;
                last = i;
            } else {
                marks[i] = null;
            }
        }
        if (found == 0) {
            findBareInstructions();
        }
        start = 0;
        while (start < marks.length && marks[start] == null && !instructions[start] && !headings.containsKey(start)) {
            start++;
        }
        findHeadings();
        findAttachments();
    }

    /**
     * The style whose numbers run through the whole text where it is divided by titles that are numbered otherwise;
     * else the style whose 1 comes first and a 2 follows; else that of the only point there is.
     */
    private Mark.Style topStyle() {
        Mark.Style first = firstStyle();
        Mark.Style running = null;
        int longest = first == null ? Integer.MAX_VALUE : Math.max(2, count(first, false));
        for (Mark.Style style : Mark.Style.values()) {
            if (style != first && isTitling(first) && count(style, true) > longest) {
                running = style;
                longest = count(style, true);
            }
        }
        return running == null ? first : running;
    }

    /** Titles that divide points whose numbers run through: 一、公民 and below it （一）监护, right above a point. */
    private void findTitles(Mark.Style top) {
        if (top == firstStyle()) {
            return;
        }
        for (int i = marks.length - 2; i > 0; i--) {
            boolean divides = marks[i] != null
                    && (marks[i].style() == Mark.Style.CHINESE || marks[i].style() == Mark.Style.CHINESE_IN_BRACKETS)
                    && Heading.isTitle(marks[i].rest());
            boolean leads = headings.containsKey(i + 1) || marks[i + 1] != null && marks[i + 1].style() == top;
            if (divides && leads) {
                boolean outer = marks[i].style() == Mark.Style.CHINESE;
                headings.put(i, Heading.marked(outer ? ClauseKind.CHAPTER : ClauseKind.SECTION, marks[i]));
            }
        }
    }

    /** @return how many points the style numbers; 0 where they must run on and do not */
    private int count(Mark.Style style, boolean runningOn) {
        int count = 0;
        for (Mark mark : marks) {
            if (mark != null && mark.style() == style) {
                count++;
                if (runningOn && mark.number() != count) {
                    return 0;
                }
            }
        }
        return count;
    }

    /** Whether the points of a style are mere titles. */
    private boolean isTitling(Mark.Style style) {
        return style != null
                && Arrays.stream(marks)
                        .allMatch(m ->
                                m == null || m.style() != style || !m.rest().isEmpty() && Heading.isTitle(m.rest()));
    }

    private Mark.Style firstStyle() {
        Mark.Style only = null;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] != null && marks[i].number() == 1 && !isPartOfTitle(i)) {
                Mark.Style style = marks[i].style();
                for (int j = i + 1; j < marks.length; j++) {
                    if (marks[j] != null && marks[j].style() == style && marks[j].number() == 2) {
                        return style;
                    }
                }
                only = only == null ? style : only;
            }
        }
        return only;
    }

    private boolean isPartOfTitle(int line) {
        return line == 0 || lines.get(line).depth() == 1;
    }

    /** Instructions that lost their numbers, as automatic ones do on the way out of Word. */
    private void findBareInstructions() {
        for (int i = 1; i < marks.length; i++) {
            String text = lines.get(i).text();
            if (!quoted.at(i) && !lines.get(i).row() && Instruction.isIn(text) && Instruction.isBare(text)) {
                instructions[i] = true;
                found++;
                last = i;
            }
        }
    }

    private void findHeadings() {
        for (int i = last; i >= 0; i--) {
            Heading heading = Heading.in(lines.get(i).text()).orElse(null);
            if (heading == null || quoted.at(i) || !heading.mayHeadDivision()) {
                continue;
            }
            boolean leads = i + 1 < marks.length && marks[i + 1] != null || headings.containsKey(i + 1);
            if (lines.get(i).depth() > 0 || leads) {
                headings.put(i, heading);
                start = Math.min(start, i);
            }
        }
    }

    private void findAttachments() {
        List<Integer> openings = new ArrayList<>();
        for (int opening : Backmatter.openings(lines, start, marks.length)) {
            if (!quoted.at(opening) && (opening > last || !openings.isEmpty())) {
                openings.add(opening);
            }
        }
        attachments = openings;
    }

    boolean isEmpty() {
        return found == 0;
    }

    /** @return the first line of the text proper; the number of lines where there are no points */
    int start() {
        return start;
    }

    /** @return the last point's line */
    int last() {
        return last;
    }

    int attachment() {
        return attachments.isEmpty() ? marks.length : attachments.get(0);
    }

    List<Integer> attachments() {
        return attachments;
    }

    /** @return the mark of the point that begins on the line */
    Optional<Mark> at(int line) {
        return Optional.ofNullable(marks[line]);
    }

    Optional<Heading> heading(int line) {
        return Optional.ofNullable(headings.get(line));
    }

    boolean isBareInstruction(int line) {
        return instructions[line];
    }

    boolean isQuoted(int line) {
        return quoted.at(line);
    }

    /** Whether the text amends another: half of its points or more say what to change. */
    boolean areInstructions() {
        int instructing = 0;
        int points = 0;
        for (int i = start; i < attachment(); i++) {
            if (instructions[i]) {
                return true;
            }
            if (marks[i] != null) {
                points++;
                instructing += instructs(i) ? 1 : 0;
            }
        }
        return instructing * 2 >= points && instructing > 0;
    }

    /** The point itself says so, or the first of the points below it. */
    private boolean instructs(int point) {
        if (Instruction.isIn(marks[point].rest())) {
            return true;
        }
        Mark below = point + 1 < marks.length && marks[point + 1] == null
                ? Mark.in(lines.get(point + 1).text()).orElse(null)
                : null;
        return below != null && Instruction.isIn(below.rest());
    }
}
