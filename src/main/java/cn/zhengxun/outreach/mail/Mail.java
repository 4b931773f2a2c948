package cn.zhengxun.outreach.mail;

/** A written message, in plain text and the same in HTML. */
public record Mail(String subject, String text, String html) {}
