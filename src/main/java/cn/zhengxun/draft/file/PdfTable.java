package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import java.util.List;
import java.util.regex.Pattern;

/** Rows of a table: lines that follow each other and have as many cells, which begin at the same places. */
final class PdfTable {
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_CELLS = 3;
    private static final Pattern NO_CELL = Pattern.compile("([.．·…•‥] ?){3,}.*|第[0-9〇零一二三四五六七八九十百千]{1,8}(编|分编|章|节|条)");

    private PdfTable() {}

    /** @return how many lines from there on are rows of one table, 0 where the line is none */
    static int rowsFrom(List<PdfLine> lines, int from) {
        PdfLine head = lines.get(from);
        if (head.cells().size() < FEWEST_CELLS
                || head.cells().stream().anyMatch(cell -> NO_CELL.matcher(cell).matches())) {
            return 0;
        }
        int to = from + 1;
        while (to < lines.size() && continues(head, lines.get(to))) {
            to++;
        }
        return to - from >= FEWEST_ROWS ? to - from : 0;
    }

    private static boolean continues(PdfLine head, PdfLine line) {
        if (line.cells().size() != head.cells().size() || line.column() != head.column()) {
            return false;
        }
        int same = 0;
        for (int i = 0; i < head.starts().size(); i++) {
            same += Math.abs(head.starts().get(i) - line.starts().get(i)) < 2 * head.size() ? 1 : 0;
        }
        return 2 * same > head.starts().size();
    }

    static List<Line> lines(List<PdfLine> rows) {
        return rows.stream()
                .map(row -> new Line(String.join(" | ", row.cells()), 0, true))
                .toList();
    }
}
