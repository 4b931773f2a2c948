package cn.zhengxun.draft.clause;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text without 第×条: an amending one, whose instructions become AMENDMENT nodes, or one in numbered points, which
 * become 项 at the top, or a mere letter such as a 批复.
 */
final class PointText {
    private static final Pattern LAST_WORDS = Pattern.compile(
            "(本|以上|上述)(解释|规定|决定|批复|意见|通知|办法|修正案|决议|答复|规则).{0,12}(自|从|于).{0,40}(施行|生效|执行|实施|实行)。?.*|.{0,60}根据本(决定|修正案|规定).{0,80}(重新公布|修改|修正|调整).*|(特此|此).{1,6}。?|(此外，|另外，).*|.{0,60}(同时|相应)废止。");

    private static final Pattern LEGAL =
            Pattern.compile(".*(批复|解释|答复|复函|决定|决议|规定|办法|条例|规则|意见|法|修正案|公告|命令)( ?[（(].{1,40}[）)])*");

    private final List<Line> lines;
    private final Points points;
    private final PointGrower tree;

    private PointText(List<Line> lines, Points points, boolean amending) {
        this.lines = lines;
        this.points = points;
        this.tree = new PointGrower(amending);
    }

    /** @param name gives the title where none is printed; @throws UnreadableDraft where nothing here is a draft */
    static ParsedDraft parse(String name, List<Line> lines) {
        Points points = Points.in(lines);
        Opening opening = new Opening(lines.subList(0, points.start()), true);
        if (points.isEmpty()) {
            return letter(name, lines);
        }
        PointText text = new PointText(lines, points, points.areInstructions());
        text.tree.beside(ClauseKind.EXPLANATION, opening.explanationName(), opening.explanation());
        text.tree.beside(ClauseKind.NOTE, "题注", opening.notes());
        text.tree.beside(ClauseKind.PREAMBLE, "序言", opening.preamble());
        text.read();
        return new ParsedDraft(opening.title().orElse(name), text.tree.grown());
    }

    private void read() {
        int end = points.attachment();
        int closing = Backmatter.closing(lines, points.last() + 1, end);
        for (int i = points.start(); i < closing; i++) {
            read(i);
        }
        tree.beside(ClauseKind.NOTE, "落款", ClauseParser.texts(lines, closing, end));
        attach(tree, lines, points.attachments());
    }

    private void read(int i) {
        String line = lines.get(i).text();
        Optional<Mark> point = points.at(i);
        if (lines.get(i).row()) {
            tree.row(line);
        } else if (points.heading(i).isPresent()) {
            tree.division(points.heading(i).get());
        } else if (point.isPresent()) {
            tree.point(point.get());
        } else if (points.isBareInstruction(i)) {
            tree.instruction(line);
        } else if (points.isQuoted(i)) {
            tree.more(line);
        } else if (i > points.last() && LAST_WORDS.matcher(line).matches()) {
            tree.paragraph(line);
        } else {
            tree.text(line, Mark.in(line).orElse(null));
        }
    }

    private static void attach(PointGrower tree, List<Line> lines, List<Integer> openings) {
        for (Attachment attachment : Attachment.all(lines, openings)) {
            tree.attach(
                    attachment.kind(),
                    attachment.name(),
                    lines.get(attachment.from()).text());
            for (int i = attachment.from() + 1; i < attachment.closing(); i++) {
                if (lines.get(i).row()) {
                    tree.row(lines.get(i).text());
                } else {
                    tree.attached(lines.get(i).text());
                }
            }
            tree.beside(ClauseKind.NOTE, "落款", ClauseParser.texts(lines, attachment.closing(), attachment.end()));
        }
    }

    /** A text with neither articles nor points counts as a draft only where its title says that it is a legal text. */
    private static ParsedDraft letter(String name, List<Line> lines) {
        int closing = Backmatter.closing(lines, 1, lines.size());
        Opening opening = new Opening(lines.subList(0, closing), true);
        String title = opening.title().orElse(name);
        if (!LEGAL.matcher(title).matches() || opening.preamble().isEmpty()) {
            throw new UnreadableDraft("这份文件里没有找到“第×条”，也没有“一、二、”这样编号的内容，无法分出条文。请检查是否选错文件；如果条号是图片或域，请另存为纯文本再导入。");
        }
        PointGrower tree = new PointGrower(false);
        tree.beside(ClauseKind.NOTE, "题注", opening.notes());
        opening.preamble().forEach(tree::paragraph);
        tree.beside(ClauseKind.NOTE, "落款", ClauseParser.texts(lines, closing, lines.size()));
        return new ParsedDraft(title, tree.grown());
    }
}
