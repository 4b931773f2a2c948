package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of lines behind the text proper.
 *
 * @param kind ANNEX or EXPLANATION
 * @param name as cited: 附件1, 附表, 说明
 * @param closing where its signature and date begin; {@code end} where there are none
 */
record Attachment(ClauseKind kind, String name, int from, int closing, int end) {

    /** @param openings the lines at which annexes and explanations begin, in order */
    static List<Attachment> all(List<Line> lines, List<Integer> openings) {
        List<Attachment> all = new ArrayList<>();
        for (int n = 0; n < openings.size(); n++) {
            int from = openings.get(n);
            boolean covers = isCoverOfExplanation(lines, from, n, openings);
            n += covers ? 1 : 0;
            int end = n + 1 < openings.size() ? openings.get(n + 1) : lines.size();
            String line = lines.get(from).text();
            boolean explains = covers || Backmatter.opensExplanation(line);
            int closing = Backmatter.closing(lines, from + 1, end);
            all.add(
                    explains
                            ? new Attachment(ClauseKind.EXPLANATION, "说明", from, closing, end)
                            : new Attachment(ClauseKind.ANNEX, Backmatter.nameOf(line), from, closing, end));
        }
        return all;
    }

    /** A line 附件2 right above 关于…的说明. */
    private static boolean isCoverOfExplanation(List<Line> lines, int from, int n, List<Integer> openings) {
        return n + 1 < openings.size()
                && openings.get(n + 1) == from + 1
                && lines.get(from).text().length() <= 8
                && Backmatter.opensExplanation(lines.get(from + 1).text());
    }
}
