package cn.zhengxun.outreach;

public record StationSlipId(long value) {}
