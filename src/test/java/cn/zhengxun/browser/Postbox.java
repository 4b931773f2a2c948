package cn.zhengxun.browser;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What the SMTP server has received. */
final class Postbox {
    private static final Pattern PERSONAL_LINK = Pattern.compile("http://[^\\s\"<>]+/i/[A-Za-z0-9_-]+");
    private final GreenMailExtension server;

    Postbox(GreenMailExtension server) {
        this.server = server;
    }

    /** Mails to this address whose subject holds the words; plain text. */
    List<String> texts(String address, String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> matches(message, address, subject))
                .map(message -> part(message, "text/plain"))
                .toList();
    }

    void awaitMails(int count, String subject) {
        Awaitility.await("mails about " + subject)
                .atMost(Duration.ofSeconds(30))
                .until(() -> Arrays.stream(server.getReceivedMessages())
                                .filter(message -> matches(message, "", subject))
                                .count()
                        == count);
    }

    /** The personal link of the one mail about this. */
    String link(String address, String subject) {
        List<String> texts = texts(address, subject);
        if (texts.size() != 1) {
            throw new AssertionError(texts.size() + " mails to " + address + " about " + subject);
        }
        Matcher link = PERSONAL_LINK.matcher(texts.get(0));
        if (!link.find()) {
            throw new AssertionError("no link in " + texts.get(0));
        }
        return link.group();
    }

    String html(String address, String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> matches(message, address, subject))
                .map(message -> part(message, "text/html"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean matches(MimeMessage message, String address, String subject) {
        try {
            return message.getAllRecipients()[0].toString().contains(address)
                    && message.getSubject().contains(subject);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** @return the first part of this type, null without one */
    private static String part(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    String found = part(several.getBodyPart(i), type);
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
