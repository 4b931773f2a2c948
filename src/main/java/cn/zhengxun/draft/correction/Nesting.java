package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseKind;

/** Which kinds of clause may stand below which. */
final class Nesting {
    private Nesting() {}

    /** @param above null for the top of the draft */
    static boolean holds(ClauseKind above, ClauseKind below) {
        if (above == null) {
            return below != ClauseKind.ITEM && below != ClauseKind.SUBITEM;
        }
        if (isLoose(below)) {
            return !isLoose(above) && above != ClauseKind.PREAMBLE;
        }
        return switch (above) {
            case PART, SUBPART, CHAPTER, SECTION ->
                below.ordinal() > above.ordinal() && below.ordinal() <= ClauseKind.PARAGRAPH.ordinal()
                        || below == ClauseKind.AMENDMENT;
            case ARTICLE -> below == ClauseKind.PARAGRAPH;
            case AMENDMENT -> below == ClauseKind.PARAGRAPH || below == ClauseKind.AMENDMENT;
            case PARAGRAPH -> below == ClauseKind.ITEM;
            case ITEM -> below == ClauseKind.SUBITEM;
            case ANNEX, EXPLANATION -> below.ordinal() <= ClauseKind.PARAGRAPH.ordinal();
            case SUBITEM, PREAMBLE, TABLE, NOTE -> false;
        };
    }

    /** Also the numbered points of a text without 条, which stand at the top or right below a division. */
    static boolean mayHold(ClauseKind above, ClauseKind below) {
        return holds(above, below) || below == ClauseKind.ITEM && (above == null || above.isDivision());
    }

    /** What may stand anywhere and holds nothing: where it is put, it stays. */
    static boolean isLoose(ClauseKind kind) {
        return kind == ClauseKind.TABLE || kind == ClauseKind.NOTE;
    }
}
