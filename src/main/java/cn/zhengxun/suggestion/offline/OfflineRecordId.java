package cn.zhengxun.suggestion.offline;

public record OfflineRecordId(long value) {}
