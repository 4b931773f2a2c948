package cn.zhengxun.collation;

import cn.zhengxun.suggestion.AuthorMasks;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import java.time.Instant;

/** The decision on one suggestion. normalised and routedTo may be null; confirmedBy is null until a second person agreed. groups: titles of the groups it belongs to. */
public record Screening(
        SuggestionId suggestion,
        SuggestionKind kind,
        Decision decision,
        String reason,
        String normalised,
        String routedTo,
        String screenedBy,
        Instant screenedAt,
        String confirmedBy,
        java.util.List<String> groups) {

    /** As others than the office may read it. */
    public Screening masked(AuthorMasks.Masks masks) {
        return new Screening(
                suggestion,
                kind,
                decision,
                masks.on(suggestion, reason),
                masks.on(suggestion, normalised),
                masks.on(suggestion, routedTo),
                screenedBy,
                screenedAt,
                confirmedBy,
                groups.stream().map(title -> masks.on(suggestion, title)).toList());
    }
}
