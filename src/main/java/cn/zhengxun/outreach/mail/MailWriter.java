package cn.zhengxun.outreach.mail;

/**
 * Writes the messages of one template when they are sent, from domain data; so no opinion and no address waits in the
 * outbox. Each room that sends mail has a bean for each of its templates.
 */
public interface MailWriter {
    /** The name that stands in the outbox row. */
    String template();

    /** @throws NotDue for a message that is pointless by now @throws NotYet for one that must wait */
    Mail write(QueuedMail mail);
}
