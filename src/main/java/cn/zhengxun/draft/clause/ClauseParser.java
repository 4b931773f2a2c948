package cn.zhengxun.draft.clause;

import java.util.List;
import java.util.Optional;

/**
 * Makes the clause tree of a draft's lines. Pure: the same lines give the same tree, in time linear in their number.
 *
 * <p>A text with 第×条 is read by its articles. One without is read by its numbered points, each an instruction
 * (AMENDMENT) where the text amends another, else a 项 at the top; one without either, such as a short 批复, by its
 * paragraphs.
 */
public final class ClauseParser {

    private ClauseParser() {}

    /**
     * @param fileName gives the title where none is printed
     * @throws UnreadableDraft where there are neither articles nor numbered points, and the title is of no legal text
     */
    public static ParsedDraft parse(String fileName, List<Line> received) {
        List<Line> lines = ListsInLine.split(received);
        Outline outline = new Outline(lines);
        return outline.hasArticles()
                ? articles(fileName, lines, outline)
                : PointText.parse(withoutEnding(fileName), lines);
    }

    private static ParsedDraft articles(String fileName, List<Line> lines, Outline outline) {
        Opening opening = new Opening(lines.subList(0, outline.start()), false);
        TreeGrower tree = new TreeGrower(outline.scope().orElse(null), Catchwords.areBare(lines, outline));
        tree.beside(ClauseKind.EXPLANATION, opening.explanationName(), opening.explanation());
        tree.beside(ClauseKind.NOTE, "题注", opening.notes());
        tree.beside(ClauseKind.PREAMBLE, "序言", opening.preamble());
        MarksAhead marks = new MarksAhead(lines, outline);
        int end = outline.attachment();
        int closing = Backmatter.closing(lines, outline.lastHeadingBefore(end) + 1, end);
        int untitled = Backmatter.untitledAnnex(lines, outline.lastHeadingBefore(end) + 1, closing);
        grow(tree, lines, outline, marks, outline.start(), untitled);
        tree.beside(ClauseKind.NOTE, "落款", texts(lines, closing, end));
        if (untitled < closing) {
            attach(tree, lines, outline, marks, new Attachment(ClauseKind.ANNEX, "附件", untitled, closing, closing));
        }
        for (Attachment attachment : Attachment.all(lines, outline.attachments())) {
            attach(tree, lines, outline, marks, attachment);
        }
        return new ParsedDraft(opening.title().orElseGet(() -> withoutEnding(fileName)), tree.grown());
    }

    private static void grow(TreeGrower tree, List<Line> lines, Outline outline, MarksAhead marks, int from, int end) {
        for (int i = from; i < end; i++) {
            String text = lines.get(i).text();
            Optional<Heading> heading = outline.heading(i);
            if (lines.get(i).row()) {
                tree.row(text);
            } else if (heading.isPresent()) {
                tree.heading(heading.get());
            } else if (!tree.mark(marks.at(i), text)) {
                int line = i;
                tree.text(text, (style, number) -> marks.comesAfter(line, style, number));
            }
        }
    }

    /** An annex keeps its lines as they are, but for tables and for articles of its own. */
    private static void attach(
            TreeGrower tree, List<Line> lines, Outline outline, MarksAhead marks, Attachment attachment) {
        int i = attachment.from();
        tree.attach(attachment.kind(), attachment.name(), lines.get(i).text());
        i++;
        while (i < attachment.closing() && outline.heading(i).isEmpty()) {
            if (lines.get(i).row()) {
                tree.row(lines.get(i).text());
            } else {
                tree.attached(lines.get(i).text());
            }
            i++;
        }
        grow(tree, lines, outline, marks, i, attachment.closing());
        tree.beside(ClauseKind.NOTE, "落款", texts(lines, attachment.closing(), attachment.end()));
    }

    static List<String> texts(List<Line> lines, int from, int end) {
        return lines.subList(from, end).stream().map(Line::text).toList();
    }

    private static String withoutEnding(String fileName) {
        String bare = fileName.replaceFirst("\\.[A-Za-z]{1,8}$", "").strip();
        return Opening.cut(bare.isEmpty() ? "未命名草案" : bare);
    }
}
