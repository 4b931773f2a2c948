package cn.zhengxun.draft.clause;

import java.util.List;

/** How clauses are cited. One rule for the tree that was read and for the tree that was corrected. */
public final class Labels {
    private static final int MOST_WRITTEN = 9999;

    /** What a citation depends on: the clause, its parent, and how many stand beside it. */
    public interface Labelled {
        ClauseKind kind();

        String number();

        /** What the clause adds to a citation: 第七条, 第二款, or 第（一）项 with the printed mark. */
        String name();

        /** A division's title is part of its label. */
        String text();

        /** The root, whose kind is null, above the outermost. */
        Labelled parent();

        List<? extends Labelled> children();
    }

    private Labels() {}

    /** @param above the parent's label, empty for the outermost */
    public static String of(Labelled clause, String above) {
        return switch (clause.kind()) {
            case PART, SUBPART, CHAPTER, SECTION -> title(clause.name(), clause.text());
            case ARTICLE, PREAMBLE, NOTE, EXPLANATION, ANNEX -> clause.name();
            case TABLE -> above + clause.name();
            case PARAGRAPH -> paragraph(clause, above);
            case ITEM, SUBITEM, AMENDMENT -> isTop(clause.parent()) ? clause.name() : above + clause.name();
        };
    }

    /** 第一章 总则; 一、管辖; a division without a number is cited by its title: 附则. */
    private static String title(String name, String text) {
        boolean touches = name.isEmpty() || text.isEmpty() || "、）)".indexOf(name.charAt(name.length() - 1)) >= 0;
        return touches ? name + text : name + " " + text;
    }

    /** The only 款 of an article is the article; outside of articles paragraphs are 段. */
    private static String paragraph(Labelled clause, String above) {
        if (isOnlyChild(clause) && !above.isEmpty()) {
            return above;
        }
        boolean inArticle = clause.parent().kind() == ClauseKind.ARTICLE;
        return above + (inArticle ? clause.name() : "第" + written(Integer.parseInt(clause.number())) + "段");
    }

    /** Whether what stands right below numbers through the text: the root, or a division of a text without 条. */
    static boolean isTop(Labelled parent) {
        return parent.kind() == null || parent.kind().isDivision();
    }

    /** What a clause of a finished tree adds to the citation of the one above it; {@link #of} turns it back. */
    public static String name(Clause clause, String above) {
        String label = clause.label();
        return switch (clause.kind()) {
            case PART, SUBPART, CHAPTER, SECTION ->
                clause.text().isEmpty() || !label.endsWith(clause.text())
                        ? label
                        : label.substring(0, label.length() - clause.text().length())
                                .strip();
            case PARAGRAPH -> counted(clause.kind(), Integer.parseInt(clause.number()));
            case ITEM, SUBITEM, AMENDMENT, TABLE -> label.startsWith(above) ? label.substring(above.length()) : label;
            default -> label;
        };
    }

    private static boolean isOnlyChild(Labelled clause) {
        return clause.parent().children().size() == 1;
    }

    /** The name of a clause that is counted, not numbered: 第二款, 表1. */
    public static String counted(ClauseKind kind, int count) {
        return kind == ClauseKind.TABLE ? "表" + count : "第" + written(count) + kind.chinese();
    }

    private static String written(int count) {
        return count <= MOST_WRITTEN ? ChineseNumber.write(count) : String.valueOf(count);
    }
}
