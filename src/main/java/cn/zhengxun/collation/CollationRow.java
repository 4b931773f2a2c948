package cn.zhengxun.collation;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import java.time.Instant;

/**
 * A collected suggestion as the pages of steps 6 and 7 show it: no name, no contact of its author.
 *
 * @param clause null for 整体; @param givenKind as its author chose; proposed, givenReason, station, identityCategory may be null
 * @param kind to confirmedBy: the decision, all null while nobody took one
 */
record CollationRow(
        long id,
        Integer number,
        Long clause,
        String clauseLabel,
        String clauseText,
        SuggestionKind givenKind,
        String original,
        String proposed,
        String givenReason,
        Channel channel,
        String station,
        String identityCategory,
        SuggestionKind kind,
        Decision decision,
        String reason,
        String normalised,
        String routedTo,
        String screenedBy,
        Instant screenedAt,
        String confirmedBy) {

    SuggestionId suggestion() {
        return new SuggestionId(id);
    }

    public boolean screened() {
        return decision != null;
    }

    /** What a form sends back to tell which decision the person saw; empty for none. */
    public String seen() {
        return screenedAt == null ? "" : screenedAt.toString();
    }

    public String screenedOn() {
        return screenedAt == null ? "" : Shanghai.minute(screenedAt);
    }
}
