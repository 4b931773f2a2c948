package cn.zhengxun.outreach.mail;

/** A mail ready for the transport. messageId without angle brackets, the same for every attempt. */
record Letter(String messageId, String address, Mail mail) {}
