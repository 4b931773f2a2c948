package cn.zhengxun.outreach.wording;

import java.util.Arrays;
import java.util.List;

/**
 * A template's text: one line of subject, and a body whose paragraphs are parted by empty lines. Line ends are newlines;
 * spaces at the ends of lines and empty lines around the body are dropped.
 */
public record Wording(String subject, String body) {
    public Wording {
        subject = subject == null ? "" : subject.strip();
        body = body == null ? "" : tidy(body);
    }

    private static String tidy(String typed) {
        List<String> lines = typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .lines()
                .map(String::stripTrailing)
                .toList();
        return String.join("\n", lines).strip();
    }

    /** Shipped form: the subject on the first line, then the body. */
    static Wording read(String file) {
        int end = file.indexOf('\n');
        return new Wording(file.substring(0, end), file.substring(end));
    }

    /** The lines of the body, counted from 1 by whoever shows them. */
    List<String> lines() {
        return Arrays.asList(body.split("\n", -1));
    }

    List<String> paragraphs() {
        return Arrays.stream(body.split("\n{2,}")).filter(one -> !one.isBlank()).toList();
    }
}
