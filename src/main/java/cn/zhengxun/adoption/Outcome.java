package cn.zhengxun.adoption;

import cn.zhengxun.suggestion.SuggestionId;
import java.time.Instant;

/** A person's judgement with evidence. article, articleText and strength are null where nothing was adopted; confirmedBy and publishedAt until it happened. */
public record Outcome(
        SuggestionId suggestion,
        OutcomeKind kind,
        String article,
        String articleText,
        Strength strength,
        String reason,
        String evidence,
        String judgedBy,
        Instant judgedAt,
        String confirmedBy,
        Instant publishedAt) {}
