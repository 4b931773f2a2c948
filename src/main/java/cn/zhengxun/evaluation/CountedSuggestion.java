package cn.zhengxun.evaluation;

import cn.zhengxun.adoption.OutcomeKind;
import cn.zhengxun.suggestion.Channel;
import java.time.Instant;

/** One row of the list behind a figure, without name and contact. number, station, category and outcome may be null; outcome is set once confirmed. */
public record CountedSuggestion(
        String consultation,
        Integer number,
        String clauseLabel,
        String original,
        String station,
        Channel channel,
        String category,
        Instant acceptedAt,
        OutcomeKind outcome) {}
