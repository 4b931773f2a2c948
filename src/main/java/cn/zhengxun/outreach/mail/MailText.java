package cn.zhengxun.outreach.mail;

import org.springframework.web.util.HtmlUtils;

/** Builds the two parts of a mail from the same paragraphs; every writer's mails look alike through it. */
public final class MailText {
    private static final String LINE_SPACING = "font-size:17px;line-height:1.6";
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final String subject;
    private String link;

    public MailText(String subject) {
        this.subject = subject;
    }

    /** Line breaks within it stay. */
    public MailText paragraph(String sentences) {
        text.append(sentences).append("\n\n");
        html.append("<p>")
                .append(HtmlUtils.htmlEscape(sentences).replace("\n", "<br>"))
                .append("</p>\n");
        return this;
    }

    /** In plain text on a line of its own, so that every mail program finds its end. The first is the message's link. */
    public MailText link(String url) {
        if (link == null) {
            link = url;
        }
        String escaped = HtmlUtils.htmlEscape(url);
        text.append(url).append("\n\n");
        html.append("<p><a href=\"%s\" style=\"word-break:break-all\">%s</a></p>%n".formatted(escaped, escaped));
        return this;
    }

    public Mail build() {
        String page = """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title></head>
                <body style="%s">
                %s</body></html>
                """.formatted(HtmlUtils.htmlEscape(subject), LINE_SPACING, html);
        return new Mail(subject, text.toString().stripTrailing() + "\n", page, link);
    }
}
