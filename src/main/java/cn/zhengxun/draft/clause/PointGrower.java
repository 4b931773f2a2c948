package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;

/** Grows the tree of a text without 第×条 from its points. */
final class PointGrower {
    private final Branch root = Branch.root();
    private final boolean amending;

    private Branch division = root;
    private Branch point;
    private Branch below;
    private Branch attachment;
    private Branch table;
    private Mark.Style belowStyle;
    private int belowNumber;
    private int bare;

    PointGrower(boolean amending) {
        this.amending = amending;
    }

    void beside(ClauseKind kind, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            leave();
            root.addBeside(kind, name).say(String.join("\n", lines));
        }
    }

    void division(Heading heading) {
        leave();
        while (division != root && division.kind().ordinal() >= heading.kind().ordinal()) {
            division = division.parent();
        }
        division = division.addDivision(heading);
    }

    /** A point at the top: 一、 */
    void point(Mark mark) {
        leave();
        point = division.add(amending ? ClauseKind.AMENDMENT : ClauseKind.ITEM, mark);
    }

    /** An instruction whose number was lost. */
    void instruction(String line) {
        leave();
        bare++;
        point = division.add(
                ClauseKind.AMENDMENT, String.valueOf(bare), "第" + ChineseNumber.write(Math.min(bare, 9999)) + "处修改");
        point.say(line);
    }

    /** A line within a point: one of the points below it, or more of its words. */
    void text(String line, Mark mark) {
        boolean next = mark != null
                && point != null
                && (belowStyle == null || belowStyle == mark.style())
                && mark.number() == belowNumber + 1;
        if (!next || amending && !isInstruction(mark)) {
            more(line);
            return;
        }
        belowStyle = mark.style();
        belowNumber = mark.number();
        table = null;
        below = point.add(amending ? ClauseKind.AMENDMENT : ClauseKind.SUBITEM, mark);
    }

    /** Once the first of them is an instruction, those that are counted on are, too. */
    private boolean isInstruction(Mark mark) {
        return below != null || Instruction.isIn(mark.rest());
    }

    /** More words of the point or instruction that is being read. */
    void more(String line) {
        table = null;
        Branch lowest = below != null ? below : point;
        if (lowest == null) {
            paragraph(line);
        } else if (lowest.isCutShort()) {
            lowest.say(line);
        } else {
            lowest.sayOnNewLine(line);
        }
    }

    /** A paragraph that belongs to no point. */
    void paragraph(String line) {
        leave();
        root.add(ClauseKind.PARAGRAPH).say(line);
    }

    void row(String row) {
        if (table == null) {
            Branch holder = attachment != null ? attachment : below != null ? below : point != null ? point : division;
            table = holder.add(ClauseKind.TABLE);
        }
        table.sayOnNewLine(row);
    }

    void attach(ClauseKind kind, String name, String line) {
        leave();
        attachment = root.addBeside(kind, name);
        attachment.say(line);
    }

    void attached(String line) {
        table = null;
        if (attachment.isEmptyOfChildren()) {
            attachment.sayOnNewLine(line);
        } else {
            attachment.add(ClauseKind.PARAGRAPH).say(line);
        }
    }

    private void leave() {
        point = null;
        below = null;
        belowStyle = null;
        belowNumber = 0;
        table = null;
    }

    ClauseTree grown() {
        List<Clause> clauses = new ArrayList<>();
        root.flatten(clauses);
        return new ClauseTree(clauses);
    }
}
