package cn.zhengxun.collation;

import cn.zhengxun.suggestion.AuthorMasks;

/**
 * A forwarded suggestion as an expert sees it: the words, never a person, a contact, a station, and what its author wrote about themselves blackened.
 *
 * @param alike how many others of its largest group say the same; proposed, reason, normalised may be null
 */
record ReviewItem(
        long id,
        Integer number,
        String clauseLabel,
        String clauseText,
        String original,
        String proposed,
        String reason,
        String normalised,
        int alike) {

    static ReviewItem of(CollationRow row, AuthorMasks.Masks masks, int alike) {
        return new ReviewItem(
                row.id(),
                row.number(),
                row.clauseLabel(),
                row.clauseText(),
                masks.on(row.id(), row.original()),
                masks.on(row.id(), row.proposed()),
                masks.on(row.id(), row.givenReason()),
                masks.on(row.id(), row.normalised()),
                alike);
    }
}
