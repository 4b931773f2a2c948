package cn.zhengxun.draft;

public record ClauseId(long value) {}
