package cn.zhengxun.outreach.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the bounce mailbox. A report is first set in the database, then flagged as seen. What is no report stays unseen
 * and is flagged, so that people find it and the next reading passes it by. Nothing is moved and nothing deleted.
 */
@Component
class BounceMailbox {
    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final int LARGEST = 2_000_000;
    private static final int MOST_AT_ONCE = 500;
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private final BounceSettings settings;
    private final Bounces bounces;
    private final Clock clock;
    private volatile Instant lastRead;
    private volatile String trouble;

    BounceMailbox(BounceSettings settings, Bounces bounces, Clock clock) {
        this.settings = settings;
        this.bounces = bounces;
        this.clock = clock;
    }

    /** When it was last read to its end; empty where never. */
    Optional<Instant> lastRead() {
        return Optional.ofNullable(lastRead);
    }

    /** Why it cannot be read, in Chinese; empty while it can. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Scheduled(fixedDelayString = "${zhengxun.bounces.poll:1m}")
    void poll() {
        if (!settings.read()) {
            return;
        }
        try {
            read();
            lastRead = clock.instant();
            trouble = null;
        } catch (MessagingException | DataAccessException unreadable) {
            // the server's words may hold the account's name
            trouble = "退信邮箱读不出来（" + unreadable.getClass().getSimpleName() + "），请管理员核对设置";
            LOG.error(
                    "The bounce mailbox could not be read: {}",
                    unreadable.getClass().getName());
        }
    }

    private void read() throws MessagingException {
        String protocol = settings.ssl() ? "imaps" : "imap";
        try (Store store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(
                    settings.host(), settings.port() == 0 ? -1 : settings.port(), settings.user(), settings.password());
            Folder folder = store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            try {
                Message[] unread = folder.search(new AndTerm(
                        new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                        new FlagTerm(new Flags(Flags.Flag.FLAGGED), false)));
                for (int i = 0; i < Math.min(unread.length, MOST_AT_ONCE); i++) {
                    take(folder, unread[i]);
                }
            } finally {
                // its own close would also remove what people have marked as deleted
                if (folder.isOpen()) {
                    folder.close(false);
                }
            }
        }
    }

    private void take(Folder folder, Message mail) throws MessagingException {
        UIDFolder uids = (UIDFolder) folder;
        String source =
                Integer.toHexString((settings.host() + '/' + settings.user() + '/' + settings.folder()).hashCode())
                        + ":" + uids.getUIDValidity() + ":" + uids.getUID(mail);
        boolean understood = bounces.take(source, report(folder, mail));
        mail.setFlag(understood ? Flags.Flag.SEEN : Flags.Flag.FLAGGED, true);
    }

    /** Reads a copy in memory, so that hostile structure troubles our parser only, one mail at a time. */
    private static Optional<DeliveryReport> report(Folder folder, Message mail) throws MessagingException {
        try {
            return mail.getSize() > LARGEST
                    ? Optional.empty()
                    : DeliveryReport.read(new MimeMessage((MimeMessage) mail));
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            if (!folder.isOpen()) {
                throw new MessagingException("the connection ended");
            }
            return Optional.empty();
        }
    }

    private static Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
