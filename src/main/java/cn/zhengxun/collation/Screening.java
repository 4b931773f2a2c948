package cn.zhengxun.collation;

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
        java.util.List<String> groups) {}
