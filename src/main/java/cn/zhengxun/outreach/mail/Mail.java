package cn.zhengxun.outreach.mail;

/**
 * A written message, in plain text and the same in HTML.
 *
 * @param link the one address to open, also part of both texts; null where there is none. Channels of short messages need it apart
 */
public record Mail(String subject, String text, String html, String link) {
    public Mail(String subject, String text, String html) {
        this(subject, text, html, null);
    }
}
