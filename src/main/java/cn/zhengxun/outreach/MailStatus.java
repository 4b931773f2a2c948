package cn.zhengxun.outreach;

/** Where an outbox row stands. SENDING is a lease: when it ends without a result, the row is taken up again. */
enum MailStatus {
    WAITING,
    SENDING,
    SENT,
    FAILED,
    CANCELLED
}
