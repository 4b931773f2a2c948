package cn.zhengxun.outreach.wording;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template with its values filled in: what the mail's two parts are made of, and what a preview shows. */
record Written(String subject, List<Paragraph> paragraphs) {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    /** link: the text is the address of the mail's one link. */
    record Paragraph(String text, boolean link) {}

    /** @param wording one that {@link WordingCheck} found nothing in */
    static Written of(Wording wording, Values values) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String paragraph : wording.paragraphs()) {
            if (placeholders(paragraph).noneMatch(values::lacks)) {
                append(paragraph, values, paragraphs);
            }
        }
        return new Written(filled(wording.subject(), values).replaceAll("\\s+", " "), paragraphs);
    }

    private static java.util.stream.Stream<Placeholder> placeholders(String text) {
        return BRACES.matcher(text).results().map(found -> placeholder(found.group(1)));
    }

    private static Placeholder placeholder(String name) {
        return Placeholder.named(name)
                .orElseThrow(() -> new IllegalStateException("a template was used that has not passed the check"));
    }

    /** Lines stay together; a placeholder that stands alone parts them. */
    private static void append(String paragraph, Values values, List<Paragraph> paragraphs) {
        List<String> together = new ArrayList<>();
        for (String line : paragraph.split("\n")) {
            Matcher alone = BRACES.matcher(line.strip());
            if (alone.matches() && placeholder(alone.group(1)).standsAlone()) {
                Placeholder placeholder = placeholder(alone.group(1));
                close(together, paragraphs);
                values.of(placeholder).forEach(value -> paragraphs.add(new Paragraph(value, placeholder.link())));
            } else {
                together.add(filled(line, values));
            }
        }
        close(together, paragraphs);
    }

    private static void close(List<String> together, List<Paragraph> paragraphs) {
        if (!together.isEmpty()) {
            paragraphs.add(new Paragraph(String.join("\n", together), false));
            together.clear();
        }
    }

    /** In one pass over the template, so that braces in a value stay what they are. */
    private static String filled(String text, Values values) {
        return BRACES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.inLine(placeholder(found.group(1)))));
    }

    Mail mail() {
        MailText text = new MailText(subject);
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.link()) {
                text.link(paragraph.text());
            } else {
                text.paragraph(paragraph.text());
            }
        }
        return text.build();
    }
}
