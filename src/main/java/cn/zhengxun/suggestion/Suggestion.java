package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.clause.ClauseId;
import java.time.Instant;

/**
 * One opinion as it was given. The words never change.
 *
 * @param number running number within the consultation from 1, given when collection closes; null before
 * @param clause null for the draft as a whole; clauseLabel then says 整体
 * @param clauseText the clause's words that its author saw; empty for 整体
 * @param original 原话; proposed and reason may be null
 * @param informant null for a person who is not in the directory; station may be null
 * @param identityCategory may be null
 */
public record Suggestion(
        SuggestionId id,
        long submission,
        String receipt,
        Integer number,
        ConsultationNumber consultation,
        ClauseId clause,
        String clauseLabel,
        String clauseText,
        SuggestionKind kind,
        String original,
        String proposed,
        String reason,
        InformantId informant,
        StationId station,
        Channel channel,
        boolean onBehalf,
        String identityCategory,
        Instant acceptedAt) {

    /** As others than the office may read it. */
    public Suggestion masked(AuthorMasks.Masks masks) {
        return new Suggestion(
                id,
                submission,
                receipt,
                number,
                consultation,
                clause,
                clauseLabel,
                clauseText,
                kind,
                masks.on(id, original),
                masks.on(id, proposed),
                masks.on(id, reason),
                informant,
                station,
                channel,
                onBehalf,
                masks.category(id.value(), identityCategory),
                acceptedAt);
    }
}
