package cn.zhengxun.suggestion;

public record SuggestionId(long value) {}
