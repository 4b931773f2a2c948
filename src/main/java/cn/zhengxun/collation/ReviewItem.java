package cn.zhengxun.collation;

/**
 * A forwarded suggestion as an expert sees it: the words, never a person, a contact, a station.
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

    static ReviewItem of(CollationRow row, int alike) {
        return new ReviewItem(
                row.id(),
                row.number(),
                row.clauseLabel(),
                row.clauseText(),
                row.original(),
                row.proposed(),
                row.givenReason(),
                row.normalised(),
                alike);
    }
}
