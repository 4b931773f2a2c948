package cn.zhengxun.directory;

public record ExpertId(long value) {}
