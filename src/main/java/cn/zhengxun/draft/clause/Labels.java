package cn.zhengxun.draft.clause;

import java.util.List;

/** How clauses are cited. One rule for the tree that was read and for the tree that was corrected. */
public final class Labels {

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
            case PART, SUBPART, CHAPTER, SECTION ->
                clause.text().isEmpty() ? clause.name() : clause.name() + " " + clause.text();
            case ARTICLE, PREAMBLE, AMENDMENT, NOTE, EXPLANATION -> clause.name();
            case TABLE -> above + clause.name();
            case PARAGRAPH ->
                isOnlyChild(clause) || clause.parent().kind() != ClauseKind.ARTICLE ? above : above + clause.name();
            case ITEM, SUBITEM -> above + clause.name();
            case ANNEX -> isOnlyAnnex(clause) ? "附件" : "附件" + clause.number();
        };
    }

    /** What a clause of a finished tree adds to the citation of the one above it; {@link #of} turns it back. */
    public static String name(Clause clause, String above) {
        String label = clause.label();
        return switch (clause.kind()) {
            case PART, SUBPART, CHAPTER, SECTION ->
                !clause.text().isEmpty() && label.endsWith(" " + clause.text())
                        ? label.substring(0, label.length() - clause.text().length() - 1)
                        : label;
            case PARAGRAPH -> counted(clause.kind(), Integer.parseInt(clause.number()));
            case ITEM, SUBITEM, TABLE -> label.startsWith(above) ? label.substring(above.length()) : label;
            default -> label;
        };
    }

    private static boolean isOnlyChild(Labelled clause) {
        return clause.parent().children().size() == 1;
    }

    /** Annexes stand last, so the last one's number is how many there are. */
    private static boolean isOnlyAnnex(Labelled clause) {
        List<? extends Labelled> all = clause.parent().children();
        return all.get(all.size() - 1).number().equals("1");
    }

    /** The name of a clause that is counted, not numbered: 第二款. */
    public static String counted(ClauseKind kind, int count) {
        return "第" + ChineseNumber.write(count) + kind.chinese();
    }
}
