package cn.zhengxun.outreach.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * What a mail server reports of one mail (RFC 3464). It comes from outside and may be forged: only its form is known.
 *
 * @param messageId of the mail it is about, without angle brackets
 * @param code such as 5.1.1; empty where there is none
 * @param recipients addresses that it names, in small letters
 */
record DeliveryReport(String messageId, Action action, String code, Set<String> recipients) {
    private static final int MOST_PARTS = 10;
    private static final int LONGEST_ID = 100;
    private static final Pattern STATUS = Pattern.compile("\\s*([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);
    private static final Set<String> ORIGINAL =
            Set.of("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");
    private static final Set<String> REPORT = Set.of("message/delivery-status", "message/global-delivery-status");

    enum Action {
        FAILED,
        DELAYED,
        DELIVERED,
        /** Passed on to a server that sends no reports, or to a list: nothing is known. */
        RELAYED,
        /** Not a report about a mail of ours: people have to read it. */
        ASIDE
    }

    /** @return empty where this is no report, or does not say about which mail */
    static Optional<DeliveryReport> read(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        MimeMultipart parts = new MimeMultipart(mail.getDataHandler().getDataSource());
        InternetHeaders status = null;
        InternetHeaders original = null;
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (status == null && isOneOf(part, REPORT)) {
                DeliveryStatus report = new DeliveryStatus(part.getInputStream());
                status = report.getRecipientDSNCount() > 0 ? report.getRecipientDSN(0) : null;
            } else if (original == null && isOneOf(part, ORIGINAL)) {
                original = new InternetHeaders(part.getInputStream(), true);
            }
        }
        if (status == null || original == null) {
            return Optional.empty();
        }
        return read(status, original);
    }

    private static boolean isOneOf(BodyPart part, Set<String> types) throws MessagingException {
        for (String type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<DeliveryReport> read(InternetHeaders status, InternetHeaders original) {
        String id = id(original.getHeader("Message-ID", null));
        if (id.isEmpty()) {
            id = id(original.getHeader(LetterMessage.REFERENCE, null));
        }
        Action action = action(status.getHeader("Action", null));
        if (id.isEmpty() || action == Action.ASIDE) {
            return Optional.empty();
        }
        Matcher code = STATUS.matcher(orEmpty(status.getHeader("Status", null)));
        Set<String> recipients = new HashSet<>();
        addAddress(recipients, status.getHeader("Final-Recipient", null));
        addAddress(recipients, status.getHeader("Original-Recipient", null));
        addAddress(recipients, ";" + orEmpty(original.getHeader("To", ",")));
        return Optional.of(new DeliveryReport(id, action, code.matches() ? code.group(1) : "", recipients));
    }

    private static String id(String header) {
        String id = orEmpty(header).strip().replaceAll("^<|>$", "");
        return id.length() > LONGEST_ID || id.indexOf('\0') >= 0 ? "" : id;
    }

    private static Action action(String header) {
        return switch (orEmpty(header).strip().toLowerCase(Locale.ROOT)) {
            case "failed" -> Action.FAILED;
            case "delayed" -> Action.DELAYED;
            case "delivered" -> Action.DELIVERED;
            case "relayed", "expanded" -> Action.RELAYED;
            default -> Action.ASIDE;
        };
    }

    /** @param typed for example {@code rfc822; ming@example.com} */
    private static void addAddress(Set<String> recipients, String typed) {
        String address = orEmpty(typed);
        try {
            for (InternetAddress one :
                    InternetAddress.parseHeader(address.substring(address.indexOf(';') + 1), false)) {
                recipients.add(orEmpty(one.getAddress()).toLowerCase(Locale.ROOT));
            }
        } catch (AddressException unreadable) {
            // then it names nobody
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
