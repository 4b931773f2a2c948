package cn.zhengxun.draft;

public record DraftId(long value) {}
