package cn.zhengxun.draft;

public record BillId(long value) {}
