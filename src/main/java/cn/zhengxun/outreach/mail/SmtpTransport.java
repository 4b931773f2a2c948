package cn.zhengxun.outreach.mail;

import cn.zhengxun.outreach.mail.DeliveryFailure.Fault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Sends through the configured SMTP relay. Connections are kept while there is something to send, one for each thread. */
class SmtpTransport implements MailTransport {
    private final JavaMailSenderImpl relay;
    private final MailSettings settings;
    private final boolean reports;
    private final Clock clock;
    private final Deque<Transport> idle = new ConcurrentLinkedDeque<>();

    /** @param reports whether relays are asked to report delivery, since somebody reads the reports */
    SmtpTransport(JavaMailSenderImpl relay, MailSettings settings, boolean reports, Clock clock) {
        this.relay = relay;
        this.settings = settings;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void send(Letter letter) throws DeliveryFailure {
        MimeMessage message = compose(letter);
        Transport kept = idle.poll();
        if (kept != null && passed(kept, message)) {
            return;
        }
        Transport fresh = connect();
        try {
            pass(fresh, message);
        } catch (MessagingException refused) {
            throw SmtpAnswer.of(refused).failure(refused);
        }
    }

    /** @return false where the relay had closed the connection meanwhile and knows nothing of this letter */
    private boolean passed(Transport kept, MimeMessage message) throws DeliveryFailure {
        try {
            pass(kept, message);
            return true;
        } catch (MessagingException refused) {
            SmtpAnswer answer = SmtpAnswer.of(refused);
            if (answer.lostBeforeTheLetter()) {
                return false;
            }
            throw answer.failure(refused);
        }
    }

    /** Keeps the connection where it can take another letter. */
    private void pass(Transport connection, MimeMessage message) throws MessagingException {
        boolean usable = false;
        try {
            connection.sendMessage(message, message.getAllRecipients());
            usable = true;
        } catch (MessagingException refused) {
            usable = !SmtpAnswer.of(refused).broken() && connection.isConnected();
            throw refused;
        } catch (IllegalStateException closed) {
            throw new MessagingException("the connection was closed", closed);
        } finally {
            if (usable) {
                idle.push(connection);
            } else {
                close(connection);
            }
        }
    }

    private Transport connect() throws DeliveryFailure {
        try {
            String protocol = relay.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : relay.getProtocol();
            Transport connection = relay.getSession().getTransport(protocol);
            String user = StringUtils.hasLength(relay.getUsername()) ? relay.getUsername() : null;
            connection.connect(relay.getHost(), relay.getPort(), user, user == null ? null : relay.getPassword());
            return connection;
        } catch (AuthenticationFailedException refused) {
            throw new DeliveryFailure(Fault.CHANNEL, "邮件服务器登录失败，请管理员核对账号和密码", refused);
        } catch (MessagingException unreachable) {
            throw new DeliveryFailure(Fault.CHANNEL, "连不上邮件服务器，恢复后自动发送", unreachable);
        }
    }

    @Override
    public void rest() {
        for (Transport connection = idle.poll(); connection != null; connection = idle.poll()) {
            close(connection);
        }
    }

    private static void close(Transport connection) {
        try {
            connection.close();
        } catch (MessagingException | IllegalStateException alreadyGone) {
            // nothing of a letter is lost by it
        }
    }

    MimeMessage compose(Letter letter) throws DeliveryFailure {
        InternetAddress recipient = recipient(letter.address());
        try {
            LetterMessage message = new LetterMessage(relay.getSession(), letter.messageId(), clock.instant());
            message.setFrom(new InternetAddress(settings.from(), settings.fromName(), StandardCharsets.UTF_8.name()));
            message.setEnvelopeFrom(settings.envelopeFrom());
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, recipient);
            message.setSubject(letter.mail().subject(), StandardCharsets.UTF_8.name());
            if (reports) {
                message.askForReports();
            }
            MimeMultipart alternatives = new MimeMultipart("alternative");
            alternatives.addBodyPart(part(letter.mail().text(), "plain"));
            alternatives.addBodyPart(part(letter.mail().html(), "html"));
            message.setContent(alternatives);
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw new DeliveryFailure(Fault.CHANNEL, "邮件无法编成，请管理员核对发件地址设置", unwritable);
        }
    }

    private static InternetAddress recipient(String address) throws DeliveryFailure {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException malformed) {
            throw new DeliveryFailure(Fault.ADDRESS, "邮箱地址写得不对，请在名录中更正", malformed);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }
}
