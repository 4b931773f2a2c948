package cn.zhengxun.draft.clause;

public record ClauseId(long value) {}
