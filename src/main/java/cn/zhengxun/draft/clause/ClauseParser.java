package cn.zhengxun.draft.clause;

import java.util.List;
import java.util.Optional;

/** Makes the clause tree of a draft's lines. Pure: the same lines give the same tree, in time linear in their number. */
public final class ClauseParser {

    private ClauseParser() {}

    /**
     * @param fileName gives the title where none is printed
     * @throws UnreadableDraft where no line is the heading of a 条
     */
    public static ParsedDraft parse(String fileName, List<Line> lines) {
        Outline outline = new Outline(lines);
        Opening opening = new Opening(lines.subList(0, outline.start()));
        TreeGrower tree = new TreeGrower();
        tree.preamble(opening.preamble());
        MarksAhead marks = new MarksAhead(lines, outline);
        for (int i = outline.start(); i < outline.annex(); i++) {
            String text = lines.get(i).text();
            Optional<Heading> heading = outline.heading(i);
            if (heading.isPresent()) {
                tree.heading(heading.get());
            } else if (!tree.mark(marks.at(i))) {
                int line = i;
                tree.text(text, (style, number) -> marks.comesAfter(line, style, number));
            }
        }
        for (int i = outline.annex(); i < lines.size(); i++) {
            tree.annex(lines.get(i).text());
        }
        ClauseTree clauses = tree.grown();
        if (clauses.articles().isEmpty()) {
            throw new UnreadableDraft("这份文件里没有找到“第×条”，无法分出条文。请检查是否选错文件；如果是修改决定，请导入修改后的全文；如果条号是图片或域，请另存为纯文本再导入。");
        }
        return new ParsedDraft(opening.title().orElseGet(() -> withoutEnding(fileName)), clauses);
    }

    private static String withoutEnding(String fileName) {
        String bare = fileName.replaceFirst("\\.[A-Za-z]{1,8}$", "").strip();
        return Opening.cut(bare.isEmpty() ? "未命名草案" : bare);
    }
}
