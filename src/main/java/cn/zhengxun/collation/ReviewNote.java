package cn.zhengxun.collation;

import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.suggestion.AuthorMasks;
import cn.zhengxun.suggestion.SuggestionId;

/** One expert on one suggestion: 合法性 必要性 可行性 与上位法关系, each may be null. */
public record ReviewNote(
        SuggestionId suggestion,
        ExpertId expert,
        Grade grade,
        String legality,
        String necessity,
        String feasibility,
        String upperLaw) {

    /** As others than the office may read it. */
    public ReviewNote masked(AuthorMasks.Masks masks) {
        return new ReviewNote(
                suggestion,
                expert,
                grade,
                masks.on(suggestion, legality),
                masks.on(suggestion, necessity),
                masks.on(suggestion, feasibility),
                masks.on(suggestion, upperLaw));
    }
}
