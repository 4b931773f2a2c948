package cn.zhengxun.outreach.mail;

/** Where an outbox row stands. SENDING is a lease: when it ends without a result, the row is taken up again. */
public enum MailStatus {
    WAITING,
    SENDING,
    SENT,
    FAILED,
    CANCELLED
}
