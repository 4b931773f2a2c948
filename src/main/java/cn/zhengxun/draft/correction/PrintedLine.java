package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.PrintedNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a draft as it is printed.
 *
 * @param kind of the clause that it belongs to; an article's number stands before its first 款
 * @param number what is set off before the words: 第七条, or nothing
 */
record PrintedLine(ClauseKind kind, String number, String words) {

    static List<PrintedLine> of(ClauseTree tree) {
        List<PrintedLine> lines = new ArrayList<>();
        String number = "";
        for (Clause clause : tree.clauses()) {
            if (!number.isEmpty()
                    && (clause.kind() != ClauseKind.PARAGRAPH || clause.text().isEmpty())) {
                lines.add(new PrintedLine(ClauseKind.ARTICLE, number, ""));
                number = "";
            }
            if (clause.kind() == ClauseKind.ARTICLE) {
                number = PrintedNumber.of(clause, "").orElseThrow().inText();
                continue;
            }
            for (String line : clause.printed().split("\n", -1)) {
                if (!line.isBlank()) {
                    lines.add(new PrintedLine(clause.kind(), number, line));
                    number = "";
                }
            }
        }
        if (!number.isEmpty()) {
            lines.add(new PrintedLine(ClauseKind.ARTICLE, number, ""));
        }
        return lines;
    }

    boolean isHeading() {
        return kind.ordinal() < ClauseKind.ARTICLE.ordinal();
    }

    String text() {
        return number.isEmpty() || words.isEmpty() ? number + words : number + "　" + words;
    }
}
