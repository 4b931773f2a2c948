package cn.zhengxun.suggestion.offline;

record OfflineRecordId(long value) {}
