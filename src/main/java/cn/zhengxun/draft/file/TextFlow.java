package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a document holds from top to bottom while it is read: paragraphs, and tables with their cells. */
final class TextFlow implements WordFlow {
    /** As much as a plain text of 10 MB can hold. */
    private static final int MOST_CHARACTERS = DraftFile.MOST_BYTES;

    /** A table deeper than that belongs to the cell it stands in. */
    private static final int DEEPEST = 12;

    /** Above what a table says beside its articles; worded as the heading of an explanation, which it is. */
    private static final String BESIDE = "关于表中其他各栏的说明";

    private final List<Printed> text = new ArrayList<>();
    private final List<Printed> beside = new ArrayList<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private int tooDeep;
    private int characters;
    private int lastArticle;

    @Override
    public void paragraph(String number, String words) {
        paragraph(number + words);
    }

    void paragraph(String words) {
        TimeLimit.check();
        characters += words.length() + 1;
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableDraft("这份文件里的文字多得不像一部草案。请检查是否选错文件，或者拆开后分别导入。");
        }
        lastArticle = Math.max(lastArticle, Articles.numberIn(words));
        Printed printed = new Printed(words, false);
        if (tables.isEmpty()) {
            text.add(printed);
        } else {
            tables.peek().add(printed);
        }
    }

    @Override
    public void beginTable() {
        if (tables.size() == DEEPEST) {
            tooDeep++;
        } else {
            tables.push(new Table(lastArticle));
        }
    }

    @Override
    public void endCell() {
        if (tooDeep == 0 && !tables.isEmpty()) {
            tables.peek().endCell();
        }
    }

    @Override
    public void endRow() {
        if (tooDeep == 0 && !tables.isEmpty()) {
            tables.peek().endRow();
        }
    }

    @Override
    public void dropRow() {
        if (tooDeep == 0 && !tables.isEmpty()) {
            tables.peek().dropRow();
        }
    }

    @Override
    public void endTable() {
        if (tooDeep > 0) {
            tooDeep--;
        } else if (!tables.isEmpty()) {
            Table table = tables.pop();
            List<Printed> printed = table.printed(beside);
            if (tables.isEmpty()) {
                text.addAll(printed);
            } else {
                printed.forEach(tables.peek()::add);
            }
        }
    }

    /** @throws UnreadableDraft where there are more than {@link Line#MOST} */
    List<Line> lines() {
        tooDeep = 0;
        while (!tables.isEmpty()) {
            endTable();
        }
        List<Printed> all = new ArrayList<>(text);
        if (!beside.isEmpty()) {
            all.add(new Printed(BESIDE, false));
            all.addAll(beside);
        }
        return lines(all);
    }

    private static List<Line> lines(List<Printed> all) {
        List<String> plain = new ArrayList<>();
        all.stream().filter(one -> !one.row()).forEach(one -> WrappedLines.split(one.text(), plain));
        WrappedLines wrapped = new WrappedLines(plain);
        List<Line> lines = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (Printed one : all) {
            TimeLimit.check();
            if (one.row()) {
                lines.addAll(Line.of(String.join("\n", wrapped.join(run))));
                run.clear();
                Line.of(one.text().replace('\n', ' ')).forEach(row -> lines.add(new Line(row.text(), 0, true)));
            } else {
                WrappedLines.split(one.text(), run);
            }
            bound(lines.size());
        }
        lines.addAll(Line.of(String.join("\n", wrapped.join(run))));
        bound(lines.size());
        return lines;
    }

    private static void bound(int lines) {
        if (lines > Line.MOST) {
            throw new UnreadableDraft("这份文件超过" + Line.MOST + "行，不像是一部草案。请检查是否选错文件，或者拆开后分别导入。");
        }
    }
}
