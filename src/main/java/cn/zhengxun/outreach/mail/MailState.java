package cn.zhengxun.outreach.mail;

import java.time.Instant;

/** The latest mail of a campaign to one person. lastError and sentAt may be null. */
public record MailState(MailStatus status, int revision, String lastError, Instant createdAt, Instant sentAt) {}
