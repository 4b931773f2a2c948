package cn.zhengxun.outreach.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A letter as MIME. Keeps the row's Message-ID, which saving a message would otherwise replace. */
class LetterMessage extends SMTPMessage {
    /** The Message-ID once more, for relays that write their own over it. */
    static final String REFERENCE = "X-Zhengxun-Message";

    private final String id;

    LetterMessage(Session session, String id, Instant writtenAt) throws MessagingException {
        super(session);
        this.id = id;
        setSentDate(Date.from(writtenAt));
        setHeader(REFERENCE, id);
        // keeps out-of-office replies away (RFC 3834)
        setHeader("Auto-Submitted", "auto-generated");
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }

    /** Where the relay knows RFC 3461; the report carries our headers, not the whole letter with its link. */
    void askForReports() {
        setNotifyOptions(NOTIFY_SUCCESS | NOTIFY_FAILURE | NOTIFY_DELAY);
        setReturnOption(RETURN_HDRS);
    }
}
