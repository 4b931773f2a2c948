package cn.zhengxun.outreach.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends through the configured SMTP relay. */
class SmtpTransport implements MailTransport {
    private static final int FIRST_PERMANENT_REPLY = 500;
    private final JavaMailSender sender;
    private final MailSettings settings;

    SmtpTransport(JavaMailSender sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public void send(Letter letter) throws DeliveryFailure {
        MimeMessage message = compose(letter);
        try {
            sender.send(message);
        } catch (MailSendException refused) {
            throw explained(refused);
        } catch (MailException unreachable) {
            throw new DeliveryFailure(false, "邮件服务器登录失败或暂时不可用", unreachable);
        }
    }

    private MimeMessage compose(Letter letter) throws DeliveryFailure {
        try {
            MimeMessage message = new StableIdMessage(sender.createMimeMessage(), letter.messageId());
            MimeMessageHelper parts =
                    new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_NO, StandardCharsets.UTF_8.name());
            parts.setFrom(new InternetAddress(settings.from(), settings.fromName(), StandardCharsets.UTF_8.name()));
            parts.setTo(recipient(letter.address()));
            parts.setSubject(letter.mail().subject());
            MimeMultipart alternatives = new MimeMultipart("alternative");
            alternatives.addBodyPart(part(letter.mail().text(), "plain"));
            alternatives.addBodyPart(part(letter.mail().html(), "html"));
            message.setContent(alternatives);
            return message;
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw new DeliveryFailure(false, "邮件无法编成，请检查发件地址设置", unwritable);
        }
    }

    private static InternetAddress recipient(String address) throws DeliveryFailure {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException malformed) {
            throw new DeliveryFailure(true, "邮箱地址写得不对，请在名录中更正", malformed);
        }
    }

    private static jakarta.mail.internet.MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new jakarta.mail.internet.MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    /** A refusal of the recipient or of the message with a 5xx reply is permanent; everything else may pass. */
    private static DeliveryFailure explained(MailSendException refused) {
        for (Exception cause : refused.getMessageExceptions()) {
            Exception next = cause;
            while (next != null) {
                int reply = replyTo(next);
                if (reply >= FIRST_PERMANENT_REPLY) {
                    return new DeliveryFailure(true, "收件服务器拒收（" + reply + "），地址可能已失效", refused);
                }
                if (reply > 0) {
                    return new DeliveryFailure(false, "收件服务器暂时不收（" + reply + "）", refused);
                }
                next = next instanceof MessagingException chained ? chained.getNextException() : null;
            }
        }
        return new DeliveryFailure(false, "邮件服务器连接中断", refused);
    }

    /** @return the relay's reply about the recipient or the message; 0 where it said nothing about either */
    private static int replyTo(Exception exception) {
        if (exception instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (exception instanceof SMTPSendFailedException message
                && (message.getCommand() == null || !message.getCommand().startsWith("MAIL"))) {
            // a refusal of MAIL FROM concerns our own sender address: mended by settings, not by the recipient
            return message.getNextException() == null ? message.getReturnCode() : 0;
        }
        return 0;
    }

    /** Keeps the given Message-ID: saving a message would otherwise give it a new one. */
    private static final class StableIdMessage extends MimeMessage {
        private final String id;

        StableIdMessage(MimeMessage blank, String id) {
            super(blank.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
