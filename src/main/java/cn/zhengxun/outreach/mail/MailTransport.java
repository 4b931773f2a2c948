package cn.zhengxun.outreach.mail;

/** Where letters go: to an SMTP relay, or in demo mode to a mailbox page. */
interface MailTransport {
    /** Returns when the letter is taken over. */
    void send(Letter letter) throws DeliveryFailure;
}
