package cn.zhengxun.directory;

public record StationId(long value) {}
