package cn.zhengxun.draft.clause;

import java.util.List;

/** Whether the articles of a text each begin with a short line that names their matter: 第一条 目的依据. */
final class Catchwords {
    private static final int LONGEST = 20;

    private Catchwords() {}

    static boolean isBare(String words) {
        return !words.isEmpty()
                && words.length() <= LONGEST
                && words.chars().allMatch(c -> Character.isLetter(c) || "、 ".indexOf(c) >= 0);
    }

    /** Four articles in five do so, and there are at least three. */
    static boolean areBare(List<Line> lines, Outline outline) {
        int articles = 0;
        int bare = 0;
        for (int i = outline.start(); i + 1 < outline.attachment(); i++) {
            Heading heading = outline.heading(i).orElse(null);
            if (heading != null && heading.isArticle()) {
                articles++;
                boolean textFollows = outline.heading(i + 1).isEmpty()
                        && Mark.in(lines.get(i + 1).text()).isEmpty();
                bare += isBare(heading.rest()) && textFollows ? 1 : 0;
            }
        }
        return articles >= 3 && bare * 5 >= articles * 4;
    }
}
