package cn.zhengxun.outreach;

public record InvitationId(long value) {}
