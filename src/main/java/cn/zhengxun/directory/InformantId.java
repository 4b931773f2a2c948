package cn.zhengxun.directory;

public record InformantId(long value) {}
