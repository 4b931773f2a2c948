package cn.zhengxun.collation;

import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.suggestion.SuggestionId;

/** One expert on one suggestion: 合法性 必要性 可行性 与上位法关系, each may be null. */
public record ReviewNote(
        SuggestionId suggestion,
        ExpertId expert,
        Grade grade,
        String legality,
        String necessity,
        String feasibility,
        String upperLaw) {}
