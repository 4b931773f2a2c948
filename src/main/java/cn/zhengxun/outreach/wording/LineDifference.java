package cn.zhengxun.outreach.wording;

import java.util.LinkedList;
import java.util.List;

/** Two texts line by line. */
record LineDifference(Kind kind, String line) {
    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** In reading order; what was removed stands before what replaced it. */
    static List<LineDifference> between(Wording before, Wording after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        int[][] common = common(old, now);
        LinkedList<LineDifference> differences = new LinkedList<>();
        int i = old.size();
        int j = now.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && old.get(i - 1).equals(now.get(j - 1))) {
                differences.addFirst(new LineDifference(Kind.SAME, old.get(--i)));
                j--;
            } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
                differences.addFirst(new LineDifference(Kind.ADDED, now.get(--j)));
            } else {
                differences.addFirst(new LineDifference(Kind.REMOVED, old.get(--i)));
            }
        }
        return differences;
    }

    private static List<String> lines(Wording wording) {
        List<String> lines = new LinkedList<>(wording.lines());
        lines.add(0, wording.subject());
        return List.copyOf(lines);
    }

    /** [i][j]: the length of the longest common subsequence of the first i and the first j lines. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = 1; i <= old.size(); i++) {
            for (int j = 1; j <= now.size(); j++) {
                common[i][j] = old.get(i - 1).equals(now.get(j - 1))
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        return common;
    }
}
